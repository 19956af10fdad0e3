/** How many groups a company of some size usually manages: what the form begins with, never what is implied. */

/** Months of a school year in which lessons are given: September to June. */
const MONTHS = 10

/** Per month by headcount, as the makers of comparable portals found workable: up to 9 people 2, up to 49 6, more 8. */
const PER_MONTH = [
  { upTo: 9, sessions: 2 },
  { upTo: 49, sessions: 6 },
  { upTo: Number.POSITIVE_INFINITY, sessions: 8 },
] as const

/**
 * @param employees 1 or more; `null`: not told, taken as the smallest, so that nobody is promised too much.
 * @returns groups per month.
 */
export function usualPerMonth(employees: number | null): number {
  return PER_MONTH.find(({ upTo }) => (employees ?? 1) <= upTo)?.sessions ?? 2
}

/** @returns groups per school year. */
export function usualPerYear(employees: number | null): number {
  return usualPerMonth(employees) * MONTHS
}
