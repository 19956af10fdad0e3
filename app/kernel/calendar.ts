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

const AMSTERDAM_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** @returns what the wall clock in Amsterdam shows at this instant, `HH:MM`. */
export function wallTimeOf(instant: Date): string {
  return AMSTERDAM_CLOCK.format(instant).slice(11, 16)
}

/**
 * @param time `HH:MM` on the wall clock of Amsterdam.
 * @returns the instant. In the hour that the clock skips in March, the one an hour later; of the hour that comes twice in
 * October, the first.
 */
export function instantAt(date: CalendarDate, time: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`)
  // Amsterdam is two hours ahead of UTC in summer and one in winter: the instant of summer is right where its clock shows it.
  const inSummer = wall - 7_200_000
  const shown = Date.parse(`${AMSTERDAM_CLOCK.format(inSummer).replace(' ', 'T')}Z`)
  return new Date(shown === wall ? inSummer : wall - 3_600_000)
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

/** @returns the days of a school year, 1 August to 31 July. @param schoolYear `2026-2027`. */
export function daysOfSchoolYear(schoolYear: string): Span {
  const [first, last] = schoolYear.split('-')
  return { from: `${first}-08-01`, until: `${last}-07-31` }
}

/** @returns the last day of the school year after this one: farther ahead nobody plans. */
export function lastBookableDay(today: CalendarDate): CalendarDate {
  const nextBegins = addDays(daysOfSchoolYear(schoolYearOf(today)).until, 1)
  return daysOfSchoolYear(schoolYearOf(nextBegins)).until
}

/** A month of the calendar, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly __month?: never }

/** @returns the month of the day. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7)
}

/** @returns whether the text is a month of the calendar, from the year 2000 to 2099. */
export function isMonth(text: string): text is Month {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** @returns the month `months` later (earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** @returns the months that the run of days touches, ascending. */
export function monthsOf({ from, until }: Span): Month[] {
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(until); month = addMonths(month, 1)) months.push(month)
  return months
}

/** A run of days; both ends belong to it. */
export type Span = { readonly from: CalendarDate; readonly until: CalendarDate }

/** Days on which nobody is asked to answer: weekends, public holidays and, for a school, its holidays. */
export type FreeDays = {
  readonly publicHolidays: ReadonlySet<CalendarDate>
  readonly schoolHolidays: readonly Span[]
}

/** @returns whether the day is Monday to Friday and no holiday. */
export function isWorkingDay(date: CalendarDate, free: FreeDays): boolean {
  return (
    isoWeekday(date) <= 5 &&
    !free.publicHolidays.has(date) &&
    !free.schoolHolidays.some((holiday) => holiday.from <= date && date <= holiday.until)
  )
}

/**
 * @param count ≥ 1.
 * @returns the `count`-th working day after `date`: the last day on which an answer is in time.
 */
export function addWorkingDays(date: CalendarDate, count: number, free: FreeDays): CalendarDate {
  let day = date
  let left = count
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day, free)) left--
  }
  return day
}

/** @returns how many working days come after `date` up to and including `until`; 0 when `until` is not later. */
export function workingDaysAfter(date: CalendarDate, until: CalendarDate, free: FreeDays): number {
  let count = 0
  for (let day = addDays(date, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, free)) count++
  return count
}
