/** A company says where its offers stand. Whether that can be read is seen by the worker, not while somebody waits. */
import type { Actor } from '~/authorisation/actor'
import { allow, partnerAt } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { FEEDS_MAX } from '../domain/feed'
import { feedIsThere, tooManyFeeds } from '../errors'
import { feedDue } from '../events'
import type { FeedStore } from '../store.server'

type Needs = {
  readonly transact: Transact<{ readonly feeds: FeedStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

/**
 * @param input `kind`, `location`: of items that do not say it.
 * @returns the feed.
 * @throws AppError 404 for an organisation that is not the actor's; conflict `feed.already-there`, `feed.too-many`.
 */
export async function addFeed(
  { transact, clock }: Needs,
  actor: Actor,
  input: {
    readonly organisationId: OrganisationId
    readonly url: string
    readonly kind: OfferKind
    readonly location: OfferLocation
  },
): Promise<string> {
  allow(actor, 'load.run', input)
  return transact(async ({ feeds, outbox }) => {
    const there = await feeds.urlsOf(input.organisationId)
    if (there.includes(input.url)) throw feedIsThere()
    if (there.length >= FEEDS_MAX) throw tooManyFeeds(FEEDS_MAX)
    const id = await feeds.create(
      { ...input, partnerId: partnerAt(actor, input.organisationId) },
      clock.now(),
    )
    await outbox.append(feedDue(id))
    return id
  })
}
