/** How many sessions of a month fall in one week when they are spread. */

/** Weeks of a month, on average. */
const WEEKS = 52 / 12

/** @param perMonth ≥ 1. @returns sessions in the busiest week, ≥ 1. */
export function perWeek(perMonth: number): number {
  return Math.max(1, Math.ceil(perMonth / WEEKS))
}
