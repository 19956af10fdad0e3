/**
 * Who goes first when not everybody can: the weeks that a request waits, and a head start for schools that were never
 * helped. Whole weeks, so that one day does not outrank thirty kilometres.
 */

/** A school that never had a lesson through the portal counts as if it had waited a quarter longer. */
const NEVER_HELPED_WEEKS = 13
export const MAX_WEEKS = 520
const WEEK_MS = 7 * 86_400_000

/** @returns an integer 0–533; higher goes first. */
export function priorityOf(waitingSince: Date, neverHelped: boolean, now: Date): number {
  return Math.min(MAX_WEEKS, weeksWaited(waitingSince, now)) + (neverHelped ? NEVER_HELPED_WEEKS : 0)
}

/** @returns whole weeks ≥ 0. */
export function weeksWaited(waitingSince: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - waitingSince.getTime()) / WEEK_MS))
}
