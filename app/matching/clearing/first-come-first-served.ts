/**
 * What happens without a clearing round: each row in turn takes its best candidate that still has a place, and
 * nobody is ever seated elsewhere to make room. The number that every round is compared with.
 */
import { hasPlaces, MAX_COST, type Packed } from './instance'
import { UNSERVED } from './solve'

/**
 * @param order rows in the order of their arrival, each once.
 * @param requestOf per row the request that takes places for all of its rows or for none, when the first of them comes;
 * −1: a row for itself.
 * @returns per row the offer that it gets, or `UNSERVED`. Ties in cost go to the lower offer. O(E).
 */
export function firstComeFirstServed(
  packed: Packed,
  order: readonly number[],
  requestOf: readonly number[] | null = null,
): Int32Array {
  const left = Int32Array.from(packed.capacity)
  const offerOf = new Int32Array(packed.rowCount).fill(UNSERVED)
  const count = (column: number, places: number) => {
    for (let node = column; node !== -1; node = packed.parent?.[node] ?? -1)
      left[node] = (left[node] as number) + places
  }
  const take = (row: number) => {
    const best = bestOf(packed, left, row)
    if (best === UNSERVED) return
    count(best, -1)
    offerOf[row] = best
  }
  const rowsOf = requestOf === null ? null : byRequest(order, requestOf)
  for (const row of order) {
    const request = requestOf?.[row] ?? -1
    const rows = rowsOf?.get(request)
    if (request === -1) take(row)
    if (!rows) continue
    rowsOf?.delete(request)
    for (const each of rows) take(each)
    if (!rows.some((each) => offerOf[each] === UNSERVED)) continue
    for (const each of rows) {
      const offer = offerOf[each] as number
      if (offer !== UNSERVED) count(offer, 1)
      offerOf[each] = UNSERVED
    }
  }
  return offerOf
}

function byRequest(order: readonly number[], requestOf: readonly number[]): Map<number, number[]> {
  const rowsOf = new Map<number, number[]>()
  for (const row of order) {
    const request = requestOf[row] ?? -1
    if (request === -1) continue
    const rows = rowsOf.get(request)
    if (rows) rows.push(row)
    else rowsOf.set(request, [row])
  }
  return rowsOf
}

/** The best candidate that still has a place, in what it lies in as well. */
function bestOf(packed: Packed, left: Int32Array, row: number): number {
  const free = packed.parent ? { capacity: left, parent: packed.parent } : { capacity: left }
  let best = UNSERVED
  let bestCost = MAX_COST + 1
  for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
    const offer = packed.offer[e] as number
    const cost = packed.cost[e] as number
    if (cost < bestCost && hasPlaces(free, offer)) {
      best = offer
      bestCost = cost
    }
  }
  return best
}
