/**
 * Why a row has no place, exactly. Either nothing fits it at all, or the offers that it can reach by moving others
 * are all full: then the rows around them are one more than the places (a tight set in the sense of P. Hall,
 * "On representatives of subsets", 1935), so somebody has to wait, and the priorities say who.
 */
import type { Packed } from './instance'
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
  solution: Solution,
  rowsAt: RowsAtOffer,
  row: number,
): WhyUnserved {
  const seen = new Set<number>()
  const queue: number[] = []
  const visit = (r: number) => {
    for (let e = packed.head[r] as number; e < (packed.head[r + 1] as number); e++) {
      const offer = packed.offer[e] as number
      if (packed.capacity[offer] === 0 || seen.has(offer)) continue
      seen.add(offer)
      queue.push(offer)
    }
  }
  visit(row)
  if (queue.length === 0) return { reason: 'no-candidate' }
  let rows = 1
  let places = 0
  for (let i = 0; i < queue.length; i++) {
    const offer = queue[i] as number
    places += packed.capacity[offer] as number
    const seated = rowsAt(offer)
    rows += seated.length
    for (const r of seated) if (solution.offerOf[r] === offer) visit(r)
  }
  return { reason: 'all-full', columns: queue, places, rows }
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
