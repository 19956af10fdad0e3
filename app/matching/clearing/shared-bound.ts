/**
 * How many rows no plan can serve more than, when small groups may share a place and some rows keep theirs.
 *
 * Weights. Give each row at each column a weight w ≤ 1 such that the rows of one place never weigh more than 1 together. A
 * row that shares with nobody weighs 1. A sharer of p pupils at sessions of S weighs 1 where even the smallest group that it
 * might sit with is too much; else u(p ÷ S), where u is the identity or, for a whole k, u(x) = x if (k + 1)x is whole, else
 * ⌊(k + 1)x⌋ ÷ k. These are dual feasible functions: numbers whose sum is at most 1 have images whose sum is at most 1
 * (S. P. Fekete and J. Schepers, "New classes of fast lower bounds for bin packing problems", Mathematical Programming 91,
 * 2001). So in every plan the rows at a column, and in every pool around it, weigh no more than its places.
 *
 * Prices. For any prices λ ≥ 0 of columns and pools, a plan serves at most
 *   Σ λ · places + Σ over rows of max(0, the largest 1 − w · (λ of the column and of the pools around it)):
 * each served row is worth 1 = (1 − wλ) + wλ; the first parts are at most the second sum, and the second parts, summed by
 * node, at most the first (weak duality). A row that is served in every plan that counts adds its largest 1 − wλ, also below
 * 0. The prices are sought by a subgradient; that they are not the best makes the bound weaker, never wrong. All is counted
 * in whole numbers, weights rounded down, so that no rounding makes it too small. That some requests want all or nothing is
 * left out: fewer wishes, no fewer rows.
 */
import { hasPlaces, type Packed } from './instance'
import { chainOf, type Sharer, type Sharing } from './sharing'

/** A weight or a price of 1. */
const ONE = 2 ** 15
const DEAREST = 4 * ONE
const KS = [0, 1, 2, 3, 4] as const
const STEPS = 30

/**
 * @param keeps per row 1 when only plans count in which it is served; such a plan exists.
 * @param start per node a price ≥ 0 to begin with, cumulative as those of a solution; only the bound's strength hangs on it.
 * @returns a whole number that no feasible plan exceeds. Deterministic. O(E · KS · STEPS).
 */
export function sharedBound(
  packed: Packed,
  sharing: Sharing,
  { keeps, start }: { readonly keeps: Uint8Array; readonly start: ArrayLike<number> },
): number {
  const lonely = lonelyPairs(packed, sharing)
  let best = Number.POSITIVE_INFINITY
  for (const k of KS) {
    const weight = weightsOf(packed, sharing, { lonely, k })
    let price = Float64Array.from(packed.capacity, (_, node) => {
      const above = packed.parent?.[node] ?? -1
      const own = (start[node] as number) - (above === -1 ? 0 : (start[above] as number))
      return own > 0 ? ONE : 0
    })
    for (let step = 0; step < STEPS; step++) {
      const { bound, spare } = boundAt(packed, { weight, keeps }, price)
      best = Math.min(best, bound)
      price = price.map((own, node) => {
        const places = Math.max(1, packed.capacity[node] as number)
        const by = Math.round((ONE * (spare[node] as number)) / (ONE * places * (2 + step / 2)))
        return Math.min(DEAREST, Math.max(0, own - by))
      })
    }
  }
  return best
}

/** The bound of these prices, and by how much less than its places each node would be used at them. */
function boundAt(
  packed: Packed,
  { weight, keeps }: { readonly weight: Int32Array; readonly keeps: Uint8Array },
  price: Float64Array,
): { readonly bound: number; readonly spare: Float64Array } {
  const { rowCount, head, offer, capacity, parent } = packed
  const all = Float64Array.from(price)
  // A pool lies in a later one: its own sum is known before that of what lies in it.
  for (let node = capacity.length - 1; node >= 0; node--) {
    const above = parent?.[node] ?? -1
    if (above !== -1) all[node] = (all[node] as number) + (all[above] as number)
  }
  const spare = Float64Array.from(capacity, (places) => places * ONE)
  let sum = price.reduce((total, own, node) => total + own * ONE * (capacity[node] as number), 0)
  for (let row = 0; row < rowCount; row++) {
    let most = keeps[row] === 1 ? Number.NEGATIVE_INFINITY : 0
    let at = -1
    for (let e = head[row] as number; e < (head[row + 1] as number); e++) {
      if (weight[e] === NOWHERE) continue
      const worth = ONE * ONE - (weight[e] as number) * (all[offer[e] as number] as number)
      if (worth <= most) continue
      most = worth
      at = e
    }
    sum += most
    if (at === -1) continue
    for (const node of chainOf(packed, offer[at] as number))
      spare[node] = (spare[node] as number) - (weight[at] as number)
  }
  return {
    bound: Number.isSafeInteger(sum) ? Math.floor(sum / (ONE * ONE)) : Number.POSITIVE_INFINITY,
    spare,
  }
}

const NOWHERE = -1

/** Per pair its weight; `NOWHERE` for a column without places. */
function weightsOf(
  packed: Packed,
  { sharers, sizes }: Sharing,
  { lonely, k }: { readonly lonely: Uint8Array; readonly k: number },
): Int32Array {
  const weight = new Int32Array(packed.offer.length)
  for (let row = 0; row < packed.rowCount; row++) {
    for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
      const column = packed.offer[e] as number
      const size = sizes[column] ?? null
      const sharer = sharers[row]
      if (!hasPlaces(packed, column)) weight[e] = NOWHERE
      else if (!sharer || size === null || lonely[e] === 1) weight[e] = ONE
      else weight[e] = shareOf(sharer.pupils, size, k)
    }
  }
  return weight
}

/** u(pupils ÷ size), rounded down; `k` 0: the identity. */
function shareOf(pupils: number, size: number, k: number): number {
  const times = (k + 1) * pupils
  return k === 0 || times % size === 0
    ? Math.floor((ONE * pupils) / size)
    : Math.floor((ONE * Math.floor(times / size)) / k)
}

/** Per pair 1 where the row can sit with nobody at that column: the smallest other group that is alike is too much. */
function lonelyPairs(packed: Packed, { sharers, sizes }: Sharing): Uint8Array {
  const smallest = new Map<string, Sharer[]>()
  const lonely = new Uint8Array(packed.offer.length)
  const eachPair = (look: (e: number, sharer: Sharer, column: number) => void) => {
    for (let row = 0; row < packed.rowCount; row++) {
      const sharer = sharers[row]
      if (!sharer) continue
      for (let e = packed.head[row] as number; e < (packed.head[row + 1] as number); e++) {
        const column = packed.offer[e] as number
        if ((sizes[column] ?? null) !== null) look(e, sharer, column)
      }
    }
  }
  // Of two requests the smallest: one of them is another's.
  eachPair((_, sharer, column) => {
    const key = `${column} ${sharer.alike}`
    const known = smallest.get(key) ?? []
    const own = known.find(({ request }) => request === sharer.request)
    if (own && own.pupils <= sharer.pupils) return
    smallest.set(
      key,
      [...known.filter((other) => other !== own), sharer].sort((a, b) => a.pupils - b.pupils).slice(0, 2),
    )
  })
  eachPair((e, sharer, column) => {
    const other = smallest.get(`${column} ${sharer.alike}`)?.find(({ request }) => request !== sharer.request)
    if (!other || other.pupils + sharer.pupils > (sizes[column] as number)) lonely[e] = 1
  })
  return lonely
}
