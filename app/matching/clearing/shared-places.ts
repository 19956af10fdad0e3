/**
 * Looks for more served rows by sharing, from a plan in which every row has a place to itself. Nobody loses a place: a row
 * that has none enters along a path of moves, as in a matching, whose last step ends in one of three ways: a free place, a
 * place whose rows it may join, or a place that two others of its column leave by sitting together. No optimum: which rows
 * sit together is decided as they come, highest priority first.
 */
import type { Packed } from './instance'
import { chainOf, maySit, type SharedPlace, type Sharing } from './sharing'
import { UNSERVED } from './solve'

type Place = { readonly column: number; rows: readonly number[] }

/** A row that looks for a place, as `parent` takes the one where it sits. */
type Step = { readonly row: number; readonly parent: Step | null; readonly leaves: Place | null }

type End =
  | { readonly kind: 'free'; readonly column: number }
  | { readonly kind: 'join'; readonly place: Place }
  | { readonly kind: 'merge'; readonly stays: Place; readonly goes: Place }

/** Pairs looked at; a region needs a thousandth of it. What is found until then counts. */
const MAX_LOOKS = 200_000_000

/**
 * @param offerOf a plan of the instance.
 * @param isBound rows that may move but do not enter by themselves: their request wants all or nothing.
 * @returns the places in which several rows sit, by column, then by their first row. Deterministic.
 * O(E) for each row that enters, and for each pass over those that do not.
 */
export function sharedPlaces(
  packed: Packed,
  sharing: Sharing,
  plan: { readonly offerOf: ArrayLike<number>; readonly isBound: (row: number) => boolean },
): readonly SharedPlace[] {
  const search = new Search(packed, sharing, plan.offerOf)
  const outside = [...Array(packed.rowCount).keys()]
    .filter((row) => plan.offerOf[row] === UNSERVED && !plan.isBound(row))
    .sort((a, b) => (packed.priority[b] as number) - (packed.priority[a] as number) || a - b)
  let left = outside
  for (;;) {
    search.begin()
    const still = left.filter((row) => !search.enters(row))
    if (still.length === left.length) break
    left = still
  }
  return search.shared()
}

class Search {
  private readonly placesAt: Place[][]
  private readonly placeOf: (Place | null)[]
  /** Per node the places in use. */
  private readonly held: Int32Array
  /** Rows that were looked at in this pass: each once, so that a pass looks at each pair a few times. */
  private seen: Uint8Array
  private looks = 0

  constructor(
    private readonly packed: Packed,
    private readonly sharing: Sharing,
    offerOf: ArrayLike<number>,
  ) {
    this.placesAt = Array.from({ length: packed.offerCount }, () => [])
    this.placeOf = Array.from({ length: packed.rowCount }, () => null)
    this.held = new Int32Array(packed.capacity.length)
    this.seen = new Uint8Array(packed.rowCount)
    for (let row = 0; row < packed.rowCount; row++)
      if (offerOf[row] !== UNSERVED) this.open(offerOf[row] as number, row)
  }

  shared(): readonly SharedPlace[] {
    return this.placesAt.flatMap((places) =>
      places
        .filter(({ rows }) => rows.length > 1)
        .map(({ column, rows }) => ({ column, rows: [...rows].sort((a, b) => a - b) }))
        .sort((a, b) => (a.rows[0] as number) - (b.rows[0] as number)),
    )
  }

  /** A new pass: what led nowhere in the last one may lead somewhere now. */
  begin(): void {
    this.seen = new Uint8Array(this.packed.rowCount)
  }

  /** @returns whether the row has a place now. */
  enters(row: number): boolean {
    const queue: Step[] = [{ row, parent: null, leaves: null }]
    this.seen[row] = 1
    for (const step of queue) {
      const end = this.endOf(step)
      if (end) {
        this.move(step, end)
        return true
      }
      this.displace(step, queue)
      if (this.looks > MAX_LOOKS) return false
    }
    return false
  }

  /** A free place before one that is shared; among those that are shared the fullest that still fits. */
  private endOf(step: Step): End | null {
    const { row } = step
    const columns = this.columnsOf(step)
    const free = columns.find((column) => this.hasRoom(column))
    if (free !== undefined) return { kind: 'free', column: free }
    let join: Place | null = null
    const shared = columns.filter((column) => this.sharing.sizes[column] !== null)
    for (const column of this.sharing.sharers[row] ? shared : []) {
      for (const place of this.placesAt[column] ?? []) {
        if (join && this.pupilsOf(place) <= this.pupilsOf(join)) continue
        if (maySit(this.sharing, column, [...place.rows, row]) && !isTouched(step, place)) join = place
      }
    }
    if (join) return { kind: 'join', place: join }
    for (const column of shared) {
      const merge = this.mergeOf(this.placesAt[column]?.filter((place) => !isTouched(step, place)) ?? [])
      if (merge) return merge
    }
    return null
  }

  private hasRoom(column: number): boolean {
    const { capacity, parent } = this.packed
    for (let node = column; node !== -1; node = parent?.[node] ?? -1)
      if ((this.held[node] as number) >= (capacity[node] as number)) return false
    return true
  }

  private mergeOf(places: readonly Place[]): End | null {
    for (const [i, stays] of places.entries())
      for (const goes of places.slice(i + 1))
        if (maySit(this.sharing, stays.column, [...stays.rows, ...goes.rows]))
          return { kind: 'merge', stays, goes }
    return null
  }

  /** Rows whose place this one could have, if they find another. */
  private displace(step: Step, queue: Step[]): void {
    for (const column of this.columnsOf(step)) {
      for (const place of this.placesAt[column] ?? []) {
        if (isTouched(step, place)) continue
        for (const other of place.rows) {
          this.looks++
          if (this.seen[other] === 1) continue
          const others = place.rows.filter((row) => row !== other)
          if (others.length > 0 && !maySit(this.sharing, column, [...others, step.row])) continue
          this.seen[other] = 1
          queue.push({ row: other, parent: step, leaves: place })
        }
      }
    }
  }

  /** The columns where a row could sit, the best first; that of its own place too: it may join others there. */
  private columnsOf({ row }: Step): readonly number[] {
    const { head, offer, cost, capacity } = this.packed
    const edges: number[] = []
    for (let e = head[row] as number; e < (head[row + 1] as number); e++) {
      this.looks++
      const column = offer[e] as number
      if ((capacity[column] as number) > 0) edges.push(e)
    }
    return edges
      .sort((a, b) => (cost[a] as number) - (cost[b] as number) || a - b)
      .map((e) => offer[e] as number)
  }

  private move(step: Step, end: End): void {
    let entering: Step | null = step
    this.leave(step)
    if (end.kind === 'free') this.open(end.column, step.row)
    else if (end.kind === 'join') this.sit(end.place, step.row)
    else {
      for (const row of end.goes.rows) this.sit(end.stays, row)
      end.goes.rows = []
      this.sit(end.goes, step.row)
    }
    while (entering?.parent && entering.leaves) {
      this.leave(entering.parent)
      this.sit(entering.leaves, entering.parent.row)
      entering = entering.parent
    }
  }

  private leave({ row, leaves }: Step): void {
    if (leaves) leaves.rows = leaves.rows.filter((other) => other !== row)
  }

  private sit(place: Place, row: number): void {
    place.rows = [...place.rows, row]
    this.placeOf[row] = place
  }

  private open(column: number, row: number): void {
    const place: Place = { column, rows: [] }
    this.placesAt[column]?.push(place)
    for (const node of chainOf(this.packed, column)) this.held[node] = (this.held[node] as number) + 1
    this.sit(place, row)
  }

  private pupilsOf({ rows }: Place): number {
    return rows.reduce((sum, row) => sum + (this.sharing.sharers[row]?.pupils ?? 0), 0)
  }
}

/** A place takes part in a path once. */
function isTouched(step: Step, place: Place): boolean {
  for (let at: Step | null = step; at; at = at.parent) if (at.leaves === place) return true
  return false
}
