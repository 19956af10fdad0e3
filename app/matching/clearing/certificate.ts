/**
 * A second, independent look at a solution: is it feasible, and do its prices prove that nothing better exists?
 * Linear programming duality: with prices p ≥ 0 that are 0 at every offer with a free place, a plan in which every
 * row takes its cheapest way (candidate cost + price, or staying without) is optimal. The check is O(E) and is
 * stored with the round, so that anybody can repeat it.
 */
import { invariant } from '~/kernel/invariant'
import { type Packed, unservedCost } from './instance'
import { type Solution, UNSERVED } from './solve'

/** The three levels of the objective, to be compared one after the other. */
export type Objective = {
  readonly served: number
  /** Sum of the priorities of the served rows. */
  readonly prioritySum: number
  /** Sum of the costs of the pairs used; lower is better. */
  readonly costSum: number
}

/** O(E). */
export function objectiveOf(packed: Packed, offerOf: ArrayLike<number>): Objective {
  let served = 0
  let prioritySum = 0
  let costSum = 0
  for (let row = 0; row < packed.rowCount; row++) {
    const offer = offerOf[row] as number
    if (offer === UNSERVED) continue
    served++
    prioritySum += packed.priority[row] as number
    costSum += costOf(packed, row, offer)
  }
  return { served, prioritySum, costSum }
}

/**
 * @returns the objective of a solution that is proven optimal.
 * @throws Error `invariant: …` when a pair does not exist, an offer holds more than its places, or the prices do
 * not prove the optimum. That would be a bug of ours, never of the input.
 */
export function certify(packed: Packed, { offerOf, price }: Solution): Objective {
  const seated = new Int32Array(packed.offerCount)
  for (let row = 0; row < packed.rowCount; row++) {
    const offer = offerOf[row] as number
    if (offer !== UNSERVED) seated[offer] = (seated[offer] as number) + 1
  }
  for (let offer = 0; offer < packed.offerCount; offer++) {
    const places = packed.capacity[offer] as number
    const p = price[offer] as number
    invariant((seated[offer] as number) <= places, `offer ${offer} holds more than its places`)
    invariant(p >= 0 && Number.isSafeInteger(p), `price of offer ${offer} is not an exact integer ≥ 0`)
    invariant((seated[offer] as number) === places || p === 0, `offer ${offer} has a free place and a price`)
  }
  for (let row = 0; row < packed.rowCount; row++) {
    const cheapest = cheapestWay(packed, price, row)
    const offer = offerOf[row] as number
    const taken =
      offer === UNSERVED
        ? unservedCost(packed.rowCount, packed.priority[row] as number)
        : costOf(packed, row, offer) + (price[offer] as number)
    invariant(taken === cheapest, `row ${row} does not take its cheapest way`)
  }
  return objectiveOf(packed, offerOf)
}

function cheapestWay(packed: Packed, price: Float64Array, row: number): number {
  let cheapest = unservedCost(packed.rowCount, packed.priority[row] as number)
  for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
    const offer = packed.offer[e] as number
    if (packed.capacity[offer] === 0) continue
    cheapest = Math.min(cheapest, (packed.cost[e] as number) + (price[offer] as number))
  }
  return cheapest
}

function costOf(packed: Packed, row: number, offer: number): number {
  for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
    if (packed.offer[e] === offer) return packed.cost[e] as number
  }
  invariant(false, `row ${row} sits at offer ${offer}, which is no candidate`)
}
