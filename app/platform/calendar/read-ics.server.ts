/**
 * Events of a calendar file (RFC 5545), as text of days and times on the clock of Amsterdam. Reading, zones and repetition
 * are ical.js's; here is what is taken of it and where it stops: events of the span asked for, at most so many, whatever
 * the file repeats. Nothing of an event but its moment, its name and whether it was cancelled is read.
 */
import ICAL from 'ical.js'
import { type CalendarDate, calendarDateOf, type Span } from '~/kernel/calendar'

export type CalendarEvent = {
  readonly day: CalendarDate
  /** `HH:MM`; empty: the whole day. */
  readonly startTime: string
  /** At most 80 characters. */
  readonly name: string
  readonly isCancelled: boolean
}

export type CalendarFile =
  | { readonly ok: true; readonly events: readonly CalendarEvent[]; readonly isCut: boolean }
  | { readonly ok: false }

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })
/** Repetitions that are stepped through of one event: fifty years of weeks. */
const STEPS_MAX = 3_000
const NAME_MAX = 80

/** @param within only what begins on these days. @param max events. @returns `ok` false: it is no calendar file. */
export function readCalendarFile(text: string, within: Span, max: number): CalendarFile {
  const calendar = parse(text)
  if (calendar === null) return { ok: false }
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => {
      const made = new ICAL.Timezone(zone)
      return [made.tzid, made] as const
    }),
  )
  const found: CalendarEvent[] = []
  const parts = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
  const changed = parts.filter((event) => event.isRecurrenceException())
  for (const event of parts) {
    if (event.isRecurrenceException() || !event.startDate) continue
    for (const one of changed) if (one.uid === event.uid) event.relateException(one)
    for (const item of occurrences(event, within)) {
      const made = eventOf(item.startDate, item.event, zones)
      if (made.day >= within.from && made.day <= within.until) found.push(made)
      if (found.length > max) return { ok: true, events: found.slice(0, max), isCut: true }
    }
  }
  return { ok: true, events: found, isCut: false }
}

function parse(text: string): ICAL.Component | null {
  try {
    const component = new ICAL.Component(ICAL.parse(text))
    return component.name === 'vcalendar' ? component : null
  } catch {
    return null
  }
}

type Occurrence = { readonly startDate: ICAL.Time; readonly event: ICAL.Event }

function* occurrences(event: ICAL.Event, { until }: Span): Generator<Occurrence> {
  if (!event.isRecurring()) {
    yield { startDate: event.startDate, event }
    return
  }
  const steps = event.iterator()
  for (let step = 0; step < STEPS_MAX; step++) {
    const next = steps.next()
    if (!next || dayOf(next) > until) return
    const { startDate, item } = event.getOccurrenceDetails(next)
    yield { startDate, event: item }
  }
}

const dayOf = ({ year, month, day }: ICAL.Time) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function eventOf(at: ICAL.Time, event: ICAL.Event, zones: ReadonlyMap<string, ICAL.Timezone>): CalendarEvent {
  const isCancelled =
    String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
  const name = (event.summary ?? '').trim().slice(0, NAME_MAX)
  if (at.isDate) return { day: dayOf(at), startTime: '', name, isCancelled }
  // A time without a zone, or in one that the file does not describe, is what the clock on the wall says.
  const zone = at.zone?.tzid === 'UTC' ? at.zone : zones.get(at.zone?.tzid ?? '')
  if (!zone) {
    const time = `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`
    return { day: dayOf(at), startTime: time, name, isCancelled }
  }
  const instant = at.toJSDate()
  return { day: calendarDateOf(instant), startTime: CLOCK.format(instant), name, isCancelled }
}
