/**
 * Why a row has no place, exactly. Either nothing fits it at all, or the offers that it can reach by moving others
 * are all full: then the rows around them are one more than the places (a tight set in the sense of P. Hall,
 * "On representatives of subsets", 1935), so somebody has to wait, and the priorities say who.
 */
import { heldBy } from './free-place'
import { hasPlaces, type Packed } from './instance'
import { type Solution, UNSERVED } from './solve'

export type WhyUnserved =
  | { readonly reason: 'no-candidate' }
  | {
      readonly reason: 'all-full'
      /** Offers in the tight set, their places, and the rows that want them (this one included). */
      readonly columns: readonly number[]
      readonly places: number
      readonly rows: number
    }

/**
 * The reasons of many rows of one solution. Rows that want each other's offers are in one and the same tight set: it is
 * looked for once for all of them. Offers fall apart into strongly connected parts (R. Tarjan, "Depth-first search and
 * linear graph algorithms", 1972); a row all of whose offers are reached from the largest part that it touches has the
 * tight set of that part.
 * @returns a function with the answers of `whyUnserved`; rows with the same tight set get the same object. O(E) once, and
 * O(E) for each part and each row that fits none.
 */
export function whyUnservedOf(
  packed: Packed,
  solution: Pick<Solution, 'offerOf'>,
  rowsAt: RowsAtOffer,
): (row: number) => WhyUnserved {
  const { part, size } = partsOf(packed, solution, rowsAt)
  const known = new Map<number, { readonly why: WhyUnserved; readonly reached: ReadonlySet<number> }>()
  return (row) => {
    const starts = startsOf(packed, row)
    let largest = -1
    for (const node of starts) {
      const own = part[node] as number
      if (largest === -1 || (size[own] as number) > (size[largest] as number)) largest = own
    }
    if (largest === -1) return { reason: 'no-candidate' }
    let found = known.get(largest)
    if (!found) {
      const of = starts.filter((node) => part[node] === largest)
      found = reachedFrom(packed, solution, rowsAt, of)
      known.set(largest, found)
    }
    const { why, reached } = found
    return starts.every((node) => reached.has(node)) ? why : whyUnserved(packed, solution, rowsAt, row)
  }
}

/** Columns with places among the candidates of a row. */
function startsOf(packed: Packed, row: number): readonly number[] {
  const { head, offer } = packed
  const starts: number[] = []
  for (let e = head[row] as number; e < (head[row + 1] as number); e++)
    if (hasPlaces(packed, offer[e] as number)) starts.push(offer[e] as number)
  return starts
}

/**
 * @returns the reason for one unserved row. `rows` is always `places + 1`: were it less, a chain of moves would
 * have found a place. O(E) per row.
 */
export function whyUnserved(
  packed: Packed,
  solution: Pick<Solution, 'offerOf'>,
  rowsAt: RowsAtOffer,
  row: number,
): WhyUnserved {
  const starts = startsOf(packed, row)
  return starts.length === 0 ? { reason: 'no-candidate' } : reachedFrom(packed, solution, rowsAt, starts).why
}

/** The tight set around columns that a row without a place wants, and every node in it. */
function reachedFrom(
  packed: Packed,
  { offerOf }: Pick<Solution, 'offerOf'>,
  rowsAt: RowsAtOffer,
  starts: readonly number[],
): { readonly why: WhyUnserved; readonly reached: ReadonlySet<number> } {
  const { capacity, offerCount } = packed
  const next = successorsOf(packed, offerOf, rowsAt)
  const reached = new Set(starts)
  const queue = [...reached]
  let rows = 1
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] as number
    if (node < offerCount) rows += rowsAt(node).length
    next(node, (other) => {
      if (reached.has(other)) return
      reached.add(other)
      queue.push(other)
    })
  }
  // A column inside a full pool of the set is counted with the pool.
  const isInside = (node: number) => {
    for (let n = packed.parent?.[node] ?? -1; n !== -1; n = packed.parent?.[n] ?? -1)
      if (reached.has(n)) return true
    return false
  }
  const places = queue.reduce((sum, node) => sum + (isInside(node) ? 0 : (capacity[node] as number)), 0)
  const columns = queue.filter((node) => node < offerCount)
  return { why: { reason: 'all-full', columns, places, rows }, reached }
}

/** @returns tells of each node to which others its rows could go, or what holds it up. */
function successorsOf(packed: Packed, offerOf: ArrayLike<number>, rowsAt: RowsAtOffer) {
  const { head, offer, offerCount } = packed
  const pools = poolsOf(packed, offerOf)
  return (node: number, see: (other: number) => void): void => {
    for (const row of node < offerCount ? rowsAt(node) : [])
      for (let e = head[row] as number; e < (head[row + 1] as number); e++)
        if (hasPlaces(packed, offer[e] as number)) see(offer[e] as number)
    for (const child of pools.taken(node)) see(child)
    const above = pools.roomIn(node)
    if (above !== -1) see(above)
  }
}

/** Strongly connected parts of the nodes: per node its part, per part how many nodes. O(E), without recursion. */
function partsOf(packed: Packed, { offerOf }: Pick<Solution, 'offerOf'>, rowsAt: RowsAtOffer) {
  const count = packed.capacity.length
  const next = successorsOf(packed, offerOf, rowsAt)
  const order = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const part = new Int32Array(count).fill(-1)
  const size: number[] = []
  const open: number[] = []
  let visited = 0
  type Frame = { readonly node: number; readonly others: readonly number[]; at: number }
  const enter = (node: number): Frame => {
    order[node] = low[node] = visited++
    open.push(node)
    const others: number[] = []
    next(node, (other) => others.push(other))
    return { node, others, at: 0 }
  }
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue
    const path = [enter(root)]
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const { node, others } = frame
      const other = others[frame.at++]
      if (other !== undefined) {
        if (order[other] === -1) path.push(enter(other))
        else if (part[other] === -1) low[node] = Math.min(low[node] as number, order[other] as number)
        continue
      }
      path.pop()
      const above = path.at(-1)?.node
      if (above !== undefined) low[above] = Math.min(low[above] as number, low[node] as number)
      if (low[node] !== order[node]) continue
      const number = size.length
      size.push(0)
      for (let member = -1; member !== node; ) {
        member = open.pop() as number
        part[member] = number
        size[number] = (size[number] as number) + 1
      }
    }
  }
  return { part, size }
}

function poolsOf(packed: Packed, offerOf: ArrayLike<number>) {
  const { parent, capacity } = packed
  if (!parent) return { taken: () => [], roomIn: () => -1 }
  const held = heldBy(packed, offerOf)
  const children: number[][] = Array.from(capacity, () => [])
  parent.forEach((above, node) => {
    if (above !== -1 && (held[node] as number) > 0) children[above]?.push(node)
  })
  return {
    taken: (node: number): readonly number[] => children[node] ?? [],
    /** The pool in which a node with a free place of its own is held up; −1 when it is full itself. */
    roomIn: (node: number) =>
      (held[node] as number) < (capacity[node] as number) ? (parent[node] as number) : -1,
  }
}

/** Rows that sit at an offer. */
export type RowsAtOffer = (offer: number) => readonly number[]

/** @returns a lookup from offer to the rows that sit there, ascending. O(n) once. */
export function rowsAtOffers(offerCount: number, offerOf: ArrayLike<number>): RowsAtOffer {
  const rows: number[][] = Array.from({ length: offerCount }, () => [])
  for (let row = 0; row < offerOf.length; row++) {
    const offer = offerOf[row] as number
    if (offer !== UNSERVED) rows[offer]?.push(row)
  }
  return (offer) => rows[offer] ?? []
}
