/** Where a round is solved: a small one here, at once; a large one in a thread, so that the web process goes on answering. */
import { candidatesOf, type PackedRound, packRound } from '../domain/packed-round'
import type { RoundInput } from '../domain/round-input'
import { type RoundResult, solveRound } from '../domain/solve-round'
import { roundTooLarge, roundTooLong } from '../errors'

/** @throws AppError unavailable `round.too-long`; invalid `round.too-large`. */
export type SolveRound = (input: RoundInput) => Promise<RoundResult>

/** Some ten milliseconds: less than what a thread costs to reach. */
const AT_ONCE_CANDIDATES = 20_000

export function solveApart(thread: { run(round: PackedRound): Promise<RoundResult> }): SolveRound {
  return async (input) => {
    try {
      return workOf(input) <= AT_ONCE_CANDIDATES ? solveRound(input) : await thread.run(packRound(input))
    } catch (error) {
      const { limit } = error as { readonly limit?: unknown }
      if (limit === 'time') throw roundTooLong()
      if (limit === 'memory' || error instanceof RangeError) throw roundTooLarge()
      throw error
    }
  }
}

/** Solutions and the search and bound beside them, where groups may share. */
const SHARING_WORK = 5

/** Pairs to be looked at: once more for each request that may have to give up, as it wants all or nothing. */
function workOf(input: RoundInput): number {
  const whole = new Set(input.rows.flatMap((row) => (row.allOrNone ? [row.requestId] : [])))
  const times = input.rows.some((row) => row.sharing) ? SHARING_WORK : 1
  return candidatesOf(input) * (1 + whole.size) * times
}
