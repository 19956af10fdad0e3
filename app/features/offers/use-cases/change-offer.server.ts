/** A company changes what an offer says; a draft can come before schools in the same go. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import { gapsForPublication } from '../domain/gaps'
import type { OfferContent } from '../domain/offer'
import { canChange, type OfferState } from '../domain/offer-states'
import { changedMeanwhile, incomplete, notFrom, offerNotFound, unknownTerm } from '../errors'
import { offerChanged, offerPublished } from '../events'
import type { OfferStore } from '../store.server'
import { setCapacity } from './offer-capacity.server'
import { type FindsPostcode, placeOf } from './offer-place.server'

export type ChangeOfferNeeds = {
  readonly transact: Transact<{
    readonly offers: OfferStore
    readonly capacity: CapacityStore
    readonly places: FindsPostcode
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type ChangeOffer = {
  readonly id: string
  /** The version that the page showed. */
  readonly version: number
  readonly content: OfferContent
  /** A draft comes before schools. What is published or paused stays so either way. */
  readonly publish: boolean
}

/**
 * What schools see or saw stays complete; who changes it confirms it by that.
 * @returns the state after it, and whose it is.
 * @throws AppError 404 for what is not the actor's; conflict `offer.changed-meanwhile`, `offer.is-archived`,
 * `capacity.below-taken`; invalid `offer.gap-…`, `offer.postcode-unknown`, `offer.term-unknown`.
 */
export async function changeOffer(
  needs: ChangeOfferNeeds,
  actor: Actor,
  { id, version, content, publish }: ChangeOffer,
): Promise<{ readonly state: OfferState; readonly organisationId: OrganisationId }> {
  const now = needs.clock.now()
  return needs.transact(async ({ offers, capacity, places, outbox }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    if (!canChange(offer.state)) throw notFrom(offer.state)
    if (offer.version !== version) throw changedMeanwhile()
    const state = offer.state === 'draft' && publish ? 'published' : offer.state
    const gaps = state === 'draft' ? [] : gapsForPublication(content)
    if (gaps.length > 0) throw incomplete(gaps)
    if (!(await offers.knowsTerms(content))) throw unknownTerm()
    const place = await placeOf({ offers, places }, offer.organisationId, content)
    await offers.saveContent(offer.id, content, place, now)
    if (state === offer.state && state !== 'draft') await offers.confirm(offer.id, now)
    if (state !== offer.state) await offers.saveState(offer, state, now)
    if (state !== 'draft') await setCapacity(capacity, offer.id, content, calendarDateOf(now))
    await outbox.append(state === offer.state ? offerChanged(offer.id) : offerPublished(offer.id))
    return { state, organisationId: offer.organisationId }
  })
}
