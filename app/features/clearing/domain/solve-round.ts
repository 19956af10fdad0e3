/** Solves a round and says of every group why it has what it has. Pure: the same input gives the same bytes. */
import { certify, type Objective, objectiveOf } from '~/matching/clearing/certificate'
import { type Choices, withChoices } from '~/matching/clearing/choices'
import { firstComeFirstServed } from '~/matching/clearing/first-come-first-served'
import { reachesFreePlace } from '~/matching/clearing/free-place'
import { MAX_COST, type Packed, pack } from '~/matching/clearing/instance'
import { type Solution, solve, UNSERVED } from '~/matching/clearing/solve'
import { rowsAtOffers, whyUnserved } from '~/matching/clearing/why-unserved'
import type { Rule } from '~/matching/ranking/rules'
import type { RoundInput, RoundRow } from './round-input'
import { WISHES, type Wish } from './wider-wishes'

export type Why =
  | {
      readonly kind: 'served'
      /** Place of the offer among the group's own candidates, from 1, and how many it has. */
      readonly choice: number
      readonly of: number
    }
  | {
      readonly kind: 'no-candidate'
      readonly takenAwayBy: Readonly<Partial<Record<Rule, number>>>
      /** Offers that the coordinator took away. */
      readonly excluded: number
      readonly wouldHelp: readonly Wish[]
    }
  /** Everything that it could have is full, whoever moves: more groups than places, and the priorities decide. */
  | {
      readonly kind: 'all-full'
      readonly offers: number
      readonly places: number
      readonly groups: number
      readonly wouldHelp: readonly Wish[]
    }

export type RoundAssignment = {
  readonly groupId: string
  readonly requestId: string
  readonly priority: number
  readonly slotId: string | null
  readonly offerId: string | null
  readonly score: number | null
  readonly why: Why
}

export type RoundResult = {
  /** By the priorities of the rows, whatever was locked. */
  readonly objective: Objective
  /** Groups that would have a place if each in turn had taken its best, without any choice of the coordinator. */
  readonly firstComeServed: number
  /** Per slot of the input its price: what one more place there would save. The proof of the optimum. */
  readonly prices: readonly number[]
  /** In the order of the rows. */
  readonly assignments: readonly RoundAssignment[]
  /** Groups whose locked place cannot be given together with the other locked ones: then nothing of it may stand. */
  readonly brokenLocks: readonly string[]
}

/**
 * The optimum among the plans that keep the coordinator's choices.
 * @throws Error when the result is not proven optimal (never expected), RangeError when the input is out of bounds.
 */
export function solveRound(input: RoundInput): RoundResult {
  const column = new Map(input.slots.map((slot, i) => [slot.slotId, i]))
  const instance = {
    capacities: input.slots.map((slot) => slot.open),
    rows: input.rows.map((row) => ({
      priority: row.priority,
      candidates: row.candidates.map((c) => ({
        offer: column.get(c.slotId) ?? -1,
        cost: MAX_COST - c.score,
      })),
    })),
  }
  const choices = choicesOf(input)
  const packed = pack(withChoices(instance, choices))
  const solution = solve(packed)
  const proven = certify(packed, solution)
  const isServed = (row: number) => solution.offerOf[row] !== UNSERVED
  const prioritySum = input.rows.reduce((sum, row, i) => sum + (isServed(i) ? row.priority : 0), 0)
  const plain = pack(instance)
  const arrivals = input.rows.map((_, i) => i).sort((a, b) => byArrival(input.rows, a, b))
  return {
    objective: { ...proven, prioritySum },
    firstComeServed: objectiveOf(plain, firstComeFirstServed(plain, arrivals)).served,
    prices: [...solution.price],
    assignments: assignmentsOf(input, packed, solution),
    brokenLocks: choices.forced.flatMap(({ row }) => (isServed(row) ? [] : [input.rows[row]?.groupId ?? ''])),
  }
}

/** @returns whether the same groups get the same places, and the same groups none. */
export function samePlan(one: RoundResult, other: RoundResult): boolean {
  return planOf(one) === planOf(other)
}

const planOf = ({ assignments }: RoundResult) =>
  assignments.map(({ groupId, slotId }) => `${groupId} ${slotId}`).join()

/** The pairs as rows and columns: an offer is all its slots. */
function choicesOf({ rows, slots, choices }: RoundInput): Choices {
  const rowOf = new Map(rows.map((row, i) => [row.groupId, i]))
  const columnsOf = (offerId: string) => slots.flatMap((slot, i) => (slot.offerId === offerId ? [i] : []))
  return {
    forced: choices.locked.map(({ groupId, offerId }) => ({
      row: rowOf.get(groupId) ?? -1,
      offers: columnsOf(offerId),
    })),
    forbidden: choices.excluded.flatMap(({ groupId, offerId }) =>
      columnsOf(offerId).map((offer) => ({ row: rowOf.get(groupId) ?? -1, offer })),
    ),
  }
}

function byArrival(rows: readonly RoundRow[], a: number, b: number): number {
  const left = rows[a]?.arrivedAt ?? ''
  const right = rows[b]?.arrivedAt ?? ''
  return left < right ? -1 : left > right ? 1 : a - b
}

function assignmentsOf(input: RoundInput, packed: Packed, solution: Solution): readonly RoundAssignment[] {
  const rowsAt = rowsAtOffers(packed.offerCount, solution.offerOf)
  const free = reachesFreePlace(packed, solution)
  return input.rows.map((row, i) => {
    const { groupId, requestId, priority } = row
    const slot = input.slots[solution.offerOf[i] ?? UNSERVED]
    if (slot) {
      const score = row.candidates.find((c) => c.slotId === slot.slotId)?.score ?? 0
      return {
        groupId,
        requestId,
        priority,
        slotId: slot.slotId,
        offerId: slot.offerId,
        score,
        why: choiceOf(input, row, slot, score),
      }
    }
    const wouldHelp = WISHES.filter((wish) => row.wider[wish]?.some((column) => free[column] === 1))
    const reason = whyUnserved(packed, solution, rowsAt, i)
    const why: Why =
      reason.reason === 'no-candidate'
        ? {
            kind: 'no-candidate',
            takenAwayBy: row.takenAwayBy ?? {},
            excluded: input.choices.excluded.filter((pair) => pair.groupId === groupId).length,
            wouldHelp,
          }
        : {
            kind: 'all-full',
            offers: offersOf(input, reason.columns),
            places: reason.places,
            groups: reason.rows,
            wouldHelp,
          }
    return { groupId, requestId, priority, slotId: null, offerId: null, score: null, why }
  })
}

/** The slots of one offer have one score: a person counts offers. */
function choiceOf(input: RoundInput, row: RoundRow, given: { readonly offerId: string }, score: number): Why {
  const offerOf = new Map(input.slots.map((slot) => [slot.slotId, slot.offerId]))
  const scores = new Map(row.candidates.map((c) => [offerOf.get(c.slotId), c.score]))
  let better = 0
  for (const [offerId, other] of scores) if (offerId !== given.offerId && other > score) better++
  return { kind: 'served', choice: better + 1, of: scores.size }
}

function offersOf(input: RoundInput, columns: readonly number[]): number {
  return new Set(columns.map((column) => input.slots[column]?.offerId)).size
}
