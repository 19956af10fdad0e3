/**
 * Requests that want all of their groups helped or none. That is not a flow any more (one request would take several units
 * or no unit at all), so the answer is a plan, a bound and the gap between them.
 *
 * The plan: solve as if groups could be split; of the requests that got some but not all, the one with the least priority
 * gives up and its groups leave; again, until none is split. Then each that gave up is tried once more with its groups going
 * before all others, highest priority first, and kept in when the number of served groups grows. The bound: the optimum when splitting is allowed, from which
 * no plan that may not split can have more.
 */
import { type ClearingInstance, pack } from './instance'
import { type Solution, solve, UNSERVED } from './solve'

export type Together = {
  /** The instance with the rows of `gaveUp` without candidates, and those that were put in again before all others. */
  readonly solved: ClearingInstance
  /** Of `solved`: its prices prove this plan, not the whole. */
  readonly solution: Solution
  /** Served groups of the plan. */
  readonly served: number
  /** No plan serves more groups. */
  readonly bound: number
  /** `bound − served`: 0 proves that the plan serves the most. */
  readonly gap: number
  /** Requests that were left out whole, ascending. */
  readonly gaveUp: readonly number[]
}

/**
 * @param keep rows that lose no place to a request that is tried once more.
 * @param requestOf per row the request that wants all of its rows served or none; −1: a row for itself.
 * O(k) solves for k requests that would be split.
 * @throws RangeError as `pack` and `solve` do.
 */
export function solveTogether(
  instance: ClearingInstance,
  requestOf: readonly number[],
  keep: readonly number[] = [],
): Together {
  const out = new Set<number>()
  const ahead = new Set<number>()
  const goesFirst = orderOf(instance, requestOf)
  const first = solve(pack(instance))
  const bound = servedOf(first)
  let solution = first
  for (;;) {
    const split = splitRequests(solution, requestOf)
    if (split.length === 0) break
    out.add(split.reduce((a, b) => (goesFirst(a, b) ? b : a)))
    solution = solve(pack(decided(instance, requestOf, { out, ahead })))
  }
  const again = [...out].sort((a, b) => (goesFirst(a, b) ? -1 : 1))
  for (const request of again) {
    if (servedOf(solution) === bound) break
    const others = new Set([...out].filter((other) => other !== request))
    const tried = solve(
      pack(decided(instance, requestOf, { out: others, ahead: new Set([...ahead, request]) })),
    )
    if (splitRequests(tried, requestOf).length > 0 || servedOf(tried) <= servedOf(solution)) continue
    if (keep.some((row) => tried.offerOf[row] === UNSERVED && solution.offerOf[row] !== UNSERVED)) continue
    out.delete(request)
    ahead.add(request)
    solution = tried
  }
  const served = servedOf(solution)
  const gaveUp = [...out].sort((a, b) => a - b)
  return {
    solved: decided(instance, requestOf, { out, ahead }),
    ...{ solution, served, bound, gap: bound - served, gaveUp },
  }
}

function servedOf({ offerOf }: Solution): number {
  return offerOf.reduce((sum, offer) => sum + (offer === UNSERVED ? 0 : 1), 0)
}

/** Requests of which some rows have a place and some have none. */
function splitRequests({ offerOf }: Solution, requestOf: readonly number[]): readonly number[] {
  const served = new Set<number>()
  const left = new Set<number>()
  requestOf.forEach((request, row) => {
    if (request !== -1) (offerOf[row] === UNSERVED ? left : served).add(request)
  })
  return [...served].filter((request) => left.has(request)).sort((a, b) => a - b)
}

/** With some requests left out whole, and some before all others. */
function decided(
  instance: ClearingInstance,
  requestOf: readonly number[],
  { out, ahead }: { readonly out: ReadonlySet<number>; readonly ahead: ReadonlySet<number> },
): ClearingInstance {
  const above = 1 + instance.rows.reduce((max, row) => Math.max(max, row.priority), 0)
  const rows = instance.rows.map((row, i) => {
    const request = requestOf[i] ?? -1
    if (out.has(request)) return { ...row, candidates: [] }
    // Between regions the balance stands above the priorities.
    return ahead.has(request) ? { ...row, priority: above, ...(instance.balance && { isFirm: true }) } : row
  })
  return { ...instance, rows }
}

/** Higher priority (of its first row by it), then fewer groups, then the lower number. */
function orderOf(
  { rows }: ClearingInstance,
  requestOf: readonly number[],
): (a: number, b: number) => boolean {
  const known = new Map<number, { readonly priority: number; readonly groups: number }>()
  rows.forEach(({ priority }, row) => {
    const request = requestOf[row] ?? -1
    const { priority: highest, groups } = known.get(request) ?? { priority: 0, groups: 0 }
    known.set(request, { priority: Math.max(highest, priority), groups: groups + 1 })
  })
  return (a, b) => {
    const [left, right] = [known.get(a), known.get(b)]
    const byPriority = (right?.priority ?? 0) - (left?.priority ?? 0)
    return (byPriority || (left?.groups ?? 0) - (right?.groups ?? 0) || a - b) < 0
  }
}
