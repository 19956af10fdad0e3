/** A company writes down what it offers: as a draft, or before schools at once. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { MediaStore } from '../../media/store.server'
import { gapsForPublication } from '../domain/gaps'
import type { OfferContent } from '../domain/offer'
import { incomplete, offerNotFound, unknownTerm } from '../errors'
import { offerDrafted, offerPublished } from '../events'
import type { OfferStore } from '../store.server'
import { followMonthLimit, setCapacity } from './offer-capacity.server'
import { type FindsPostcode, placeOf } from './offer-place.server'

export type OfferStores = {
  readonly offers: OfferStore
  readonly capacity: CapacityStore
  readonly media: Pick<MediaStore, 'hasFiles'>
  readonly places: FindsPostcode
  readonly outbox: Outbox
}
export type CreateOfferNeeds = { readonly transact: Transact<OfferStores>; readonly clock: Clock }

export type CreateOffer = {
  readonly organisationId: OrganisationId
  readonly content: OfferContent
  /** Before schools at once; else a draft. */
  readonly publish: boolean
  readonly submissionKey: string
}

/**
 * Posting the same form twice makes one offer and tells of it once.
 * @throws AppError 401; 404 for an organisation that is not the actor's; invalid `offer.gap-…`, `offer.postcode-unknown`,
 * `offer.term-unknown`.
 */
export async function createOffer(
  needs: CreateOfferNeeds,
  actor: Actor,
  input: CreateOffer,
): Promise<OfferId> {
  allow(actor, 'offer.create', { organisationId: input.organisationId })
  const now = needs.clock.now()
  const { id } = await needs.transact((stores) => createIn(stores, input, now))
  return id
}

/** The same inside a transaction that may do more, for who may. @returns `isNew` false: the form made it before. */
export async function createIn(
  { offers, capacity, places, outbox }: OfferStores,
  { organisationId, content, publish, submissionKey }: CreateOffer,
  now: Date,
): Promise<{ readonly id: OfferId; readonly isNew: boolean }> {
  const gaps = publish ? gapsForPublication(content) : []
  if (gaps.length > 0) throw incomplete(gaps)
  if (!(await offers.knowsTerms(content))) throw unknownTerm()
  const place = await placeOf({ offers, places }, organisationId, content)
  const state = publish ? 'published' : 'draft'
  const made = await offers.create({ organisationId, content, place, state, submissionKey }, now)
  if (!made) throw offerNotFound()
  if (!made.isNew) return made
  await followMonthLimit(capacity, made.id, null, content.sessionsPerYear)
  if (publish) await setCapacity(capacity, made.id, content, calendarDateOf(now))
  await outbox.append(publish ? offerPublished(made.id) : offerDrafted(made.id))
  return made
}
