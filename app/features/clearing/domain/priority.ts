/**
 * Who goes first when not everybody can: the weeks that a request waits, and a head start for schools that were never
 * helped. Whole weeks, so that one day does not outrank thirty kilometres.
 */

/** A school that never had a lesson through the portal counts as if it had waited a quarter longer. */
const NEVER_HELPED_WEEKS = 13
const MAX_WEEKS = 520
const WEEK_MS = 7 * 86_400_000

/** @returns an integer 0–533; higher goes first. */
export function priorityOf(waitingSince: Date, neverHelped: boolean, now: Date): number {
  const weeks = Math.floor((now.getTime() - waitingSince.getTime()) / WEEK_MS)
  return Math.min(MAX_WEEKS, Math.max(0, weeks)) + (neverHelped ? NEVER_HELPED_WEEKS : 0)
}
