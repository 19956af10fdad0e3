/**
 * Instances to time the clearing engine on: requests and offers in 40 places of the size of cities (Zipf 0.85) on a plane of
 * 200 by 300 km, exactly `perRequest` candidates each, drawn from those nearby whatever their places; half of the offers are
 * full, the places of the others fall off exponentially. The same numbers from the same seed on every machine, so that
 * objectives can be compared with those of other solvers.
 */
import { type Packed, unservedCost } from '~/matching/clearing/instance'

const CITIES = 40
const WIDTH_KM = 200
const HEIGHT_KM = 300
const CELL_KM = 10
const MAX_RINGS = 40
const FULL_SHARE = 0.5
const NEVER_HELPED_SHARE = 0.4
const NEVER_HELPED = 400
const MEAN_WAIT_DAYS = 55
const WEEKS = 20
const OFFER_WEEKS = 8
const REQUEST_WEEKS = 5

export type Size = {
  readonly requests: number
  readonly offers: number
  readonly perRequest: number
  /** Places per request, all together. */
  readonly scarcity: number
  readonly seed: number
}

/** Mulberry32. @returns numbers in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @returns shares that add up to 1: the i-th of `count` has 1 / i^exponent. */
export function zipf(count: number, exponent: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, i) => 1 / (i + 1) ** exponent)
  const sum = weights.reduce((a, b) => a + b)
  return weights.map((weight) => weight / sum)
}

function drawn(random: number, shares: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i] as number
    if (random < sum) return i
  }
  return shares.length - 1
}

/** Without dates: a column is an offer. O(requests · candidates). */
export function instanceOf({ requests, offers, perRequest, scarcity, seed }: Size): Packed {
  const random = randomOf(seed)
  const cities = {
    x: Array.from({ length: CITIES }, () => random() * WIDTH_KM),
    y: Array.from({ length: CITIES }, () => random() * HEIGHT_KM),
    share: zipf(CITIES, 0.85),
  }
  const near = (spreadKm: number) => {
    const city = drawn(random(), cities.share)
    const x = (cities.x[city] as number) + (random() - 0.5) * spreadKm
    return { x, y: (cities.y[city] as number) + (random() - 0.5) * spreadKm }
  }
  const raw = new Float64Array(offers)
  const at = Array.from({ length: offers }, (_, offer) => {
    const point = near(30)
    raw[offer] = random() < FULL_SHARE ? 0 : -Math.log(1 - random())
    return point
  })
  const capacity = sharedOut(raw, scarcity * requests)
  const cells = cellsOf(at, capacity)
  const head = new Int32Array(requests + 1)
  const offer = new Int32Array(requests * perRequest)
  const cost = new Int32Array(requests * perRequest)
  const priority = new Int32Array(requests)
  for (let row = 0; row < requests; row++) {
    const here = near(40)
    const around = shuffled(offersAround(here, cells, 3 * perRequest), random)
    let edge = head[row] as number
    for (const candidate of around.slice(0, perRequest).sort((a, b) => a - b)) {
      const there = at[candidate] as Point
      const km = Math.hypot(there.x - here.x, there.y - here.y)
      offer[edge] = candidate
      cost[edge++] = Math.min(1000, Math.round(600 * (1 - Math.exp(-km / 25)) + 400 * random()))
    }
    head[row + 1] = edge
    const neverHelped = random() < NEVER_HELPED_SHARE ? NEVER_HELPED : 0
    priority[row] = neverHelped + Math.min(365, Math.floor(-Math.log(1 - random()) * MEAN_WAIT_DAYS))
  }
  const edges = head[requests] as number
  return {
    rowCount: requests,
    wayOut: Float64Array.from(priority, (p) => unservedCost(requests, p)),
    offerCount: offers,
    head,
    offer: offer.slice(0, edges),
    cost: cost.slice(0, edges),
    capacity,
    priority,
  }
}

type Point = { readonly x: number; readonly y: number }

/** Whole places, so that the running sum is never more than one behind. */
function sharedOut(raw: Float64Array, places: number): Int32Array {
  const scale = raw.reduce((a, b) => a + b, 0)
  let left = 0
  return Int32Array.from(raw, (share) => {
    left += (share * places) / scale
    const whole = Math.floor(left)
    left -= whole
    return whole
  })
}

const cellOf = (x: number, y: number) => x * 1000 + y

function cellsOf(at: readonly Point[], capacity: Int32Array): ReadonlyMap<number, readonly number[]> {
  const cells = new Map<number, number[]>()
  at.forEach(({ x, y }, offer) => {
    if (capacity[offer] === 0) return
    const cell = cellOf(Math.floor(x / CELL_KM), Math.floor(y / CELL_KM))
    const known = cells.get(cell)
    if (known) known.push(offer)
    else cells.set(cell, [offer])
  })
  return cells
}

/** Offers with places in the smallest square of cells that has enough. */
function offersAround(
  { x, y }: Point,
  cells: ReadonlyMap<number, readonly number[]>,
  enough: number,
): number[] {
  const column = Math.floor(x / CELL_KM)
  const line = Math.floor(y / CELL_KM)
  let found: number[] = []
  for (let ring = 1; found.length < enough && ring < MAX_RINGS; ring++) {
    found = []
    for (let a = column - ring; a <= column + ring; a++)
      for (let b = line - ring; b <= line + ring; b++) found.push(...(cells.get(cellOf(a, b)) ?? []))
  }
  return found
}

/** Fisher and Yates. */
function shuffled(list: number[], random: () => number): number[] {
  for (let a = list.length - 1; a > 0; a--) {
    const b = Math.floor(random() * (a + 1))
    const kept = list[a] as number
    list[a] = list[b] as number
    list[b] = kept
  }
  return list
}

/**
 * The same with dates: each offer is given in some of 20 weeks, a class at a time where its places allow it, and each request
 * can in some weeks. A column is an offer in a week, a pool is the offer. A pair is possible in the weeks that both have, or
 * in the first of the offer where they have none, so that the pairs stay the same.
 */
export function withDates(plain: Packed, seed: number): Packed {
  const random = randomOf(seed)
  const weeks = (draws: number) =>
    Array.from({ length: draws }, () => Math.floor(random() * WEEKS)).reduce(
      (mask, week) => mask | (1 << week),
      0,
    )
  const offerWeeks = Int32Array.from({ length: plain.offerCount }, () => weeks(OFFER_WEEKS))
  const slots: { readonly offer: number; readonly places: number }[] = []
  const slotAt = new Map<number, number>()
  offerWeeks.forEach((mask, offer) => {
    const places = plain.capacity[offer] as number
    const given = bitsOf(mask)
    for (const week of places > 0 ? given : []) {
      slotAt.set(offer * WEEKS + week, slots.length)
      slots.push({ offer, places: Math.ceil(places / given.length) })
    }
  })
  const head = new Int32Array(plain.rowCount + 1)
  const offer: number[] = []
  const cost: number[] = []
  for (let row = 0; row < plain.rowCount; row++) {
    const wished = weeks(REQUEST_WEEKS)
    for (let e = plain.head[row] as number; e < (plain.head[row + 1] as number); e++) {
      const candidate = plain.offer[e] as number
      const all = offerWeeks[candidate] as number
      const common = bitsOf(all & wished)
      for (const week of common.length > 0 ? common : bitsOf(all).slice(0, 1)) {
        offer.push(slotAt.get(candidate * WEEKS + week) as number)
        cost.push(plain.cost[e] as number)
      }
    }
    head[row + 1] = offer.length
  }
  return {
    ...plain,
    offerCount: slots.length,
    head,
    offer: Int32Array.from(offer),
    cost: Int32Array.from(cost),
    capacity: Int32Array.from([...slots.map((slot) => slot.places), ...plain.capacity]),
    parent: Int32Array.from([
      ...slots.map((slot) => slots.length + slot.offer),
      ...plain.capacity.map(() => -1),
    ]),
  }
}

function bitsOf(mask: number): readonly number[] {
  return Array.from({ length: WEEKS }, (_, week) => week).filter((week) => (mask >> week) & 1)
}
