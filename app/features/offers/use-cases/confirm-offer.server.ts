/** A company says that an offer is still right: schools see when. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { canConfirm } from '../domain/offer-states'
import { notFrom, offerNotFound } from '../errors'
import { offerChanged } from '../events'
import type { OfferStore } from '../store.server'

export type ConfirmOfferNeeds = {
  readonly transact: Transact<{ readonly offers: OfferStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

/** @throws AppError 404 for what is not the actor's; conflict `offer.is-…` for a draft and for what is archived. */
export async function confirmOffer(needs: ConfirmOfferNeeds, actor: Actor, id: string): Promise<void> {
  await needs.transact(async ({ offers, outbox }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    if (!canConfirm(offer.state)) throw notFrom(offer.state)
    await offers.confirm(offer.id, needs.clock.now())
    await outbox.append(offerChanged(offer.id))
  })
}
