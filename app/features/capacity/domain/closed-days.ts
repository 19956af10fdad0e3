/** On which days nothing is given, and why: the same rules as `open_slots` of the database, for what a page says. */
import { type CalendarDate, isoWeekday, type Span } from '~/kernel/calendar'

export type ClosedWhy = 'blackout' | 'public-holiday' | 'school-holiday'

export type ClosedDays = {
  /** Of the company and of the offer. */
  readonly blackouts: readonly Span[]
  readonly publicHolidays: ReadonlySet<CalendarDate>
  /** Of the region of the offer. */
  readonly schoolHolidays: readonly Span[]
  /** The offer is given in holidays too. */
  readonly openInHolidays: boolean
}

/** Monday to Friday: when no day of the week is told. */
const SCHOOL_WEEK = [1, 2, 3, 4, 5]

/** @returns why nothing is given on the day, the heaviest reason first; `null`: it is open. */
export function closedWhy(day: CalendarDate, closed: ClosedDays): ClosedWhy | null {
  if (has(closed.blackouts, day)) return 'blackout'
  if (closed.openInHolidays) return null
  if (closed.publicHolidays.has(day)) return 'public-holiday'
  return has(closed.schoolHolidays, day) ? 'school-holiday' : null
}

/** @param weekdays of the offer, ISO; empty: Monday to Friday. @returns whether it is given on that day of the week. */
export function isGivenOn(day: CalendarDate, weekdays: readonly number[]): boolean {
  return (weekdays.length === 0 ? SCHOOL_WEEK : weekdays).includes(isoWeekday(day))
}

function has(spans: readonly Span[], day: CalendarDate): boolean {
  return spans.some(({ from, until }) => from <= day && day <= until)
}
