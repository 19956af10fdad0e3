/** A company starts a new offer from one that it has. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { MediaStore } from '../../media/store.server'
import { LIMITS } from '../domain/offer'
import { offerNotFound } from '../errors'
import { offerDrafted } from '../events'
import type { OfferStore } from '../store.server'
import { followMonthLimit } from './offer-capacity.server'
import { type FindsPostcode, placeOf } from './offer-place.server'

export type CopyOfferNeeds = {
  readonly transact: Transact<{
    readonly offers: OfferStore
    readonly capacity: Pick<CapacityStore, 'monthLimit' | 'setMonthLimit'>
    readonly media: Pick<MediaStore, 'copy'>
    readonly places: FindsPostcode
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type CopyOffer = {
  readonly id: string
  /** What the copy is called; cut at the longest title. */
  readonly title: (of: string) => string
  readonly submissionKey: string
}

/**
 * The copy is a draft, whatever the state of the original: an archived offer comes back this way. Pressed twice it makes
 * one.
 * @returns the copy.
 * @throws AppError 404 for what is not the actor's; invalid `offer.postcode-unknown`.
 */
export async function copyOffer(
  needs: CopyOfferNeeds,
  actor: Actor,
  { id, title, submissionKey }: CopyOffer,
): Promise<OfferId> {
  const now = needs.clock.now()
  return needs.transact(async ({ offers, capacity, media, places, outbox }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    const { organisationId } = offer
    allow(actor, 'offer.edit', offer)
    allow(actor, 'offer.create', { organisationId })
    const content = { ...offer.content, title: title(offer.content.title).slice(0, LIMITS.title) }
    const place = await placeOf({ offers, places }, organisationId, content)
    const made = await offers.create({ organisationId, content, place, state: 'draft', submissionKey }, now)
    if (!made) throw offerNotFound()
    if (!made.isNew) return made.id
    await followMonthLimit(capacity, made.id, null, content.sessionsPerYear)
    await media.copy(offer.id, made.id, now)
    await outbox.append(offerDrafted(made.id))
    return made.id
  })
}
