/**
 * What a person decides before the solver does: a row must sit at one of some offers (forced), or never at one
 * (forbidden). Both become a plain instance again, so that the solver and its proof stay what they are.
 *
 * A forced row keeps only the candidates that it may have and gets a priority above all others. The sets of rows that
 * can be served together form a matroid, so the best set by weight is the one that is built greedily from the heaviest
 * down: forced rows that can all be served together are all served, and they cost no row its place that would not have
 * to yield to them anyway (J. Edmonds, "Matroids and the greedy algorithm", 1971).
 */
import type { ClearingInstance } from './instance'

export type Choices = {
  /** At most one per row. */
  readonly forced: readonly { readonly row: number; readonly offers: readonly number[] }[]
  readonly forbidden: readonly { readonly row: number; readonly offer: number }[]
}

/**
 * @returns the instance with the choices in it: an optimum of it is an optimum among the plans that keep the choices,
 * where such a plan exists. A forced row without a place in the solution is the proof that none does.
 * Its priorities are no longer those of the rows. O(E).
 */
export function withChoices(instance: ClearingInstance, { forced, forbidden }: Choices): ClearingInstance {
  if (forced.length === 0 && forbidden.length === 0) return instance
  const allowed = new Map(forced.map(({ row, offers }) => [row, new Set(offers)]))
  const banned = new Set(forbidden.map(({ row, offer }) => `${row} ${offer}`))
  const above = 1 + instance.rows.reduce((max, row) => Math.max(max, row.priority), 0)
  return {
    ...instance,
    rows: instance.rows.map((row, i) => ({
      priority: allowed.has(i) ? above : row.priority,
      // Between regions the balance stands above the priorities; what is forced stands above it.
      ...(instance.balance && allowed.has(i) && { isFirm: true }),
      candidates: row.candidates.filter(
        ({ offer }) => (allowed.get(i)?.has(offer) ?? true) && !banned.has(`${i} ${offer}`),
      ),
    })),
  }
}
