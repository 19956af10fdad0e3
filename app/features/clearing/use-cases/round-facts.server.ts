/** The facts of a round as they are now. */
import { calendarDateOf } from '~/kernel/calendar'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf } from '../../matchmaking/domain/text-fits'
import { type RoundChoices, type RoundInput, roundInput } from '../domain/round-input'
import type { RoundSettings } from '../domain/round-settings'
import type { WaitingReader } from '../waiting-reader.server'

/** Offers and topics as ranking sees them, read in the same transaction. */
export type MatchmakingReader = {
  offers(now: Date, offerIds?: readonly string[]): Promise<readonly RankedOffer[]>
  topicParents(): Promise<TopicParents>
  textFits(): Promise<FitsOf>
}

export type RoundReaders = { readonly waiting: WaitingReader; readonly matchmaking: MatchmakingReader }

/** Five statements and one ranking per waiting request. Choices that became impossible fall away. */
export async function readRoundInput(
  { waiting, matchmaking }: RoundReaders,
  round: {
    readonly regionIds: readonly string[]
    readonly now: Date
    readonly choices: RoundChoices
    readonly settings: RoundSettings
  },
): Promise<RoundInput> {
  const { now, regionIds, choices, settings } = round
  return roundInput({
    today: calendarDateOf(now),
    groups: await waiting.groups(regionIds, now),
    offers: await matchmaking.offers(now),
    slots: await waiting.freeSlots(now),
    parents: await matchmaking.topicParents(),
    fitsOf: await matchmaking.textFits(),
    regionIds,
    choices,
    settings,
  })
}
