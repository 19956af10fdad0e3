/** What speaks against a day that could still be: the company may choose it all the same. */
import { type CalendarDate, isoWeekday, type Span } from '~/kernel/calendar'

export type DayWarning =
  | 'weekend'
  | 'public-holiday'
  | 'school-holiday'
  | 'outside-period'
  | 'school-weekday'
  | 'own-weekday'

export type DayWishes = {
  /** The school's period; `null`: any time. */
  readonly period: Span | null
  /** Days of the week that the school wishes, ISO; empty: any. */
  readonly schoolWeekdays: readonly number[]
  /** Days of the week on which the offer is given, ISO; empty: any. */
  readonly ownWeekdays: readonly number[]
  readonly publicHolidays: readonly CalendarDate[]
  /** Of the school's own part of the country. */
  readonly schoolHolidays: readonly Span[]
}

/**
 * @returns at most two warnings, the heaviest first; empty when nothing speaks against the day. In a weekend or on a
 * holiday nothing is said of the days of the week.
 */
export function warningsOf(day: CalendarDate, wishes: DayWishes): readonly DayWarning[] {
  const weekday = isoWeekday(day)
  const warnings: DayWarning[] = []
  if (wishes.publicHolidays.includes(day)) warnings.push('public-holiday')
  else if (wishes.schoolHolidays.some(({ from, until }) => from <= day && day <= until))
    warnings.push('school-holiday')
  else if (weekday > 5 && !wishes.schoolWeekdays.includes(weekday)) warnings.push('weekend')
  else if (wishes.schoolWeekdays.length > 0 && !wishes.schoolWeekdays.includes(weekday))
    warnings.push('school-weekday')
  else if (wishes.ownWeekdays.length > 0 && !wishes.ownWeekdays.includes(weekday))
    warnings.push('own-weekday')
  const { period } = wishes
  if (period && (day < period.from || day > period.until)) warnings.push('outside-period')
  return warnings
}
