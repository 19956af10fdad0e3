/** Solves a round and says of every group why it has what it has. Pure: the same input gives the same bytes. */
import { certify, type Objective, objectiveOf } from '~/matching/clearing/certificate'
import { firstComeFirstServed } from '~/matching/clearing/first-come-first-served'
import { MAX_COST, type Packed, pack } from '~/matching/clearing/instance'
import { type Solution, solve, UNSERVED } from '~/matching/clearing/solve'
import { rowsAtOffers, whyUnserved } from '~/matching/clearing/why-unserved'
import type { Rule } from '~/matching/ranking/rules'
import type { RoundInput, RoundRow } from './round-input'

export type Why =
  | {
      readonly kind: 'served'
      /** Place of the offer among the group's own candidates, from 1, and how many it has. */
      readonly choice: number
      readonly of: number
    }
  | { readonly kind: 'no-candidate'; readonly takenAwayBy: Readonly<Partial<Record<Rule, number>>> }
  /** Everything that it could have is full, whoever moves: more groups than places, and the priorities decide. */
  | { readonly kind: 'all-full'; readonly slots: number; readonly places: number; readonly groups: number }

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
  readonly objective: Objective
  /** Groups that would have a place if each in turn had taken its best. */
  readonly firstComeServed: number
  /** Per slot of the input its price: what one more place there would save. The proof of the optimum. */
  readonly prices: readonly number[]
  /** In the order of the rows. */
  readonly assignments: readonly RoundAssignment[]
}

/** @throws Error when the result is not proven optimal (never expected), RangeError when the input is out of bounds. */
export function solveRound(input: RoundInput): RoundResult {
  const column = new Map(input.slots.map((slot, i) => [slot.slotId, i]))
  const packed = pack({
    capacities: input.slots.map((slot) => slot.open),
    rows: input.rows.map((row) => ({
      priority: row.priority,
      candidates: row.candidates.map((c) => ({
        offer: column.get(c.slotId) ?? -1,
        cost: MAX_COST - c.score,
      })),
    })),
  })
  const solution = solve(packed)
  const objective = certify(packed, solution)
  const arrivals = input.rows.map((_, i) => i).sort((a, b) => byArrival(input.rows, a, b))
  return {
    objective,
    firstComeServed: objectiveOf(packed, firstComeFirstServed(packed, arrivals)).served,
    prices: [...solution.price],
    assignments: assignmentsOf(input, packed, solution),
  }
}

function byArrival(rows: readonly RoundRow[], a: number, b: number): number {
  const left = rows[a]?.arrivedAt ?? ''
  const right = rows[b]?.arrivedAt ?? ''
  return left < right ? -1 : left > right ? 1 : a - b
}

function assignmentsOf(input: RoundInput, packed: Packed, solution: Solution): readonly RoundAssignment[] {
  const rowsAt = rowsAtOffers(packed.offerCount, solution.offerOf)
  return input.rows.map((row, i) => {
    const { groupId, requestId, priority } = row
    const slot = input.slots[solution.offerOf[i] ?? UNSERVED]
    if (slot) {
      const score = row.candidates.find((c) => c.slotId === slot.slotId)?.score ?? 0
      const better = row.candidates.filter((c) => c.score > score).length
      const why: Why = { kind: 'served', choice: better + 1, of: row.candidates.length }
      return { groupId, requestId, priority, slotId: slot.slotId, offerId: slot.offerId, score, why }
    }
    const reason = whyUnserved(packed, solution, rowsAt, i)
    const why: Why =
      reason.reason === 'no-candidate'
        ? { kind: 'no-candidate', takenAwayBy: row.takenAwayBy ?? {} }
        : { kind: 'all-full', slots: reason.offers, places: reason.places, groups: reason.rows }
    return { groupId, requestId, priority, slotId: null, offerId: null, score: null, why }
  })
}
