/**
 * Calendar dates of Europe/Amsterdam. An instant is a `Date` (UTC); a day is a `CalendarDate`, so that
 * "21 januari" is never moved by a time zone.
 */

/** `YYYY-MM-DD`. Compares correctly as text. */
export type CalendarDate = string & { readonly __calendarDate?: never }

/** Where "now" comes from. Tests and the demo season set it; the rules never ask the system. */
export type Clock = { now(): Date }

const AMSTERDAM_DAY = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** @returns the day that the wall clock in Amsterdam shows at this instant. */
export function calendarDateOf(instant: Date): CalendarDate {
  return AMSTERDAM_DAY.format(instant)
}

/** @returns the day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const at = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000
  return new Date(at).toISOString().slice(0, 10)
}

/** @returns ISO weekday, 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** @returns the school year (August to July) in which the day falls, e.g. `2026-2027`. */
export function schoolYearOf(date: CalendarDate): string {
  const year = Number(date.slice(0, 4))
  const first = Number(date.slice(5, 7)) >= 8 ? year : year - 1
  return `${first}-${first + 1}`
}
