/** A coordinator locks or excludes pairs of a preview, sets it otherwise, or looks at it with the facts of now: it is solved again. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { changeChoices } from '../domain/change-choices'
import { type RoundChange, settingsAfter, stepOf } from '../domain/round-change'
import type { RoundPair } from '../domain/round-input'
import { isBackwards, USUAL_SETTINGS } from '../domain/round-settings'
import { locksClash, nobodyWaits, pairImpossible, periodBackwards, roundIs, roundNotFound } from '../errors'
import type { RoundStore } from '../round-store.server'
import type { WaitingReader } from '../waiting-reader.server'
import { type MatchmakingReader, rankRound, readRoundFacts } from './round-facts.server'
import type { SolveRound } from './solve-apart.server'
import { timedRound } from './timed-round.server'
import { CHANGED, ROUND_READ, ROUND_WRITE, untilKept } from './until-kept.server'

export type ChangeRoundNeeds = {
  readonly transact: Transact<{
    readonly rounds: RoundStore
    readonly waiting: WaitingReader
    readonly matchmaking: MatchmakingReader
  }>
  readonly clock: Clock
  readonly solveRound: SolveRound
}

export type ChangedRound = {
  readonly served: number
  /** Earlier choices that are no longer possible and fell away. */
  readonly fellAway: number
}

/**
 * Solves the round again from the facts of now, the choices and the settings after the change; nobody is told anything.
 * Who changed it meanwhile is not overwritten: then it is done once more on top of that.
 * @throws AppError 404; conflict when it is no preview any more, when the pair is not possible (any more), or when the
 * locked pairs cannot all be given; invalid for a period that ends before it begins. Then the round stays as it was.
 */
export async function changeRound(
  needs: ChangeRoundNeeds,
  actor: Actor,
  asked: { readonly id: string; readonly change: RoundChange },
): Promise<ChangedRound> {
  return untilKept(() => attempt(needs, actor, asked))
}

async function attempt(
  needs: ChangeRoundNeeds,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: RoundChange },
): Promise<ChangedRound | typeof CHANGED> {
  const now = needs.clock.now()
  const pairs = pairsOf(change)
  const { round, choices, settings, facts } = await needs.transact(async (stores) => {
    const found = await stores.rounds.read(id)
    if (!found) throw roundNotFound()
    allow(actor, 'round.run', found)
    if (found.state !== 'preview') throw roundIs(found.state)
    const before = found.input.choices
    const after = {
      choices: change.kind === 'choice' ? changeChoices(before, change.move, pairs) : before,
      settings: settingsAfter(found.input.settings ?? USUAL_SETTINGS, change),
    }
    if (isBackwards(after.settings)) throw periodBackwards()
    const asked = { regionIds: found.regionIds, now, ...after }
    return { round: found, ...after, facts: await readRoundFacts(stores, asked) }
  }, ROUND_READ)
  const input = await rankRound(facts)
  if (input.rows.length === 0) throw nobodyWaits()
  const kept = [...input.choices.locked, ...input.choices.excluded]
  if (isWish(change) && !pairs.every((pair) => kept.some((k) => isSame(k, pair)))) throw pairImpossible()
  const { result, solveMs } = await timedRound(needs.solveRound, input)
  if (result.brokenLocks.length > 0) throw locksClash()
  return needs.transact(async ({ rounds }) => {
    if (!(await rounds.isUntouched(round))) return CHANGED
    await rounds.replace(round.id, input, result)
    const byId = actor.kind === 'user' ? actor.userId : null
    await rounds.addStep(round.id, { ...stepOf(change, settings), byId, solveMs }, now)
    return {
      served: result.objective.served,
      fellAway: choices.locked.length + choices.excluded.length - kept.length,
    }
  }, ROUND_WRITE)
}

function pairsOf(change: RoundChange): readonly RoundPair[] {
  if (change.kind !== 'choice') return []
  return change.groupIds.map((groupId) => ({ groupId, offerId: change.offerId }))
}

/** A pair that has to be possible. */
function isWish(change: RoundChange): boolean {
  return change.kind === 'choice' && (change.move === 'lock' || change.move === 'exclude')
}

const isSame = (a: RoundPair, b: RoundPair) => a.groupId === b.groupId && a.offerId === b.offerId
