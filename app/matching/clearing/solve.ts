/**
 * The exact optimum of a clearing round by successive shortest augmenting paths with prices
 * (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems", Computing 38, 1987), on offers with several places and a way out for every row: staying without
 * a place at `unservedCost`. Rows are inserted one by one, highest priority first; each insertion keeps the
 * optimum of all rows inserted so far, by one Dijkstra search over offers with reduced costs.
 *
 * Model: price p ≥ 0 per offer (0 while a place is free). A served row pays cost + price, which is never more
 * than at any other candidate and never more than its way out: these are the optimality conditions that
 * `certificate.ts` checks again.
 */
import type { Packed } from './instance'
import { unservedCost } from './instance'
import { MinHeap } from './min-heap'

/** Offer of a row that has no place. */
export const UNSERVED = -1

export type Solution = {
  /** Per row the offer that it gets, or `UNSERVED`. */
  readonly offerOf: Int32Array
  /** Per offer its price: what one more place there would save (in units of cost). Exact integers. */
  readonly price: Float64Array
}

/**
 * Deterministic: depends only on the packed instance. O(n · (E + m log m)) at worst; on sparse real instances
 * close to linear, because a search stops at the first free place.
 */
export function solve(packed: Packed): Solution {
  return new Solver(packed).run()
}

class Solver {
  private readonly offerOf: Int32Array
  private readonly price: Float64Array
  /** Rows that sit at an offer, as linked lists: first row per offer, next and previous per row. */
  private readonly firstAt: Int32Array
  private readonly next: Int32Array
  private readonly previous: Int32Array
  private readonly seated: Int32Array
  /** Cost of the pair that a served row uses. */
  private readonly paid: Int32Array
  private readonly distance: Float64Array
  /** Row from which an offer is reached in this search. */
  private readonly via: Int32Array
  private readonly touched: Int32Array
  private touchedCount = 0
  private readonly settled: Uint8Array
  private readonly heap: MinHeap

  constructor(private readonly packed: Packed) {
    const { rowCount: n, offerCount: m } = packed
    this.offerOf = new Int32Array(n).fill(UNSERVED)
    this.price = new Float64Array(m)
    this.firstAt = new Int32Array(m).fill(-1)
    this.next = new Int32Array(n).fill(-1)
    this.previous = new Int32Array(n).fill(-1)
    this.seated = new Int32Array(m)
    this.paid = new Int32Array(n)
    this.distance = new Float64Array(m).fill(Number.POSITIVE_INFINITY)
    this.via = new Int32Array(m).fill(-1)
    this.touched = new Int32Array(m)
    this.settled = new Uint8Array(m)
    this.heap = new MinHeap(m)
  }

  run(): Solution {
    const { rowCount, priority } = this.packed
    const order = Array.from({ length: rowCount }, (_, row) => row)
    order.sort((a, b) => (priority[b] as number) - (priority[a] as number) || a - b)
    for (const row of order) this.insert(row)
    return { offerOf: this.offerOf, price: this.price }
  }

  private wayOut(row: number): number {
    return unservedCost(this.packed.rowCount, this.packed.priority[row] as number)
  }

  /** Seats one more row by the cheapest chain of moves; the chain ends at a free place or at a row that leaves. */
  private insert(row: number): void {
    let best = this.wayOut(row)
    let leaver = row
    let leaverAt = UNSERVED
    let freeOffer = UNSERVED
    this.relax(row, 0)
    while (!this.heap.isEmpty) {
      const offer = this.heap.pop()
      const d = this.distance[offer] as number
      if (d >= best) break
      this.settled[offer] = 1
      if ((this.seated[offer] as number) < (this.packed.capacity[offer] as number)) {
        best = d
        freeOffer = offer
        break
      }
      for (let r = this.firstAt[offer] as number; r !== -1; r = this.next[r] as number) {
        const start = d - (this.paid[r] as number) - (this.price[offer] as number)
        const leaving = start + this.wayOut(r)
        if (leaving < best) {
          best = leaving
          leaver = r
          leaverAt = offer
        }
        this.relax(r, start)
      }
    }
    this.raisePrices(best)
    if (freeOffer !== UNSERVED) this.shift(freeOffer, row)
    else if (leaver !== row) {
      this.unseat(leaver)
      this.shift(leaverAt, row)
    }
    this.forget()
  }

  private relax(row: number, start: number): void {
    const { head, offer, cost, capacity } = this.packed
    const end = head[row + 1] as number
    for (let e = head[row] as number; e < end; e++) {
      const o = offer[e] as number
      if (this.settled[o] === 1 || capacity[o] === 0) continue
      const d = start + (cost[e] as number) + (this.price[o] as number)
      const known = this.distance[o] as number
      if (d >= known) continue
      if (known === Number.POSITIVE_INFINITY) this.touched[this.touchedCount++] = o
      this.distance[o] = d
      this.via[o] = row
      this.heap.offer(o, d)
    }
  }

  /** Keeps the optimality conditions: every offer nearer than the end of the path becomes dearer by the difference. */
  private raisePrices(best: number): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const o = this.touched[i] as number
      const d = this.distance[o] as number
      if (this.settled[o] === 1 && d < best) this.price[o] = (this.price[o] as number) + best - d
    }
  }

  /** Moves each row of the path one offer further, back to the new row. */
  private shift(lastOffer: number, newRow: number): void {
    let target = lastOffer
    for (;;) {
      const mover = this.via[target] as number
      const from = this.offerOf[mover] as number
      if (from !== UNSERVED) this.unseat(mover)
      this.seat(mover, target)
      if (mover === newRow) return
      target = from
    }
  }

  private seat(row: number, offer: number): void {
    const { head, offer: offers, cost } = this.packed
    let e = head[row] as number
    while (offers[e] !== offer) e++
    this.paid[row] = cost[e] as number
    this.offerOf[row] = offer
    const first = this.firstAt[offer] as number
    this.next[row] = first
    this.previous[row] = -1
    if (first !== -1) this.previous[first] = row
    this.firstAt[offer] = row
    this.seated[offer] = (this.seated[offer] as number) + 1
  }

  private unseat(row: number): void {
    const offer = this.offerOf[row] as number
    const before = this.previous[row] as number
    const after = this.next[row] as number
    if (before === -1) this.firstAt[offer] = after
    else this.next[before] = after
    if (after !== -1) this.previous[after] = before
    this.seated[offer] = (this.seated[offer] as number) - 1
    this.offerOf[row] = UNSERVED
  }

  private forget(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const o = this.touched[i] as number
      this.distance[o] = Number.POSITIVE_INFINITY
      this.via[o] = -1
      this.settled[o] = 0
    }
    this.touchedCount = 0
    this.heap.clear()
  }
}
