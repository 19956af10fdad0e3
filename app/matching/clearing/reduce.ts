/**
 * Makes an instance smaller without changing what is possible: a pool that can hold all that lies in it is no limit and
 * falls away; where each column alone could fill the pool, the columns are no limits and the pool takes their place. Most
 * offers have one or two places on several dates: they become one column.
 */
import { hasPlaces, type Packed } from './instance'

export type Reduced = {
  /** Per node (columns, then pools) the node that stands for it: a leaf or a pool that is kept; −1: no limit at all. */
  readonly stands: Int32Array
  /** Nodes where rows sit, ascending: columns, and pools that took the place of theirs. */
  readonly leaves: readonly number[]
  /** Pools that are kept, ascending. */
  readonly pools: readonly number[]
  /** Per node the pool in which its stand-in lies, −1 for none. */
  readonly within: Int32Array
}

const NONE = -1

/** O(nodes). */
export function reduce(packed: Packed): Reduced {
  const { offerCount, capacity } = packed
  const nodes = capacity.length
  const within = packed.parent ? packed.parent.slice() : new Int32Array(nodes).fill(NONE)
  const stands = Int32Array.from({ length: nodes }, (_, node) => node)
  const children: number[][] = Array.from({ length: nodes - offerCount }, () => [])
  const put = (node: number) => {
    const above = within[node] as number
    if (above !== NONE) children[above - offerCount]?.push(node)
  }
  const isLeaf = new Uint8Array(nodes)
  for (let column = 0; column < offerCount; column++) {
    if (!hasPlaces(packed, column)) continue
    isLeaf[column] = 1
    put(column)
  }
  const pools: number[] = []
  // A pool lies in a later one: whatever it becomes is known when that one's turn comes.
  for (let pool = offerCount; pool < nodes; pool++) {
    const inside = children[pool - offerCount] ?? []
    const places = capacity[pool] as number
    const held = inside.reduce((sum, node) => sum + (capacity[node] as number), 0)
    if (held <= places) {
      stands[pool] = within[pool] as number
      for (const node of inside) {
        within[node] = within[pool] as number
        put(node)
      }
    } else if (inside.every((node) => isLeaf[node] === 1 && (capacity[node] as number) >= places)) {
      isLeaf[pool] = 1
      for (const node of inside) {
        isLeaf[node] = 0
        stands[node] = pool
      }
      put(pool)
    } else {
      pools.push(pool)
      put(pool)
    }
  }
  for (let node = nodes - 1; node >= 0; node--) {
    const other = stands[node] as number
    if (other !== NONE && other !== node) stands[node] = stands[other] as number
  }
  const leaves = [...isLeaf.keys()].filter((node) => isLeaf[node] === 1)
  return { stands, leaves, pools, within }
}
