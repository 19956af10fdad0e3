/**
 * Where one more place would help: per column the rows without a place that would come within its reach, by themselves or
 * because somebody moves there. One place more at a column with at least one such row serves exactly one more; that is the
 * shadow value of the place, and the number says how many would queue for the next ones.
 */
import { heldBy } from './free-place'
import { hasPlaces, type Packed } from './instance'
import { type Solution, UNSERVED } from './solve'

/** @returns per column the waiting rows that reach it. O(columns asked · E). */
export function waitingWithinReach(
  packed: Packed,
  { offerOf }: Pick<Solution, 'offerOf'>,
  columns: readonly number[],
): readonly number[] {
  const { rowCount, offerCount, head, offer, parent, capacity } = packed
  const wanting: number[][] = Array.from({ length: offerCount }, () => [])
  for (let row = 0; row < rowCount; row++)
    for (let e = head[row] as number; e < (head[row + 1] as number); e++)
      wanting[offer[e] as number]?.push(row)
  const held = heldBy(packed, offerOf)
  const inside: number[][] = Array.from(capacity, () => [])
  parent?.forEach((above, node) => {
    if (above !== -1 && (node >= offerCount || hasPlaces(packed, node))) inside[above]?.push(node)
  })
  return columns.map((column) => {
    const seen = new Set([column])
    const queue = [column]
    const waiting = new Set<number>()
    const see = (node: number) => {
      if (seen.has(node)) return
      seen.add(node)
      queue.push(node)
    }
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i] as number
      for (const row of wanting[node] ?? []) {
        const at = offerOf[row] as number
        if (at === UNSERVED) waiting.add(row)
        else if (at !== node) freed(at)
      }
      for (const child of inside[node] ?? [])
        if ((held[child] as number) < (capacity[child] as number)) see(child)
    }
    return waiting.size

    /** A place comes free here: also in the pools around it, and so at every column in them that has room. */
    function freed(at: number): void {
      for (let node = at; node !== -1; node = parent?.[node] ?? -1) see(node)
    }
  })
}
