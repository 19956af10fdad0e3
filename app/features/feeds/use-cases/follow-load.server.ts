/** What a feed brought is done: the company said yes, so the next harvests need no yes; or it is taken back. */
import type { Transact } from '~/platform/db/client.server'
import type { LoadStore } from '../../loads/store.server'
import type { OfferBulkStore } from '../../offers/bulk-store.server'
import type { FeedStore } from '../store.server'

type Needs = {
  readonly transact: Transact<{
    readonly feeds: FeedStore
    readonly loads: LoadStore
    readonly bulkOffers: OfferBulkStore
  }>
}

/** Its offers stand in the feed from now on. Does nothing for a load that somebody brought. */
export async function followLoad({ transact }: Needs, loadId: string): Promise<void> {
  await transact(async ({ feeds, loads, bulkOffers }) => {
    const load = await loads.lock(loadId)
    if (load?.state !== 'done' || load.feedId === null) return
    const feed = await feeds.lock(load.feedId)
    if (!feed) return
    await bulkOffers.standInFeed(load.organisationId, feed.id, await loads.refsOf(load.id))
    if (feed.state === 'waiting') await feeds.goLive(feed.id, load.publish)
  })
}

/** Else the next night would do again what was taken back. */
export async function stopUndone({ transact }: Needs, loadId: string): Promise<void> {
  await transact(async ({ feeds, loads }) => {
    const load = await loads.lock(loadId)
    if (load?.feedId) await feeds.saveState(load.feedId, 'stopped')
  })
}
