/** Solves a round and says how long that took. */
import type { RoundInput } from '../domain/round-input'
import { type RoundResult, solveRound } from '../domain/solve-round'

/** @returns the result and whole milliseconds. @throws as `solveRound`. */
export function timedRound(input: RoundInput): { readonly result: RoundResult; readonly solveMs: number } {
  const startedAt = performance.now()
  const result = solveRound(input)
  return { result, solveMs: Math.round(performance.now() - startedAt) }
}
