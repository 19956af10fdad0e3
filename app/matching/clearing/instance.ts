/**
 * What a clearing round solves: groups of pupils (rows) that wait, columns with class-places, and the pairs that fit.
 * One row is one group and takes one place; a request with three groups is three rows. A column is an offer, or one
 * session or date of it; columns may lie in pools (all dates of an offer, all offers of a company) that hold no more
 * than their own capacity together. Pools lie in pools: the capacities are laminar, so that it stays a flow.
 *
 * Objective, lexicographic and exact:
 *   1. the most groups get a place;
 *   2. with `balance`: the shares of groups without a place differ least between regions (convex, 20 steps);
 *   3. the largest sum of priorities (longest waiting and never helped first);
 *   4. the smallest sum of costs (cost = 1000 − score).
 * The sets of rows that can be served together form a matroid, so levels 1 to 3 never conflict with the count
 * (J. Edmonds and D. R. Fulkerson, "Transversals and matroid partition", 1965).
 *
 * Limits: pupils are not a capacity here (that is a knapsack, not a flow); a row takes exactly one place.
 */

/** A pair that fits: `offer` is an index into `capacities`, `cost` an integer 0–1000, lower is better. */
export type Candidate = { readonly offer: number; readonly cost: number }

export type ClearingRow = {
  /** Integer 0–100,000: higher goes first. Rows of one request carry the same one. */
  readonly priority: number
  /** In any order; at most one per column. */
  readonly candidates: readonly Candidate[]
  /** Has a place wherever one can be had: also where the balance between regions would rather give it to another. */
  readonly isFirm?: boolean
}

/** What several columns or pools hold together. */
export type Pool = {
  readonly capacity: number
  /** Index of the pool in which it lies; always a later one, so that there is no circle. */
  readonly within?: number
}

export type ClearingInstance = {
  readonly rows: readonly ClearingRow[]
  /** Open class-places per column, integers ≥ 0. */
  readonly capacities: readonly number[]
  readonly pools?: readonly Pool[]
  /** Per column the pool in which it lies, −1 for none. */
  readonly poolOf?: readonly number[]
  /** Per row its region, 0, 1, …: asks for the balance between regions. */
  readonly balance?: readonly number[]
}

/**
 * Rows and columns as typed arrays: row i owns the candidates `head[i]` … `head[i + 1] − 1`. Nodes are the columns and
 * behind them the pools; `parent` says in which pool a node lies.
 */
export type Packed = {
  readonly rowCount: number
  readonly offerCount: number
  readonly head: Int32Array
  readonly offer: Int32Array
  readonly cost: Int32Array
  /** Per node. */
  readonly capacity: Int32Array
  readonly priority: Int32Array
  /** Per node, −1 for none; left out where there are no pools. */
  readonly parent?: Int32Array
  readonly balance?: Int32Array
  /** Per row what staying without a place costs, without the room in which it waits. */
  readonly wayOut: Float64Array
}

/** The largest cost of a pair: `1000 − score` of a score of 0. */
export const MAX_COST = 1000
const MAX_PRIORITY = 100_000
/** Bounds of one round: about 150 bytes a candidate, so that the largest stays under 1 GB. */
const MAX_ROWS = 200_000
const MAX_CANDIDATES = 5_000_000
/** A pair is kept in 31 bits: ten of them are its cost. */
const MAX_NODES = 2 ** 21
export const BALANCE_STEPS = 20

/**
 * What it costs to leave a row without a place. One step of priority outweighs every possible sum of costs,
 * so that an exact optimum of the plain sum is the lexicographic one.
 */
export function unservedCost(rowCount: number, priority: number): number {
  return (MAX_COST * rowCount + 1) * (1 + priority)
}

/**
 * A firm row costs one step more than any exchange between regions saves: so it stays out only where no plan of as many
 * rows has it in.
 */
function waysOut(rows: readonly ClearingRow[], highest: number): Float64Array {
  const firm = (BALANCE_STEPS + 1) * imbalanceCost(rows.length, highest)
  return Float64Array.from(rows, (row) => unservedCost(rows.length, row.priority) + (row.isFirm ? firm : 0))
}

/** What one step of imbalance costs: more than any priority and any sum of costs. */
export function imbalanceCost(rowCount: number, highestPriority: number): number {
  return (MAX_COST * rowCount + 1) * (highestPriority + 2)
}

/**
 * Checks and packs an instance; candidates of a row are ordered by column, so that the order of input is forgotten.
 * O(E log E).
 * @throws RangeError when a number is not an integer in its range, a column or pool does not exist, a pair occurs
 * twice, the instance is larger than the bounds, or the sums would leave the exact integers of a double (2^53).
 */
export function pack(instance: ClearingInstance): Packed {
  const { rows, capacities, pools = [], poolOf, balance } = instance
  const n = rows.length
  const m = capacities.length
  const edges = rows.reduce((sum, row) => sum + row.candidates.length, 0)
  const all = [...capacities, ...pools.map((pool) => pool.capacity)]
  withinBounds(n, edges, all.length)
  const highest = rows.reduce((max, row) => Math.max(max, row.priority), 0)
  const packed = {
    rowCount: n,
    wayOut: waysOut(rows, highest),
    offerCount: m,
    head: new Int32Array(n + 1),
    offer: new Int32Array(edges),
    cost: new Int32Array(edges),
    capacity: Int32Array.from(all, (c) => integerWithin(c, 0, 1_000_000, 'capacity')),
    priority: Int32Array.from(rows, (r) => integerWithin(r.priority, 0, MAX_PRIORITY, 'priority')),
    ...(pools.length > 0 && { parent: parentsOf(m, pools, poolOf ?? []) }),
    ...(balance && { balance: regionsOf(n, balance) }),
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
  const isStepped = balance !== undefined || rows.some((row) => row.isFirm)
  const steps = isStepped ? (2 * BALANCE_STEPS + 1) * imbalanceCost(n, highest) : 0
  if (2 * (unservedCost(n, highest) + steps) + MAX_COST * n > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('clearing: too many rows for these priorities')
  }
  return packed
}

/** @returns whether the column and every pool around it have a place at all. O(depth). */
export function hasPlaces(
  { capacity, parent }: Pick<Packed, 'capacity' | 'parent'>,
  column: number,
): boolean {
  for (let node = column; node !== -1; node = parent?.[node] ?? -1) if (capacity[node] === 0) return false
  return true
}

function withinBounds(rows: number, edges: number, nodes: number): void {
  if (rows > MAX_ROWS) throw new RangeError(`clearing: ${rows} rows are more than ${MAX_ROWS}`)
  if (edges > MAX_CANDIDATES)
    throw new RangeError(`clearing: ${edges} candidates are more than ${MAX_CANDIDATES}`)
  if (nodes >= MAX_NODES) throw new RangeError(`clearing: ${nodes} columns are not fewer than ${MAX_NODES}`)
}

function parentsOf(columns: number, pools: readonly Pool[], poolOf: readonly number[]): Int32Array {
  const parent = new Int32Array(columns + pools.length).fill(-1)
  for (let column = 0; column < columns; column++) {
    const pool = integerWithin(poolOf[column] ?? -1, -1, pools.length - 1, 'pool')
    if (pool !== -1) parent[column] = columns + pool
  }
  pools.forEach(({ within }, i) => {
    if (within === undefined) return
    parent[columns + i] = columns + integerWithin(within, i + 1, pools.length - 1, 'pool of a pool')
  })
  return parent
}

function regionsOf(rows: number, balance: readonly number[]): Int32Array {
  if (balance.length !== rows) throw new RangeError('clearing: not every row has a region')
  return Int32Array.from(balance, (region) => integerWithin(region, 0, rows, 'region'))
}

function integerWithin(value: number, low: number, high: number, what: string): number {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`clearing: ${what} ${value} is not an integer in ${low}–${high}`)
  }
  return value
}
