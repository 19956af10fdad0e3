/** How many groups a company of some size usually manages: what the form and the limit of a month begin with. */

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

/** The most that the database takes. */
const LIMIT_MAX = 1000

/**
 * The limit of a month that an offer begins with: what is usual for the headcount; more where the year could not be
 * given otherwise.
 * @param perYear groups per school year.
 */
export function usualMonthLimit(perYear: number, employees: number | null): number {
  return Math.min(LIMIT_MAX, Math.max(usualPerMonth(employees), Math.ceil(perYear / MONTHS)))
}

type MonthLimitFacts = {
  /** As it is; `null`: no limit but that of the year. */
  readonly perMonth: number | null
  /** Groups per school year, as they were and as they become; `null`: not told, or not counted. */
  readonly before: number | null
  readonly after: number | null
  readonly employees: number | null
}

/** @returns the limit of a month when the number of the year changes: one that the company set itself stays. */
export function monthLimitAfter({ perMonth, before, after, employees }: MonthLimitFacts): number | null {
  if (after === null) return null
  if (before === null) return perMonth ?? usualMonthLimit(after, employees)
  return perMonth === usualMonthLimit(before, employees) ? usualMonthLimit(after, employees) : perMonth
}
