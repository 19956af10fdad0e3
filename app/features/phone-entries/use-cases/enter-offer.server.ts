/** A company rang: its coordinator writes down what it offers, or changes it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { OfferId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { Switches } from '../../administration/domain/switches'
import type { OfferState } from '../../offers/domain/offer-states'
import { offerNotFound } from '../../offers/errors'
import { type ChangeOffer, changeIn } from '../../offers/use-cases/change-offer.server'
import { type CreateOffer, createIn, type OfferStores } from '../../offers/use-cases/create-offer.server'
import type { PhoneEntryKind } from '../domain/phone-entry'
import { phoneIsOff } from '../errors'
import { offerEntered } from '../events'
import type { PhoneEntryStore } from '../store.server'

type Stores = OfferStores & { readonly phoneEntries: PhoneEntryStore }
export type EnterOfferNeeds = {
  readonly transact: Transact<Stores>
  readonly clock: Clock
  readonly switches: Switches
}

/** By the rules of the company's own form. @throws AppError 401; 404 outside the actor's regions; invalid as there. */
export async function enterOffer(needs: EnterOfferNeeds, actor: Actor, input: CreateOffer): Promise<OfferId> {
  if (!(await needs.switches.isOn('phone-entries'))) throw phoneIsOff()
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const regionIds = await stores.phoneEntries.regionsOfOrganisation(input.organisationId)
    const byId = allowed(actor, regionIds)
    const { id, isNew } = await createIn(stores, input, now)
    if (isNew) await keep(stores, { id, kind: 'entered', byId }, now)
    return id
  })
}

/** @returns the state after it. @throws AppError 401; 404 outside the actor's regions; conflict and invalid as for the company. */
export async function changeForCompany(
  needs: EnterOfferNeeds,
  actor: Actor,
  input: ChangeOffer,
): Promise<OfferState> {
  if (!(await needs.switches.isOn('phone-entries'))) throw phoneIsOff()
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const offer = await stores.offers.lock(input.id)
    if (!offer) throw offerNotFound()
    const byId = allowed(actor, await stores.phoneEntries.regionsOfOrganisation(offer.organisationId))
    const state = await changeIn(stores, offer, { ...input, byId }, now)
    await keep(stores, { id: offer.id, kind: 'changed', byId }, now)
    return state
  })
}

function allowed(
  actor: Actor,
  regionIds: Awaited<ReturnType<PhoneEntryStore['regionsOfOrganisation']>>,
): UserId {
  allow(actor, 'offer.enter', { regionIds })
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  return actor.userId
}

async function keep(
  { phoneEntries, outbox }: Pick<Stores, 'phoneEntries' | 'outbox'>,
  { id, kind, byId }: { readonly id: OfferId; readonly kind: PhoneEntryKind; readonly byId: UserId },
  now: Date,
): Promise<void> {
  const entryId = await phoneEntries.add({ of: { offerId: id }, kind, byId, contact: null }, now)
  await outbox.append(offerEntered(id, entryId))
}
