/**
 * A round in which small groups may share a class-place. That is bin packing and no flow, so the answer is a plan, a bound
 * and the gap between them.
 *
 * Sharing takes from nobody: whoever has a place in the exact plan without sharing has one. (To give the place of a class to
 * three small groups would serve more rows, and a class that waited longest would pay for it.)
 *
 * The plan: the exact one without sharing; then `sharedPlaces` lets rows in that have no place, and nobody out. The places
 * that came to be shared are fixed, and all the rest, on the places that are left, is solved exactly again, those that had a
 * place before all others. The rows of the rest that the search had served are one of its plans, so that it serves no fewer,
 * and the rows that go first can all be served together, so that all of them are (`choices.ts` has the reason). Where some
 * requests want all or nothing the rest is no flow either; what breaks the promise is then thrown away. The bound is that of
 * `shared-bound.ts`, over all plans that keep the promise.
 */
import { invariant } from '~/kernel/invariant'
import { heldBy } from './free-place'
import { type ClearingInstance, pack } from './instance'
import { sharedBound } from './shared-bound'
import { sharedPlaces } from './shared-places'
import { chainOf, maySit, type SharedPlace, type Sharing } from './sharing'
import { type Solution, solve, UNSERVED } from './solve'
import { solveTogether } from './together'

export type SharedPlan = {
  /** The rest: rows that share have no candidates there, and their places are gone. */
  readonly solved: ClearingInstance
  /** Of `solved`: its prices prove the rest, not the whole. */
  readonly solution: Solution
  /** Per row its column, those that share included. */
  readonly offerOf: Int32Array
  /** By column, then by their first row. */
  readonly places: readonly SharedPlace[]
  /** Rows that have a place. */
  readonly served: number
  /** Rows that would have one if nobody shared. */
  readonly apart: number
  /** No plan in which those keep a place serves more rows. */
  readonly bound: number
  /** `bound − served`: 0 proves that the plan serves the most. */
  readonly gap: number
  /** Requests that were left out whole, ascending. */
  readonly gaveUp: readonly number[]
}

type Wishes = {
  /** Per row the request that wants all of its rows served or none, −1: a row for itself; `null`: no request does. */
  readonly requestOf?: readonly number[] | null
  /** Rows that lose no place to a request that wants all or nothing. */
  readonly keep?: readonly number[]
}

/**
 * Rows of a request that wants all or nothing do not share. Deterministic: depends only on instance, sharing and wishes.
 * @throws RangeError as `pack` and `solve` do; Error `invariant: …` when the plan is not feasible (never expected).
 */
export function solveShared(
  instance: ClearingInstance,
  sharing: Sharing,
  { requestOf = null, keep = [] }: Wishes = {},
): SharedPlan {
  const packed = pack(instance)
  const apart = solveRest(instance, requestOf, keep)
  const isBound = (row: number) => (requestOf?.[row] ?? -1) !== -1
  const able = { ...sharing, sharers: sharing.sharers.map((sharer, row) => (isBound(row) ? null : sharer)) }
  const found = sharedPlaces(packed, able, { offerOf: apart.solution.offerOf, isBound })
  const before = apart.solution.offerOf
  const had = Uint8Array.from(before, (offer) => (offer === UNSERVED ? 0 : 1))
  const rest = found.length === 0 ? apart : solveRest(restOf(instance, found, had), requestOf, keep)
  const all = seatsOf(rest.solution, found)
  const isKept = had.every((one, row) => one === 0 || all[row] !== UNSERVED)
  const [plan, places] = isKept && servedOf(all) > servedOf(before) ? [rest, found] : [apart, []]
  const offerOf = seatsOf(plan.solution, places)
  const served = servedOf(offerOf)
  const bound = sharedBound(packed, able, { keeps: had, start: pricesOfCount(instance) })
  mustBeFeasible(instance, able, { offerOf, places, rest: plan.solution.offerOf })
  invariant(served <= bound, `${served} rows are served of at most ${bound}`)
  return { ...plan, offerOf, places, served, apart: servedOf(before), bound, gap: bound - served }
}

function solveRest(instance: ClearingInstance, requestOf: readonly number[] | null, keep: readonly number[]) {
  if (requestOf !== null) {
    const { solved, solution, gaveUp } = solveTogether(instance, requestOf, keep)
    return { solved, solution, gaveUp }
  }
  return { solved: instance, solution: solve(pack(instance)), gaveUp: [] }
}

/** Prices of the plain count: where nobody can share they are the proof that no plan serves more. */
function pricesOfCount({ rows, capacities, pools, poolOf }: ClearingInstance): Float64Array {
  const plain = rows.map(({ candidates }) => ({
    priority: 0,
    candidates: candidates.map(({ offer }) => ({ offer, cost: 0 })),
  }))
  return solve(pack({ rows: plain, capacities, ...(pools && { pools }), ...(poolOf && { poolOf }) })).price
}

/** What is left for the rows that share no place, those that `had` one before all others. */
function restOf(
  instance: ClearingInstance,
  places: readonly SharedPlace[],
  had: Uint8Array,
): ClearingInstance {
  const { rows, capacities, pools = [] } = instance
  const packed = pack(instance)
  const taken = new Int32Array(packed.capacity.length)
  for (const { column } of places)
    for (const node of chainOf(packed, column)) taken[node] = (taken[node] as number) + 1
  const above = 1 + rows.reduce((max, row) => Math.max(max, row.priority), 0)
  const sharing = new Set(places.flatMap((place) => place.rows))
  return {
    ...instance,
    capacities: capacities.map((places, column) => places - (taken[column] as number)),
    ...(instance.pools && {
      pools: pools.map((pool, i) => ({
        ...pool,
        capacity: pool.capacity - (taken[capacities.length + i] as number),
      })),
    }),
    rows: rows.map((row, i) => {
      if (sharing.has(i)) return { ...row, candidates: [] }
      // Between regions the balance stands above the priorities.
      return had[i] === 1 ? { ...row, priority: above, ...(instance.balance && { isFirm: true }) } : row
    }),
  }
}

function seatsOf({ offerOf }: Solution, places: readonly SharedPlace[]): Int32Array {
  const all = Int32Array.from(offerOf)
  for (const { column, rows } of places) for (const row of rows) all[row] = column
  return all
}

function servedOf(offerOf: Int32Array): number {
  return offerOf.reduce((sum, offer) => sum + (offer === UNSERVED ? 0 : 1), 0)
}

/** A second look, by itself: every pair exists, who sits together may, and no column or pool holds more than its places. */
function mustBeFeasible(
  instance: ClearingInstance,
  sharing: Sharing,
  plan: {
    readonly offerOf: Int32Array
    readonly places: readonly SharedPlace[]
    readonly rest: Int32Array
  },
): void {
  const packed = pack(instance)
  plan.offerOf.forEach((column, row) => {
    const fits = column === UNSERVED || instance.rows[row]?.candidates.some(({ offer }) => offer === column)
    invariant(fits, `row ${row} sits at offer ${column}, which is no candidate`)
  })
  const held = heldBy(packed, plan.rest)
  const seen = new Set<number>()
  for (const { column, rows } of plan.places) {
    invariant(rows.length > 1 && maySit(sharing, column, rows), `rows at offer ${column} may not share`)
    for (const row of rows) {
      invariant(!seen.has(row) && plan.rest[row] === UNSERVED, `row ${row} has two places`)
      seen.add(row)
    }
    for (const node of chainOf(packed, column)) held[node] = (held[node] as number) + 1
  }
  held.forEach((places, node) => {
    invariant(places <= (packed.capacity[node] as number), `node ${node} holds more than its places`)
  })
}
