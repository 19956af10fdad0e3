/** A company changes what an offer says; a draft can come before schools in the same go. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { calendarChanged } from '../../capacity/events'
import { gapsForPublication } from '../domain/gaps'
import type { Offer, OfferContent } from '../domain/offer'
import { canChange, type OfferState } from '../domain/offer-states'
import { changedMeanwhile, incomplete, notFrom, offerNotFound, unknownTerm } from '../errors'
import { offerChanged, offerPublished } from '../events'
import type { OfferStores } from './create-offer.server'
import { followMonthLimit, setCapacity } from './offer-capacity.server'
import { placeOf } from './offer-place.server'

export type ChangeOfferNeeds = { readonly transact: Transact<OfferStores>; readonly clock: Clock }

export type ChangeOffer = {
  readonly id: string
  /** The version that the page showed. */
  readonly version: number
  /** The whole of it, or what becomes of what it says now. */
  readonly content: OfferContent | ((before: OfferContent) => OfferContent)
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
  input: ChangeOffer,
): Promise<{ readonly state: OfferState; readonly organisationId: OrganisationId }> {
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const offer = await stores.offers.lock(input.id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    const byId = actor.kind === 'user' ? actor.userId : null
    const state = await changeIn(stores, offer, { ...input, byId }, now)
    return { state, organisationId: offer.organisationId }
  })
}

/** The same inside a transaction that may do more. @param offer locked, and the actor's to change. */
export async function changeIn(
  { offers, capacity, media, places, outbox }: OfferStores,
  offer: Offer,
  { version, content: asked, publish, byId }: ChangeOffer & { readonly byId: UserId | null },
  now: Date,
): Promise<OfferState> {
  if (!canChange(offer.state)) throw notFrom(offer.state)
  if (offer.version !== version) throw changedMeanwhile()
  const content = typeof asked === 'function' ? asked(offer.content) : asked
  const state = offer.state === 'draft' && publish ? 'published' : offer.state
  const gaps =
    state === 'draft' ? [] : gapsForPublication(content, { hasFiles: await media.hasFiles(offer.id) })
  if (gaps.length > 0) throw incomplete(gaps)
  if (!(await offers.knowsTerms(content))) throw unknownTerm()
  const place = await placeOf({ offers, places }, offer.organisationId, content)
  await offers.saveContent(offer, { content, place, byId }, now)
  if (state === offer.state && state !== 'draft') await offers.confirm(offer.id, now)
  if (state !== offer.state) await offers.saveState(offer, state, now)
  await followMonthLimit(capacity, offer.id, offer.content.sessionsPerYear, content.sessionsPerYear)
  if (state !== 'draft') await setCapacity(capacity, offer.id, content, calendarDateOf(now))
  await outbox.append(state === offer.state ? offerChanged(offer.id) : offerPublished(offer.id))
  const more = (content.sessionsPerYear ?? 0) > (offer.content.sessionsPerYear ?? 0)
  // Places appeared: who waits goes first.
  if (state === 'published' && state === offer.state && more) await outbox.append(calendarChanged(offer.id))
  return state
}
