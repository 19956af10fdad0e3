/** A company puts back what an offer said before: a change like any other, so what it says now is kept as well. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { movedMeanwhile, offerNotFound, versionGone } from '../errors'
import { type ChangeOfferNeeds, changeIn } from './change-offer.server'

export type PutBackOffer = {
  readonly id: string
  /** The version whose content comes back. */
  readonly kept: number
  /** The version that the page showed. */
  readonly version: number
}

/**
 * @throws AppError 404 for what is not the actor's; conflict `offer.moved-meanwhile`; gone `offer.version-gone`; conflict and
 * invalid as `changeOffer`, because the rules, the words and the promised places may have moved on since.
 */
export async function putBackOffer(
  needs: ChangeOfferNeeds,
  actor: Actor,
  input: PutBackOffer,
): Promise<void> {
  const now = needs.clock.now()
  const { id, kept, version } = input
  await needs.transact(async (stores) => {
    const offer = await stores.offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    if (offer.version !== version) throw movedMeanwhile()
    const content = await stores.offers.keptContent(offer, kept)
    if (content === null) throw versionGone()
    const byId = actor.kind === 'user' ? actor.userId : null
    await changeIn(stores, offer, { id, version, content, publish: false, byId }, now)
  })
}
