/**
 * From which offers a free place can be reached by moving rows to other candidates of theirs: one more row at such an
 * offer is served without taking anybody's place away.
 */
import type { Packed } from './instance'
import { type Solution, UNSERVED } from './solve'

/** @returns per offer 1 when a free place is in reach, else 0. One search backwards from the free places. O(E). */
export function reachesFreePlace(packed: Packed, { offerOf }: Pick<Solution, 'offerOf'>): Uint8Array {
  const { rowCount, offerCount, head, offer, capacity } = packed
  const seated = new Int32Array(offerCount)
  for (let row = 0; row < rowCount; row++) {
    const at = offerOf[row] as number
    if (at !== UNSERVED) seated[at] = (seated[at] as number) + 1
  }
  // Rows that could move to an offer: the reverse of the candidates, for served rows only.
  const movers: number[][] = Array.from({ length: offerCount }, () => [])
  for (let row = 0; row < rowCount; row++) {
    if (offerOf[row] === UNSERVED) continue
    for (let e = head[row] as number; e < (head[row + 1] as number); e++)
      movers[offer[e] as number]?.push(row)
  }
  const reached = new Uint8Array(offerCount)
  const queue: number[] = []
  for (let o = 0; o < offerCount; o++) {
    if ((seated[o] as number) >= (capacity[o] as number)) continue
    reached[o] = 1
    queue.push(o)
  }
  for (let i = 0; i < queue.length; i++) {
    for (const row of movers[queue[i] as number] ?? []) {
      const from = offerOf[row] as number
      if (reached[from] === 1) continue
      reached[from] = 1
      queue.push(from)
    }
  }
  return reached
}
