/** A coordinator locks or excludes pairs of a preview, or looks at it with the facts of now: it is solved again. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { type ChoiceMove, changeChoices } from '../domain/change-choices'
import { solveRound } from '../domain/solve-round'
import { locksClash, nobodyWaits, pairImpossible, roundIs, roundNotFound } from '../errors'
import type { RoundStore } from '../round-store.server'
import type { WaitingReader } from '../waiting-reader.server'
import { type MatchmakingReader, readRoundInput } from './round-facts.server'

export type ChangeRoundNeeds = {
  readonly transact: Transact<{
    readonly rounds: RoundStore
    readonly waiting: WaitingReader
    readonly matchmaking: MatchmakingReader
  }>
  readonly clock: Clock
}

export type ChangeRound = {
  readonly id: string
  /** `null`: only look again. */
  readonly choice: {
    readonly move: ChoiceMove
    readonly groupIds: readonly string[]
    readonly offerId: string
  } | null
}

export type ChangedRound = {
  readonly served: number
  /** Earlier choices that are no longer possible and fell away. */
  readonly fellAway: number
}

/**
 * Solves the round again from the facts of now and the choices after the change; nobody is told anything.
 * @throws AppError 404; conflict when it is no preview any more, when the pair is not possible (any more), or when the
 * locked pairs cannot all be given; then the round stays as it was.
 */
export async function changeRound(
  needs: ChangeRoundNeeds,
  actor: Actor,
  { id, choice }: ChangeRound,
): Promise<ChangedRound> {
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const round = await stores.rounds.lock(id)
    if (!round) throw roundNotFound()
    allow(actor, 'round.run', round)
    if (round.state !== 'preview') throw roundIs(round.state)
    const pairs = choice?.groupIds.map((groupId) => ({ groupId, offerId: choice.offerId })) ?? []
    const wished = choice ? changeChoices(round.input.choices, choice.move, pairs) : round.input.choices
    const input = await readRoundInput(stores, { regionIds: round.regionIds, now, choices: wished })
    if (input.rows.length === 0) throw nobodyWaits()
    const kept = [...input.choices.locked, ...input.choices.excluded]
    const isKept = (pair: (typeof pairs)[number]) =>
      kept.some((k) => k.groupId === pair.groupId && k.offerId === pair.offerId)
    if ((choice?.move === 'lock' || choice?.move === 'exclude') && !pairs.every(isKept))
      throw pairImpossible()
    const result = solveRound(input)
    if (result.brokenLocks.length > 0) throw locksClash()
    await stores.rounds.replace(round.id, input, result)
    return {
      served: result.objective.served,
      fellAway: wished.locked.length + wished.excluded.length - kept.length,
    }
  })
}
