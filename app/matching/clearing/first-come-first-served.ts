/**
 * What happens without a clearing round: each row in turn takes its best candidate that still has a place, and
 * nobody is ever seated elsewhere to make room. The number that every round is compared with.
 */
import { MAX_COST, type Packed } from './instance'
import { UNSERVED } from './solve'

/**
 * @param order rows in the order of their arrival, each once.
 * @returns per row the offer that it gets, or `UNSERVED`. Ties in cost go to the lower offer. O(E).
 */
export function firstComeFirstServed(packed: Packed, order: readonly number[]): Int32Array {
  const left = Int32Array.from(packed.capacity)
  const offerOf = new Int32Array(packed.rowCount).fill(UNSERVED)
  for (const row of order) {
    let best = UNSERVED
    let bestCost = MAX_COST + 1
    for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
      const offer = packed.offer[e] as number
      const cost = packed.cost[e] as number
      if ((left[offer] as number) > 0 && cost < bestCost) {
        best = offer
        bestCost = cost
      }
    }
    if (best === UNSERVED) continue
    left[best] = (left[best] as number) - 1
    offerOf[row] = best
  }
  return offerOf
}
