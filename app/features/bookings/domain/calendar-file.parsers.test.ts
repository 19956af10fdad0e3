/** Two programs by others, which know nothing of each other, read the same out of our files. */
import ICAL from 'ical.js'
import ical, { type VEvent } from 'node-ical'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile, methodOf } from './calendar-file'

const ENTRY: CalendarEntry = {
  bookingId: '00000000-0000-4000-8000-000000000001',
  sequence: 0,
  isCancelled: false,
  date: '2027-01-21',
  startTime: '10:00',
  durationMinutes: 100,
  summary: 'Lasrobots; in de "testhal", en meer',
  description: 'Groep 1 van 2\nNeem \\ mee: één jas, veel zin. '.repeat(4),
  location: 'Basisschool ’t Venster, Grotestraat 1, 7607 AB Almelo',
  url: 'https://schakel.example/bookings/1',
}
const FACTS = {
  writtenAt: new Date('2026-11-24T09:00:00Z'),
  organizer: 'noreply@schakel.example',
  name: 'Schakel: afspraken',
} as const

type Read = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly start: string
  readonly end: string | null
  readonly isWholeDay: boolean
  readonly words: readonly string[]
}

function byIcalJs(file: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const isWholeDay = event.startDate.isDate
    const text = (time: ICAL.Time | null) =>
      time && (isWholeDay ? time.toString() : time.toJSDate().toISOString())
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      start: text(event.startDate) ?? '',
      end: component.hasProperty('dtend') ? text(event.endDate) : null,
      isWholeDay,
      words: [
        event.summary,
        event.description,
        event.location,
        String(component.getFirstPropertyValue('url')),
      ],
    }
  })
}

function byNodeIcal(file: string): Read[] {
  const read = ical.sync.parseICS(file)
  const events = Object.values(read).filter((part): part is VEvent => part?.type === 'VEVENT')
  return events.map((event) => {
    const isWholeDay = event.datetype === 'date'
    // It gives a day as midnight of the machine's own zone.
    const local = (at: Date) =>
      [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
    const text = (at: Date) => (isWholeDay ? local(at) : at.toISOString())
    return {
      method: String(event.method),
      uid: event.uid,
      sequence: Number(event.sequence),
      status: String(event.status),
      start: text(event.start),
      end: event.end ? text(event.end) : null,
      isWholeDay,
      words: [event.summary, event.description, event.location, event.url].map((word) =>
        typeof word === 'string' ? word : String((word as { val?: string } | undefined)?.val),
      ),
    }
  })
}

test.each([
  ['in winter', {}, '2027-01-21T09:00:00.000Z', '2027-01-21T10:40:00.000Z'],
  ['in summer', { date: '2027-06-10' }, '2027-06-10T08:00:00.000Z', '2027-06-10T09:40:00.000Z'],
  // The clock goes from three back to two.
  [
    'across the change of the clock',
    { date: '2027-10-31', startTime: '01:30', durationMinutes: 180 },
    '2027-10-30T23:30:00.000Z',
    '2027-10-31T02:30:00.000Z',
  ],
  [
    'the morning after it',
    { date: '2027-11-01', startTime: '09:00', durationMinutes: 60 },
    '2027-11-01T08:00:00.000Z',
    '2027-11-01T09:00:00.000Z',
  ],
  ['a whole day', { startTime: null, date: '2027-12-31' }, '2027-12-31', '2028-01-01'],
  [
    'cancelled after two moves',
    { isCancelled: true, sequence: 3 },
    '2027-01-21T09:00:00.000Z',
    '2027-01-21T10:40:00.000Z',
  ],
] as const)('%s both read what was written', (_what, over, start, end) => {
  const entry: CalendarEntry = { ...ENTRY, ...over }
  const method = methodOf([entry])
  const file = calendarFile([entry], { ...FACTS, method })
  const wanted: Read = {
    method: entry.isCancelled ? 'CANCEL' : 'PUBLISH',
    uid: `booking-${entry.bookingId}@schakel`,
    sequence: entry.sequence,
    status: entry.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    start,
    end,
    isWholeDay: entry.startTime === null,
    words: [entry.summary, entry.description, entry.location, entry.url],
  }
  expect(byIcalJs(file)).toEqual([wanted])
  expect(byNodeIcal(file)).toEqual([wanted])
})
