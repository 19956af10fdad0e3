/** A company lets a feed be read now, stops it, starts it anew, or takes it away. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LoadStore } from '../../loads/store.server'
import { feedIsStopped, feedNotFound } from '../errors'
import { feedDue } from '../events'
import type { FeedStore } from '../store.server'

type Needs = {
  readonly transact: Transact<{
    readonly feeds: FeedStore
    readonly loads: LoadStore
    readonly outbox: Outbox
  }>
}
type FeedChange = 'try' | 'stop' | 'restart' | 'remove'

/**
 * One that starts anew waits for a yes again. Offers stay as they are, whatever is pressed.
 * @returns whose it is.
 * @throws AppError 404 for what is not the actor's; conflict `feed.is-stopped` for a try of one that is stopped.
 */
export async function changeFeed(
  { transact }: Needs,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: FeedChange },
): Promise<OrganisationId> {
  return transact(async ({ feeds, loads, outbox }) => {
    const feed = await feeds.lock(id)
    if (!feed) throw feedNotFound()
    allow(actor, 'load.run', feed)
    if (change === 'try' && feed.state === 'stopped') throw feedIsStopped()
    if (change === 'restart' && feed.state === 'stopped') await feeds.saveState(id, 'new')
    if (change === 'stop' || change === 'remove') await loads.removeOpenOfFeed(id)
    if (change === 'stop') await feeds.saveState(id, 'stopped')
    if (change === 'remove') await feeds.remove(id)
    if (change === 'try' || change === 'restart') await outbox.append(feedDue(id))
    return feed.organisationId
  })
}
