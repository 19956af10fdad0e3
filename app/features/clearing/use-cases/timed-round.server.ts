/** Solves a round and says how long that took. */
import type { RoundInput } from '../domain/round-input'
import type { RoundResult } from '../domain/solve-round'
import type { SolveRound } from './solve-apart.server'

/** @returns the result and whole milliseconds. @throws as `SolveRound`. */
export async function timedRound(
  solve: SolveRound,
  input: RoundInput,
): Promise<{ readonly result: RoundResult; readonly solveMs: number }> {
  const startedAt = performance.now()
  const result = await solve(input)
  return { result, solveMs: Math.round(performance.now() - startedAt) }
}
