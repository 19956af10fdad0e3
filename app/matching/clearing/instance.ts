/**
 * What a clearing round solves: groups of pupils (rows) that wait, offers (columns) with class-places, and the
 * pairs that fit. One row is one group and takes one place; a request with three groups is three rows.
 *
 * Objective, lexicographic and exact:
 *   1. the most groups get a place;
 *   2. among those, the largest sum of priorities (longest waiting and never helped first);
 *   3. among those, the smallest sum of costs (cost = 1000 − score).
 * The sets of rows that can be served together form a transversal matroid, so levels 1 and 2 never conflict
 * (J. Edmonds and D. R. Fulkerson, "Transversals and matroid partition", 1965).
 *
 * Limits: pupils are not a capacity here (that is a knapsack, not a flow); a row takes exactly one place.
 */

/** A pair that fits: `offer` is an index into `capacities`, `cost` an integer 0–1000, lower is better. */
export type Candidate = { readonly offer: number; readonly cost: number }

export type ClearingRow = {
  /** Integer 0–100,000: higher goes first. Rows of one request carry the same one. */
  readonly priority: number
  /** In any order; at most one per offer. */
  readonly candidates: readonly Candidate[]
}

export type ClearingInstance = {
  readonly rows: readonly ClearingRow[]
  /** Open class-places per offer, integers ≥ 0. */
  readonly capacities: readonly number[]
}

/** Rows and columns as typed arrays: row i owns the candidates `head[i]` … `head[i + 1] − 1`. */
export type Packed = {
  readonly rowCount: number
  readonly offerCount: number
  readonly head: Int32Array
  readonly offer: Int32Array
  readonly cost: Int32Array
  readonly capacity: Int32Array
  readonly priority: Int32Array
}

/** The largest cost of a pair: `1000 − score` of a score of 0. */
export const MAX_COST = 1000
const MAX_PRIORITY = 100_000

/**
 * What it costs to leave a row without a place. One step of priority outweighs every possible sum of costs,
 * so that an exact optimum of the plain sum is the lexicographic one.
 */
export function unservedCost(rowCount: number, priority: number): number {
  return (MAX_COST * rowCount + 1) * (1 + priority)
}

/**
 * Checks and packs an instance; candidates of a row are ordered by offer, so that the order of input is forgotten.
 * O(E log E).
 * @throws RangeError when a number is not an integer in its range, an offer does not exist, a pair occurs twice,
 * or the sums would leave the exact integers of a double (2^53).
 */
export function pack(instance: ClearingInstance): Packed {
  const { rows, capacities } = instance
  const n = rows.length
  const m = capacities.length
  const edges = rows.reduce((sum, row) => sum + row.candidates.length, 0)
  const packed = {
    rowCount: n,
    offerCount: m,
    head: new Int32Array(n + 1),
    offer: new Int32Array(edges),
    cost: new Int32Array(edges),
    capacity: Int32Array.from(capacities, (c) => integerWithin(c, 0, 1_000_000, 'capacity')),
    priority: Int32Array.from(rows, (r) => integerWithin(r.priority, 0, MAX_PRIORITY, 'priority')),
  }
  let edge = 0
  rows.forEach((row, i) => {
    let previous = -1
    for (const c of [...row.candidates].sort((a, b) => a.offer - b.offer)) {
      integerWithin(c.offer, 0, m - 1, 'offer')
      if (c.offer === previous) throw new RangeError(`clearing: row ${i} names offer ${c.offer} twice`)
      previous = c.offer
      packed.offer[edge] = c.offer
      packed.cost[edge] = integerWithin(c.cost, 0, MAX_COST, 'cost')
      edge++
    }
    packed.head[i + 1] = edge
  })
  const highest = rows.reduce((max, row) => Math.max(max, row.priority), 0)
  if (unservedCost(n, highest) + MAX_COST * n > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('clearing: too many rows for these priorities')
  }
  return packed
}

function integerWithin(value: number, low: number, high: number, what: string): number {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`clearing: ${what} ${value} is not an integer in ${low}–${high}`)
  }
  return value
}
