/**
 * The instance as the solver walks it: reduced, only columns that have a place, numbered without gaps; candidates of a row in one
 * array, cheapest first, column and cost in one integer; the children of each pool. With `balance` each region has a
 * room in which its rows wait, behind the pools.
 */
import { BALANCE_STEPS, imbalanceCost, type Packed } from './instance'
import { reduce } from './reduce'

export type Network = {
  readonly rowCount: number
  /** Where rows sit: nodes 0 … leafCount − 1; then the pools, then the rooms. */
  readonly leafCount: number
  readonly poolEnd: number
  readonly nodeCount: number
  /** Per node of the instance the node here that stands for it, −1 for none. */
  readonly nodeOf: Int32Array
  readonly head: Int32Array
  /** `cost << 21 | leaf`: of one row ascending, so the cheapest first, and of equals the first leaf. */
  readonly edge: Int32Array
  readonly capacity: Int32Array
  readonly parent: Int32Array
  /** Children of pool p: `child[childHead[p − leafCount]]` … */
  readonly childHead: Int32Array
  readonly child: Int32Array
  /** Cost of staying without a place, per row. */
  readonly wayOut: Float64Array
  /** Per row its room; empty without balance. */
  readonly room: Int32Array
  /** Cost of one step of imbalance. */
  readonly step: number
}

/** 1000 << 21 is the largest that 31 bits hold. */
export const LEAF_BITS = 21
export const LEAF_MASK = (1 << LEAF_BITS) - 1
/** Up to here insertion is quicker than the sort of the platform. */
const FEW = 64

/** O(E log of the candidates of a row). */
export function networkOf(packed: Packed): Network {
  const { rowCount, capacity, priority, balance } = packed
  const { stands, leaves, pools, within } = reduce(packed)
  const kept = [...leaves, ...pools]
  const numberOf = new Int32Array(capacity.length).fill(-1)
  kept.forEach((node, i) => {
    numberOf[node] = i
  })
  const nodeOf = stands.map((node) => (node === -1 ? -1 : (numberOf[node] as number)))
  const leafCount = leaves.length
  const poolEnd = kept.length
  const rooms = balance ? balance.reduce((max, region) => Math.max(max, region + 1), 0) : 0
  const nodeCount = poolEnd + rooms
  const capacities = new Int32Array(nodeCount)
  const parent = new Int32Array(nodeCount).fill(-1)
  kept.forEach((node, i) => {
    capacities[i] = capacity[node] as number
    const above = within[node] as number
    if (above !== -1) parent[i] = nodeOf[above] as number
  })
  for (const region of balance ?? [])
    capacities[poolEnd + region] = (capacities[poolEnd + region] as number) + 1
  const highest = priority.reduce((max, p) => Math.max(max, p), 0)
  return {
    rowCount,
    leafCount,
    poolEnd,
    nodeCount,
    nodeOf,
    ...sortedEdges(packed, nodeOf, leafCount),
    capacity: capacities,
    parent,
    ...childrenOf(parent, leafCount, poolEnd),
    wayOut: packed.wayOut,
    room: Int32Array.from(balance ?? [], (region) => poolEnd + region),
    step: imbalanceCost(rowCount, highest),
  }
}

/** What one more waiting row costs a room in which `waiting` of `rows` wait: whole steps of the share. */
export function stepsAt(waiting: number, rows: number): number {
  return Math.floor((BALANCE_STEPS * waiting) / rows)
}

/** Of columns that became one leaf, a row keeps the cheapest. */
function sortedEdges({ rowCount, head, offer, cost }: Packed, leafOf: Int32Array, leafCount: number) {
  const heads = new Int32Array(rowCount + 1)
  const edge = new Int32Array(offer.length)
  const seen = new Int32Array(leafCount).fill(-1)
  const cheapest = new Int32Array(leafCount)
  let end = 0
  for (let row = 0; row < rowCount; row++) {
    const start = end
    const last = head[row + 1] as number
    for (let e = head[row] as number; e < last; e++) {
      const leaf = leafOf[offer[e] as number] as number
      if (leaf < 0 || leaf >= leafCount) continue
      const price = cost[e] as number
      if (seen[leaf] !== row) {
        seen[leaf] = row
        cheapest[leaf] = price
        edge[end++] = leaf
      } else if (price < (cheapest[leaf] as number)) cheapest[leaf] = price
    }
    const isFew = end - start <= FEW
    for (let i = start; i < end; i++) {
      const leaf = edge[i] as number
      const pair = ((cheapest[leaf] as number) << LEAF_BITS) | leaf
      let at = i
      if (isFew) for (; at > start && (edge[at - 1] as number) > pair; at--) edge[at] = edge[at - 1] as number
      edge[at] = pair
    }
    if (!isFew) edge.subarray(start, end).sort()
    heads[row + 1] = end
  }
  return { head: heads, edge: edge.subarray(0, end) }
}

function childrenOf(parent: Int32Array, leafCount: number, poolEnd: number) {
  const childHead = new Int32Array(poolEnd - leafCount + 1)
  for (const above of parent)
    if (above !== -1) childHead[above - leafCount + 1] = (childHead[above - leafCount + 1] as number) + 1
  for (let p = 0; p < poolEnd - leafCount; p++)
    childHead[p + 1] = (childHead[p + 1] as number) + (childHead[p] as number)
  const child = new Int32Array(childHead[poolEnd - leafCount] as number)
  const next = childHead.slice()
  parent.forEach((above, node) => {
    if (above === -1) return
    const at = next[above - leafCount] as number
    next[above - leafCount] = at + 1
    child[at] = node
  })
  return { childHead, child }
}
