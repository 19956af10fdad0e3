/**
 * From which columns a free place can be reached by moving rows to other candidates of theirs: one more row at such a
 * column is served without taking anybody's place away.
 */
import type { Packed } from './instance'
import { type Solution, UNSERVED } from './solve'

/** @returns per node 1 when a free place is in reach, else 0. One search backwards from the free places. O(E). */
export function reachesFreePlace(packed: Packed, { offerOf }: Pick<Solution, 'offerOf'>): Uint8Array {
  const { capacity, parent } = packed
  const held = heldBy(packed, offerOf)
  const movers = moversTo(packed, offerOf)
  const children: number[][] = Array.from(capacity, () => [])
  parent?.forEach((above, node) => {
    if (above !== -1) children[above]?.push(node)
  })
  const reached = new Uint8Array(capacity.length)
  const queue: number[] = []
  const reach = (node: number) => {
    if (reached[node] === 1) return
    reached[node] = 1
    queue.push(node)
  }
  const hasRoom = (node: number) => (held[node] as number) < (capacity[node] as number)
  for (let node = 0; node < capacity.length; node++)
    if ((parent?.[node] ?? -1) === -1 && hasRoom(node)) reach(node)
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] as number
    for (const row of movers[node] ?? []) reach(offerOf[row] as number)
    for (const child of children[node] ?? []) if (hasRoom(child)) reach(child)
    // Whoever sits below a full pool can make room in it.
    const above = parent?.[node] ?? -1
    if (above !== -1 && (held[node] as number) > 0) reach(above)
  }
  return reached
}

/** @returns per node (columns, then pools) the rows that sit in it. O(n · depth). */
export function heldBy({ capacity, parent }: Packed, offerOf: ArrayLike<number>): Int32Array {
  const held = new Int32Array(capacity.length)
  for (let row = 0; row < offerOf.length; row++)
    for (let node = offerOf[row] as number; node !== UNSERVED; node = parent?.[node] ?? UNSERVED)
      held[node] = (held[node] as number) + 1
  return held
}

/** Rows that could move to a column: the reverse of the candidates, for served rows only. */
function moversTo({ rowCount, offerCount, head, offer }: Packed, offerOf: ArrayLike<number>): number[][] {
  const movers: number[][] = Array.from({ length: offerCount }, () => [])
  for (let row = 0; row < rowCount; row++) {
    if (offerOf[row] === UNSERVED) continue
    for (let e = head[row] as number; e < (head[row + 1] as number); e++)
      movers[offer[e] as number]?.push(row)
  }
  return movers
}
