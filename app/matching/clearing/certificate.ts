/**
 * A second, independent look at a solution: is it feasible, and do its prices prove that nothing better exists?
 * Linear programming duality: with prices p ≥ 0 that are 0 at every column with a free place, a plan in which every
 * row takes its cheapest way (candidate cost + price, or staying without) is optimal; a pool in which columns lie and a
 * room in which a region waits have prices of their own that obey the same. The check is O(E) and is
 * stored with the round, so that anybody can repeat it.
 */
import { invariant } from '~/kernel/invariant'
import { hasPlaces, imbalanceCost, type Packed } from './instance'
import { stepsAt } from './network'
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
 * @throws Error `invariant: …` when a pair does not exist, a column or pool holds more than its places, or the prices
 * do not prove the optimum. That would be a bug of ours, never of the input.
 */
export function certify(packed: Packed, { offerOf, price, roomPrice }: Solution): Objective {
  nodesAreInOrder(packed, offerOf, price)
  roomsAreInOrder(packed, offerOf, roomPrice)
  for (let row = 0; row < packed.rowCount; row++) {
    const stay =
      (packed.wayOut[row] as number) +
      (packed.balance ? (roomPrice[packed.balance[row] as number] as number) : 0)
    const offer = offerOf[row] as number
    const taken = offer === UNSERVED ? stay : costOf(packed, row, offer) + (price[offer] as number)
    invariant(taken === cheapestWay(packed, price, row, stay), `row ${row} does not take its cheapest way`)
  }
  return objectiveOf(packed, offerOf)
}

/** Nothing holds more than its places; dearer than what is around it only when full, cheaper only when empty. */
function nodesAreInOrder(
  { capacity, parent }: Packed,
  offerOf: ArrayLike<number>,
  price: Float64Array,
): void {
  const held = new Int32Array(capacity.length)
  for (let row = 0; row < offerOf.length; row++) {
    for (let node = offerOf[row] as number; node !== -1; node = parent?.[node] ?? -1)
      held[node] = (held[node] as number) + 1
  }
  for (let node = 0; node < capacity.length; node++) {
    const places = capacity[node] as number
    const own = price[node] as number
    const above = parent?.[node] ?? -1
    const around = above === -1 ? 0 : (price[above] as number)
    invariant((held[node] as number) <= places, `node ${node} holds more than its places`)
    invariant(own >= 0 && Number.isSafeInteger(own), `price of node ${node} is not an exact integer ≥ 0`)
    invariant((held[node] as number) === places || own <= around, `node ${node} has a free place and a price`)
    invariant(held[node] === 0 || own >= around, `node ${node} is cheaper than what is around it`)
  }
}

/** The price of a room lies between its last step and its next. */
function roomsAreInOrder(
  { rowCount, balance, priority }: Packed,
  offerOf: ArrayLike<number>,
  roomPrice: Float64Array,
): void {
  if (!balance) return
  const rows = new Int32Array(roomPrice.length)
  const waiting = new Int32Array(roomPrice.length)
  balance.forEach((region, row) => {
    rows[region] = (rows[region] as number) + 1
    if (offerOf[row] === UNSERVED) waiting[region] = (waiting[region] as number) + 1
  })
  const step = imbalanceCost(
    rowCount,
    priority.reduce((max, p) => Math.max(max, p), 0),
  )
  roomPrice.forEach((price, region) => {
    const [all, left] = [rows[region] as number, waiting[region] as number]
    invariant(
      price >= 0 && Number.isSafeInteger(price),
      `price of room ${region} is not an exact integer ≥ 0`,
    )
    invariant(left === all || price <= step * stepsAt(left, all), `room ${region} is too dear`)
    invariant(left === 0 || price >= step * stepsAt(left - 1, all), `room ${region} is too cheap`)
  })
}

function cheapestWay(packed: Packed, price: Float64Array, row: number, stay: number): number {
  let cheapest = stay
  for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
    const offer = packed.offer[e] as number
    if (!hasPlaces(packed, offer)) continue
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
