/**
 * The exact optimum of a clearing round by successive shortest augmenting paths with prices
 * (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems", Computing 38, 1987), on columns with several places, pools around them, and a way out for every row:
 * staying without a place at `unservedCost`. Rows are inserted one by one, highest priority first; each insertion keeps
 * the optimum of all rows inserted so far, by one Dijkstra search over columns with reduced costs.
 *
 * Model: price ≥ 0 per column, what one more place there would save. A served row pays cost + price, never more than at
 * any other candidate and never more than its way out: these are the optimality conditions that `certificate.ts` checks.
 *
 * What makes it quick: a free place bounds the search as soon as it is seen; prices only rise, so the cheapest other way
 * of a row, once seen, is a lower bound for ever, and rows that cannot be part of a shorter path are not looked at;
 * a pair is one integer, price and distance of a column lie side by side.
 */
import type { Packed } from './instance'
import { MinHeap } from './min-heap'
import { LEAF_BITS, LEAF_MASK, type Network, networkOf, stepsAt } from './network'

/** Column of a row that has no place. */
export const UNSERVED = -1

export type Solution = {
  /** Per row the column that it gets, or `UNSERVED`. */
  readonly offerOf: Int32Array
  /** Per node (columns, then pools) its price: what one more place there, and around it, would save. Exact integers. */
  readonly price: Float64Array
  /** Per region of `balance` what one more waiting row costs it, beyond the row's own. */
  readonly roomPrice: Float64Array
}

/** Rows looked at in all searches together; the largest benchmark (50,000 × 30) needs a fiftieth of it. */
const MAX_LOOKS = 500_000_000

/**
 * Deterministic: depends only on the packed instance. O(n · (E + m log m)) at worst; on sparse real instances
 * close to linear, because a search stops at the first free place.
 * @throws RangeError when it would take longer than `maxLooks` rows looked at (a bound on time without a clock).
 */
export function solve(packed: Packed, { maxLooks = MAX_LOOKS } = {}): Solution {
  const network = networkOf(packed)
  return new Solver(network, maxLooks).run(packed)
}

const NOWHERE = -1
const INFINITE = Number.POSITIVE_INFINITY

class Solver {
  /** Per row the node where it sits: a leaf, or with balance the room in which it waits. */
  private readonly at: Int32Array
  /** What the row pays there, without the price. */
  private readonly paid: Float64Array
  /** Lower bound of cost + price at any other leaf. */
  private readonly elsewhere: Float64Array
  /** Price and distance of each node, side by side. */
  private readonly ways: Float64Array
  private readonly seated: Int32Array
  /** Rows at leaf o: `seats[firstSeat[o]]` …, in no order. */
  private readonly firstSeat: Int32Array
  private readonly seats: Int32Array
  private readonly seatOf: Int32Array
  /** Row from which a leaf or room is reached; −2 − leaf: over the pools, from a place taken at that leaf. */
  private readonly via: Int32Array
  private readonly viaCost: Float64Array
  private readonly settled: Int32Array
  private settledCount = 0
  private readonly touched: Int32Array
  private touchedCount = 0
  private readonly heap = new MinHeap()
  private best = 0
  private end = NOWHERE
  private leaver = NOWHERE
  private looks = 0

  constructor(
    private readonly net: Network,
    private readonly maxLooks: number,
  ) {
    const { rowCount, nodeCount, capacity, leafCount, poolEnd } = net
    this.at = new Int32Array(rowCount).fill(NOWHERE)
    this.paid = new Float64Array(rowCount)
    this.elsewhere = new Float64Array(rowCount)
    this.ways = new Float64Array(2 * nodeCount)
    for (let node = 0; node < nodeCount; node++) this.ways[2 * node + 1] = INFINITE
    this.seated = new Int32Array(nodeCount)
    this.firstSeat = new Int32Array(nodeCount + 1)
    for (let node = 0; node < nodeCount; node++) {
      const isPool = node >= leafCount && node < poolEnd
      // More rows than there are never sit anywhere.
      const seats = isPool ? 0 : Math.min(rowCount, capacity[node] as number)
      this.firstSeat[node + 1] = (this.firstSeat[node] as number) + seats
    }
    this.seats = new Int32Array(this.firstSeat[nodeCount] as number)
    this.seatOf = new Int32Array(rowCount)
    this.via = new Int32Array(nodeCount)
    this.viaCost = new Float64Array(nodeCount)
    this.settled = new Int32Array(nodeCount)
    this.touched = new Int32Array(nodeCount)
  }

  run(packed: Packed): Solution {
    const { rowCount, poolEnd, nodeCount, nodeOf } = this.net
    const { priority } = packed
    const order = Int32Array.from({ length: rowCount }, (_, row) => row)
    order.sort((a, b) => (priority[b] as number) - (priority[a] as number) || a - b)
    for (const row of order) this.insert(row)
    const priceOf = (node: number) => (node === -1 ? 0 : (this.ways[2 * node] as number))
    return {
      offerOf: this.columns(packed),
      price: Float64Array.from(nodeOf, priceOf),
      roomPrice: Float64Array.from({ length: nodeCount - poolEnd }, (_, room) => priceOf(poolEnd + room)),
    }
  }

  /** Per row its column: of those that its leaf stands for, the cheapest that is a candidate. */
  private columns({ head, offer, cost }: Packed): Int32Array {
    const { nodeOf, leafCount } = this.net
    return this.at.map((leaf, row) => {
      if (leaf < 0 || leaf >= leafCount) return UNSERVED
      let best = UNSERVED
      let least = INFINITE
      for (let e = head[row] as number; e < (head[row + 1] as number); e++) {
        if (nodeOf[offer[e] as number] !== leaf || (cost[e] as number) >= least) continue
        least = cost[e] as number
        best = offer[e] as number
      }
      return best
    })
  }

  /** Seats one more row by the cheapest chain of moves; the chain ends at a free place or at a row that leaves. */
  private insert(row: number): void {
    const { leafCount, poolEnd } = this.net
    this.best = INFINITE
    this.end = NOWHERE
    this.leaver = NOWHERE
    this.look(row, 0, NOWHERE)
    while (!this.heap.isEmpty && this.heap.leastKey < this.best) {
      const d = this.heap.leastKey
      const node = this.heap.pop()
      // An older entry of a node that came nearer since.
      if (d !== this.ways[2 * node + 1]) continue
      this.settled[this.settledCount++] = node
      if (node >= leafCount && node < poolEnd) this.spread(node, d)
      else {
        this.lookAtRowsOf(node, d)
        if (node < leafCount) this.climb(node, d)
      }
    }
    this.heap.clear()
    this.raisePrices()
    this.move(row)
  }

  /** Everybody who sits here could make room. */
  private lookAtRowsOf(node: number, d: number): void {
    const { seats, firstSeat, seated, paid, elsewhere } = this
    const start = d - (this.ways[2 * node] as number)
    const first = firstSeat[node] as number
    const end = first + (seated[node] as number)
    for (let seat = first; seat < end; seat++) {
      const row = seats[seat] as number
      const from = start - (paid[row] as number)
      if (from + (elsewhere[row] as number) >= this.best) this.leave(row, from, node)
      else this.look(row, from, node)
    }
  }

  /** @param from what it costs to have the row make room where it sits. */
  private look(row: number, from: number, sitsAt: number): void {
    const { ways, via, viaCost, seated } = this
    const { head, edge, capacity, parent } = this.net
    this.leave(row, from, sitsAt)
    if (++this.looks > this.maxLooks) throw new RangeError(`clearing: stopped after ${this.maxLooks} looks`)
    const end = head[row + 1] as number
    const [bits, mask] = [LEAF_BITS, LEAF_MASK]
    let best = this.best
    let least = INFINITE
    for (let e = head[row] as number; e < end; e++) {
      const pair = edge[e] as number
      const leaf = pair & mask
      const way = leaf << 1
      const cost = (pair >> bits) + (ways[way] as number)
      if (leaf === sitsAt) continue
      if (cost < least) least = cost
      const d = from + cost
      if (d >= best || d >= (ways[way + 1] as number)) continue
      if (ways[way + 1] === INFINITE) this.touched[this.touchedCount++] = leaf
      ways[way + 1] = d
      via[leaf] = row
      viaCost[leaf] = pair >> bits
      if (
        (seated[leaf] as number) < (capacity[leaf] as number) &&
        (parent[leaf] === -1 || this.isOpen(leaf))
      ) {
        best = d
        this.best = d
        this.end = leaf
        this.leaver = NOWHERE
      } else this.heap.push(leaf, d)
    }
    this.elsewhere[row] = least
  }

  /** The row could go without a place instead. */
  private leave(row: number, from: number, sitsAt: number): void {
    const { room, wayOut, step, capacity } = this.net
    const cost = from + (wayOut[row] as number)
    if (room.length === 0) {
      if (cost >= this.best) return
      this.best = cost
      this.end = NOWHERE
      this.leaver = row
      return
    }
    const node = room[row] as number
    if (node === sitsAt) return
    const d = cost + (this.ways[2 * node] as number)
    if (d >= this.best || d >= (this.ways[2 * node + 1] as number)) return
    if (this.ways[2 * node + 1] === INFINITE) this.touched[this.touchedCount++] = node
    this.ways[2 * node + 1] = d
    this.via[node] = row
    this.viaCost[node] = wayOut[row] as number
    this.heap.push(node, d)
    const stays = cost + step * stepsAt(this.seated[node] as number, capacity[node] as number)
    if (stays < this.best) {
      this.best = stays
      this.end = node
    }
  }

  private isOpen(leaf: number): boolean {
    const { parent, capacity } = this.net
    for (let node = parent[leaf] as number; node !== -1; node = parent[node] as number)
      if ((this.seated[node] as number) >= (capacity[node] as number)) return false
    return true
  }

  /** A leaf or pool with room left: what is full is the pool around it, where others may move instead. */
  private climb(node: number, d: number): void {
    const { parent, capacity, leafCount } = this.net
    const pool = parent[node] as number
    if (pool === -1 || (this.seated[node] as number) >= (capacity[node] as number)) return
    const isLeaf = node < leafCount
    // Coming down into a leaf only to go up again leads nowhere new.
    if (isLeaf && (this.via[node] as number) < NOWHERE) return
    const { ways } = this
    const at = d + (ways[2 * pool] as number) - (ways[2 * node] as number)
    if (at >= this.best || at >= (ways[2 * pool + 1] as number)) return
    if (ways[2 * pool + 1] === INFINITE) this.touched[this.touchedCount++] = pool
    ways[2 * pool + 1] = at
    this.via[pool] = isLeaf ? -2 - node : (this.via[node] as number)
    if (this.isOpen(pool) && (this.seated[pool] as number) < (capacity[pool] as number)) {
      this.best = at
      this.end = -2 - (this.via[pool] as number)
      this.leaver = NOWHERE
    } else this.heap.push(pool, at)
  }

  /** One place more is taken in the pool: somebody in it, anywhere, makes room, or the pool around it does. */
  private spread(pool: number, d: number): void {
    const { childHead, child, leafCount } = this.net
    const { ways } = this
    const start = d - (ways[2 * pool] as number)
    const end = childHead[pool - leafCount + 1] as number
    for (let k = childHead[pool - leafCount] as number; k < end; k++) {
      const node = child[k] as number
      if (this.seated[node] === 0) continue
      const at = start + (ways[2 * node] as number)
      if (at >= this.best || at >= (ways[2 * node + 1] as number)) continue
      if (ways[2 * node + 1] === INFINITE) this.touched[this.touchedCount++] = node
      ways[2 * node + 1] = at
      this.via[node] = this.via[pool] as number
      this.heap.push(node, at)
    }
    this.climb(pool, d)
  }

  /** Keeps the optimality conditions: every node nearer than the end of the path becomes dearer by the difference. */
  private raisePrices(): void {
    const { ways, settled, touched, best } = this
    for (let i = 0; i < this.settledCount; i++) {
      const way = 2 * (settled[i] as number)
      const d = ways[way + 1] as number
      if (d < best) ways[way] = (ways[way] as number) + best - d
    }
    for (let i = 0; i < this.touchedCount; i++) ways[2 * (touched[i] as number) + 1] = INFINITE
    this.settledCount = 0
    this.touchedCount = 0
  }

  /** Moves each row of the path one node further, back to the new row. */
  private move(newRow: number): void {
    let target = this.end
    if (this.leaver !== NOWHERE) {
      if (this.leaver === newRow) return
      target = this.at[this.leaver] as number
      this.unseat(this.leaver)
    }
    for (;;) {
      while ((this.via[target] as number) < NOWHERE) target = -2 - (this.via[target] as number)
      const mover = this.via[target] as number
      const from = this.at[mover] as number
      if (from !== NOWHERE) this.unseat(mover)
      this.seat(mover, target)
      if (mover === newRow) return
      target = from
    }
  }

  private seat(row: number, node: number): void {
    const seat = (this.firstSeat[node] as number) + (this.seated[node] as number)
    this.seats[seat] = row
    this.seatOf[row] = seat
    this.at[row] = node
    this.paid[row] = this.viaCost[node] as number
    // Where it sat before is another way now, and that one was not looked at.
    this.elsewhere[row] = 0
    this.count(node, 1)
  }

  private unseat(row: number): void {
    const node = this.at[row] as number
    const seat = this.seatOf[row] as number
    const last = this.seats[(this.firstSeat[node] as number) + (this.seated[node] as number) - 1] as number
    this.seats[seat] = last
    this.seatOf[last] = seat
    this.at[row] = NOWHERE
    this.count(node, -1)
  }

  private count(node: number, by: number): void {
    const { parent } = this.net
    for (let n = node; n !== -1; n = parent[n] as number) this.seated[n] = (this.seated[n] as number) + by
  }
}
