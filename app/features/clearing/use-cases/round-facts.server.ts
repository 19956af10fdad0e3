/** The facts of a round as they are now. */

import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import { type RoundInput, roundInput } from '../domain/round-input'
import type { WaitingReader } from '../waiting-reader.server'

/** Offers and topics as ranking sees them, read in the same transaction. */
export type MatchmakingReader = {
  offers(now: Date, offerIds?: readonly string[]): Promise<readonly RankedOffer[]>
  topicParents(): Promise<TopicParents>
}

/** Four statements and one ranking per waiting request. */
export async function readRoundInput(
  stores: { readonly waiting: WaitingReader; readonly matchmaking: MatchmakingReader },
  regionIds: readonly string[],
  now: Date,
): Promise<RoundInput> {
  const groups = await stores.waiting.groups(regionIds, now)
  const offers = await stores.matchmaking.offers(now)
  const slots = await stores.waiting.freeSlots(now)
  return roundInput(groups, offers, slots, await stores.matchmaking.topicParents())
}
