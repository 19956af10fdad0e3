/** A coordinator publishes a round: every group that was given a place gets a hold, at once or not at all. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { addWorkingDays, type Clock, type FreeDays } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import { full } from '../../capacity/errors'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import { HOLD_SCHOOL_DAYS } from '../domain/hold-states'
import { standingOf } from '../domain/round-input'
import { USUAL_SETTINGS } from '../domain/round-settings'
import { ROUND_TABLE } from '../domain/round-states'
import { type RoundAssignment, samePlan } from '../domain/solve-round'
import { locksClash, nobodyWaits, nothingNear, nothingToGive, roundIs, roundNotFound } from '../errors'
import { holdOffered, roundPublished } from '../events'
import type { HoldStore, NewHold } from '../hold-store.server'
import type { RoundStore } from '../round-store.server'
import type { WaitingReader } from '../waiting-reader.server'
import { type MatchmakingReader, rankRound, readRoundFacts } from './round-facts.server'
import type { SolveRound } from './solve-apart.server'
import { timedRound } from './timed-round.server'
import { CHANGED, ROUND_READ, ROUND_WRITE, untilKept } from './until-kept.server'

export type PublishRoundNeeds = {
  readonly transact: Transact<{
    readonly rounds: RoundStore
    readonly waiting: WaitingReader
    readonly matchmaking: MatchmakingReader
    readonly requests: RequestStore
    readonly capacity: CapacityStore
    readonly holds: HoldStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly solveRound: SolveRound
  /** Days that do not count for a school of this branch: weekends, public holidays, holidays of its region. */
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

export type Published =
  | { readonly published: true; readonly holds: number }
  /** The facts had changed since the preview: it was solved anew and waits for another look. */
  | { readonly published: false; readonly served: number }

/**
 * Publishes what the preview showed, and only that: when the waiting list or the places changed meanwhile, the round is
 * solved again and shown again instead; what changes while it is solved is seen before anything is given. Requests and
 * then slots are locked in the order of their ids, so two rounds never wait for each other.
 * @throws AppError 404; conflict when it was published or discarded, when locked pairs clash, or when all keeps changing;
 * invalid when there is nothing to give, or nothing that begins soon enough.
 */
export async function publishRound(needs: PublishRoundNeeds, actor: Actor, id: string): Promise<Published> {
  return untilKept(() => attempt(needs, actor, id))
}

async function attempt(
  needs: PublishRoundNeeds,
  actor: Actor,
  id: string,
): Promise<Published | typeof CHANGED> {
  const now = needs.clock.now()
  const { round, asked, facts, isOf } = await needs.transact(async (stores) => {
    const found = await stores.rounds.read(id)
    if (!found) throw roundNotFound()
    allow(actor, 'round.run', found)
    if (!afterMove(ROUND_TABLE, found.state, 'publish')) throw roundIs(found.state)
    const { choices, settings = USUAL_SETTINGS } = found.input
    const of = { regionIds: found.regionIds, now, choices, settings }
    return { round: found, asked: of, facts: await readRoundFacts(stores, of), isOf: stores.rounds.isOf }
  }, ROUND_READ)
  const input = await rankRound(facts)
  const { result, solveMs } = await timedRound(needs.solveRound, input)
  const isAsSolved = isOf(round, input)
  if (!isAsSolved && input.rows.length === 0) throw nobodyWaits()
  // A score that moved by a point changes nothing of what was shown.
  const isAsShown = isAsSolved || samePlan(await needs.solveRound(round.input), result)
  const byId = actor.kind === 'user' ? actor.userId : null
  if (!isAsShown) {
    return needs.transact(async ({ rounds }) => {
      if (!(await rounds.isUntouched(round))) return CHANGED
      await rounds.replace(round.id, input, result)
      await rounds.addStep(round.id, { what: 'stale', details: {}, byId, solveMs }, now)
      return { published: false, served: result.objective.served }
    }, ROUND_WRITE)
  }
  if (result.brokenLocks.length > 0) throw locksClash()
  if (result.objective.served === 0) throw nothingToGive()
  const given = result.assignments.flatMap(placed).sort(bySlot)
  if (given.length === 0) throw nothingNear()
  const isGiven = new Set(given.map(({ groupId }) => groupId))
  const shared = result.sharing?.places.filter(({ groups }) => groups.every((g) => isGiven.has(g.groupId)))
  return needs.transact(async (stores) => {
    if (!(await stores.rounds.isUntouched(round))) return CHANGED
    const branchOf = await stores.requests.lockAll(given.map((a) => a.requestId))
    await stores.capacity.lockSlots(given.map((a) => a.slotId))
    // Nobody takes anything of the plan any more: if all is as it was read, it is as it was solved.
    if (standingOf(await readRoundFacts(stores, asked)) !== standingOf(facts)) return CHANGED
    if (!isAsSolved) await stores.rounds.replace(round.id, input, result)
    const claims = await stores.capacity.claimAll(given, shared)
    if (!claims) throw full()
    const free = await needs.schoolDays([...new Set(branchOf.values())])
    const holds = given.map(({ groupId, requestId, offerId }, i): NewHold => {
      const days = free.get(branchOf.get(requestId) ?? '')
      const claimId = claims[i]
      if (!claimId || !days) throw new Error(`group ${groupId} is gone`)
      const expiresOn = addWorkingDays(facts.today, HOLD_SCHOOL_DAYS, days)
      return { claimId, roundId: round.id, groupId, offerId, expiresOn, followsId: null }
    })
    const made = await stores.holds.create(holds, now)
    await stores.requests.settleAll([...branchOf.keys()], now)
    await stores.rounds.setState(round.id, 'published', now)
    await stores.rounds.addStep(round.id, { what: 'published', details: {}, byId, solveMs }, now)
    await stores.outbox.append(...made.map(holdOffered), roundPublished(round.id))
    return { published: true, holds: given.length }
  }, ROUND_WRITE)
}

type Placed = RoundAssignment & { readonly slotId: string; readonly offerId: string }

/** What is given now. */
function placed(one: RoundAssignment): readonly Placed[] {
  const { slotId, offerId } = one
  const isKept = one.why.kind === 'served' && one.why.later !== undefined
  return slotId === null || offerId === null || isKept ? [] : [{ ...one, slotId, offerId }]
}

function bySlot(a: Placed, b: Placed): number {
  const [left, right] = [`${a.slotId} ${a.groupId}`, `${b.slotId} ${b.groupId}`]
  return left < right ? -1 : left > right ? 1 : 0
}
