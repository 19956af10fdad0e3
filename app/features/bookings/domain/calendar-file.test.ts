import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile, sequenceOf } from './calendar-file'

const AT = new Date('2026-11-24T09:00:00.500Z')
const FACTS = { writtenAt: AT, method: 'PUBLISH', organizer: 'noreply@schakel.example' } as const
const ENTRY: CalendarEntry = {
  bookingId: '00000000-0000-4000-8000-000000000001',
  sequence: 0,
  isCancelled: false,
  date: '2027-01-21',
  startTime: '10:00',
  durationMinutes: 100,
  summary: 'Lasrobots in de testhal',
  description: 'Groep 1 van 2',
  location: 'Almelo',
  url: 'https://schakel.example/bookings/1',
}
const file = (over: Partial<CalendarEntry> = {}) => calendarFile([{ ...ENTRY, ...over }], FACTS)
/** As a calendar program reads it: folded lines joined again. */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

test('a booking with a time is an event in UTC, an hour behind the clock in winter and two in summer', () => {
  expect(linesOf(file())).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schakel//Bookings//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:booking-00000000-0000-4000-8000-000000000001@schakel',
    'DTSTAMP:20261124T090000Z',
    'ORGANIZER;CN=Schakel:mailto:noreply@schakel.example',
    'SEQUENCE:0',
    'STATUS:CONFIRMED',
    'DTSTART:20270121T090000Z',
    'DTEND:20270121T104000Z',
    'SUMMARY:Lasrobots in de testhal',
    'DESCRIPTION:Groep 1 van 2',
    'LOCATION:Almelo',
    'URL:https://schakel.example/bookings/1',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
  expect(file({ date: '2027-06-10' })).toContain('DTSTART:20270610T080000Z')
})

test('without a time it is the whole day, which ends on the next one', () => {
  const lines = linesOf(file({ startTime: null, date: '2027-12-31' }))
  expect(lines).toContain('DTSTART;VALUE=DATE:20271231')
  expect(lines).toContain('DTEND;VALUE=DATE:20280101')
})

test('an unknown duration leaves the end out', () => {
  expect(file({ durationMinutes: null })).not.toContain('DTEND')
})

test('a move and a cancellation count, and cancelled says so', () => {
  expect(sequenceOf({ moves: 2, state: 'confirmed' })).toBe(2)
  expect(sequenceOf({ moves: 2, state: 'cancelled' })).toBe(3)
  expect(linesOf(file({ isCancelled: true, sequence: 3 }))).toEqual(
    expect.arrayContaining(['SEQUENCE:3', 'STATUS:CANCELLED']),
  )
})

test('text with signs of its own meaning cannot add a line', () => {
  const lines = linesOf(file({ summary: 'Robots; lassen, zagen\\frezen\r\nBEGIN:VALARM\u0007' }))
  expect(lines).toContain('SUMMARY:Robots\\; lassen\\, zagen\\\\frezen\\nBEGIN:VALARM')
  expect(lines).not.toContain('BEGIN:VALARM')
})

test('no line is longer than 75 octets, and no character is cut', () => {
  const description = 'Wij maken één brug van 🔩 en hout — “écht”. '.repeat(20)
  const text = file({ description })
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(linesOf(text)).toContain(`DESCRIPTION:${description.replaceAll(',', '\\,')}`)
})

test('several groups are several events in one file', () => {
  const text = calendarFile([ENTRY, { ...ENTRY, bookingId: 'other' }], FACTS)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
})
