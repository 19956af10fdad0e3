/** Hours in which no mail should come, on the wall clock of Amsterdam. */
import { addDays, calendarDateOf, instantAt, isoWeekday, wallTimeOf } from '~/kernel/calendar'

export type QuietHours = {
  /** `HH:MM`; the end does not belong to it. Over midnight when `from` is the later one. */
  readonly hours: { readonly from: string; readonly until: string } | null
  readonly weekends: boolean
}

export const NEVER_QUIET: QuietHours = { hours: null, weekends: false }

/** When a mail of the weekend comes on Monday. */
const MORNING = '08:00'
const HOUR_MS = 3_600_000

/** @returns when a mail may come that is written now: `now` itself outside quiet hours. */
export function mailableFrom(now: Date, quiet: QuietHours): Date {
  let at = now
  // A weekend may end in quiet hours and these on a day that is quiet: each is left at most a few times.
  for (let turn = 0; turn < 6; turn++) {
    const next = quiet.weekends && isWeekend(at) ? endOfWeekend(at) : endOfHours(at, quiet.hours)
    if (next === null) return at
    at = next
  }
  return at
}

const isWeekend = (at: Date) => isoWeekday(calendarDateOf(at)) > 5

function endOfWeekend(at: Date): Date {
  const day = calendarDateOf(at)
  return instantAt(addDays(day, 8 - isoWeekday(day)), MORNING)
}

/** @returns `null` when it is not quiet then. */
function endOfHours(at: Date, hours: QuietHours['hours']): Date | null {
  if (hours === null || hours.from === hours.until) return null
  const { from, until } = hours
  const time = wallTimeOf(at)
  const today = calendarDateOf(at)
  const isQuiet = from < until ? from <= time && time < until : time >= from || time < until
  if (!isQuiet) return null
  const end = instantAt(time < until ? today : addDays(today, 1), until)
  // In October an hour comes twice: in the second one its first end is over.
  return end > at ? end : new Date(end.getTime() + HOUR_MS)
}
