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
 * @returns the reason for one unserved row. `rows` is always `places + 1`: were it less, a chain of moves would
 * have found a place. O(E) per row.
 */
export function whyUnserved(
  packed: Packed,
  { offerOf }: Pick<Solution, 'offerOf'>,
  rowsAt: RowsAtOffer,
  row: number,
): WhyUnserved {
  const { head, offer, capacity, offerCount } = packed
  const pools = poolsOf(packed, offerOf)
  const seen = new Set<number>()
  const queue: number[] = []
  const see = (node: number) => {
    if (seen.has(node)) return
    seen.add(node)
    queue.push(node)
  }
  const visit = (r: number) => {
    for (let e = head[r] as number; e < (head[r + 1] as number); e++)
      if (hasPlaces(packed, offer[e] as number)) see(offer[e] as number)
  }
  visit(row)
  if (queue.length === 0) return { reason: 'no-candidate' }
  let rows = 1
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] as number
    const seated = node < offerCount ? rowsAt(node) : []
    rows += seated.length
    for (const r of seated) visit(r)
    for (const child of pools.taken(node)) see(child)
    const above = pools.roomIn(node)
    if (above !== -1) see(above)
  }
  // A column inside a full pool of the set is counted with the pool.
  const isInside = (node: number) => {
    for (let n = packed.parent?.[node] ?? -1; n !== -1; n = packed.parent?.[n] ?? -1)
      if (seen.has(n)) return true
    return false
  }
  const places = queue.reduce((sum, node) => sum + (isInside(node) ? 0 : (capacity[node] as number)), 0)
  return { reason: 'all-full', columns: queue.filter((node) => node < offerCount), places, rows }
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
