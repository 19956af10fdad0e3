/** The offer whose pictures and files somebody wants to change. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { LimitRule } from '~/platform/limits/limits.server'
import type { Offer } from '../../offers/domain/offer'
import { notFrom } from '../../offers/errors'
import type { OfferStore } from '../../offers/store.server'
import { mediaNotFound } from '../errors'
import type { MediaStore } from '../store.server'

export type MediaStores = {
  readonly offers: OfferStore
  readonly media: MediaStore
  readonly outbox: Outbox
}
export type ChangeMediaNeeds = { readonly transact: Transact<MediaStores> }

/** Uploads cost time and disk: so many per person and hour. */
export const UPLOADS: LimitRule = { name: 'upload', tries: 60, seconds: 3600 }

/** Locks it until the transaction ends. @throws AppError 404 for what is not the actor's; conflict `offer.is-archived`. */
export async function offerOfActor(
  { offers }: Pick<MediaStores, 'offers'>,
  actor: Actor,
  id: string,
): Promise<Offer> {
  const offer = await offers.lock(id)
  if (!offer) throw mediaNotFound()
  allow(actor, 'offer.edit', offer)
  if (offer.state === 'archived') throw notFrom(offer.state)
  return offer
}
