/** Months as both engines filter and order by them. */
import { addMonths, type CalendarDate, type Month, monthOf } from '~/kernel/calendar'
import type { Period } from './query'

/** Farther than this nobody asks, and no offer has places. */
const PERIOD_MONTHS = 36

/** @returns its months, ascending, at most `PERIOD_MONTHS`; none when it ends before it begins; `null`: it limits nothing. */
export function monthsOfPeriod(period: Period | undefined): readonly Month[] | null {
  const { from, until } = period ?? {}
  const first = from ?? (until && addMonths(until, 1 - PERIOD_MONTHS))
  if (!first) return null
  const last = until ?? addMonths(first, PERIOD_MONTHS - 1)
  const months: Month[] = []
  for (let month = first; month <= last && months.length < PERIOD_MONTHS; month = addMonths(month, 1))
    months.push(month)
  return months
}

/** @returns the first of these days in that month or later. */
export function soonest(
  openFrom: readonly CalendarDate[],
  from: Month | undefined,
): CalendarDate | undefined {
  return openFrom.find((day) => from === undefined || monthOf(day) >= from)
}
