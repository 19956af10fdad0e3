/** The facts of a round as they are now, and the input that they make. */
import { calendarDateOf } from '~/kernel/calendar'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf } from '../../matchmaking/domain/text-fits'
import { type RoundChoices, type RoundFacts, type RoundInput, rankRoundInSteps } from '../domain/round-input'
import type { RoundSettings } from '../domain/round-settings'
import type { WaitingReader } from '../waiting-reader.server'

/** Offers and topics as ranking sees them, read in the same transaction. */
export type MatchmakingReader = {
  offers(now: Date, offerIds?: readonly string[]): Promise<readonly RankedOffer[]>
  topicParents(): Promise<TopicParents>
  textFits(): Promise<FitsOf>
}

export type RoundReaders = { readonly waiting: WaitingReader; readonly matchmaking: MatchmakingReader }

export type AskedRound = {
  readonly regionIds: readonly string[]
  readonly now: Date
  readonly choices: RoundChoices
  readonly settings: RoundSettings
}

/** Five statements. */
export async function readRoundFacts(
  { waiting, matchmaking }: RoundReaders,
  { now, regionIds, choices, settings }: AskedRound,
): Promise<RoundFacts> {
  return {
    today: calendarDateOf(now),
    groups: await waiting.groups(regionIds, now),
    offers: await matchmaking.offers(now),
    slots: await waiting.freeSlots(now),
    parents: await matchmaking.topicParents(),
    fitsOf: await matchmaking.textFits(),
    regionIds,
    choices,
    settings,
  }
}

/** So long nobody else gets a turn while a round is ranked. */
const TURN_MS = 20

/**
 * One ranking per waiting request, with turns for everybody else in between. Choices that became impossible fall away. No
 * transaction may be open.
 */
export async function rankRound(facts: RoundFacts): Promise<RoundInput> {
  const steps = rankRoundInSteps(facts)
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < TURN_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
