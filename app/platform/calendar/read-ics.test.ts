import { expect, test } from 'vitest'
import { readCalendarFile } from './read-ics.server'

const WITHIN = { from: '2026-11-24', until: '2027-07-31' }
const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...events, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${lines.join()}@example`, 'DTSTAMP:20261101T080000Z', ...lines, 'END:VEVENT'].join(
    '\r\n',
  )
const read = (text: string, max = 100) => {
  const answer = readCalendarFile(text, WITHIN, max)
  return answer.ok
    ? answer.events.map(({ day, startTime, name }) => `${day} ${startTime} ${name}`.trim())
    : null
}

test('times of UTC are those of Amsterdam, a bare time is that of the wall, a whole day has none', () => {
  expect(
    read(
      file(
        event('DTSTART:20270112T083000Z', 'SUMMARY:Rondleiding'),
        event('DTSTART:20270601T083000Z', 'SUMMARY:Zomer'),
        event('DTSTART:20270113T103000', 'SUMMARY:Kaal'),
        event('DTSTART;VALUE=DATE:20270114', 'SUMMARY:Open dag'),
      ),
    ),
  ).toEqual([
    '2027-01-12 09:30 Rondleiding',
    '2027-06-01 10:30 Zomer',
    '2027-01-13 10:30 Kaal',
    '2027-01-14  Open dag',
  ])
})

test('a series is written out with its exceptions, within the days asked for', () => {
  const weekly = event(
    'DTSTART:20261103T090000',
    'RRULE:FREQ=WEEKLY;COUNT=6',
    'EXDATE:20261201T090000',
    'SUMMARY:Les',
  )
  expect(read(file(weekly))).toEqual(['2026-11-24 09:00 Les', '2026-12-08 09:00 Les'])
})

test('a series without end stops, and a file of too many events is cut', () => {
  const endless = file(event('DTSTART:20261201T090000', 'RRULE:FREQ=DAILY', 'SUMMARY:Elke dag'))
  expect(readCalendarFile(endless, WITHIN, 50)).toMatchObject({ ok: true, isCut: true })
  expect(read(file(event('DTSTART:19000101T090000', 'RRULE:FREQ=SECONDLY')))).toEqual([])
})

test('what was cancelled is said to be', () => {
  const answer = readCalendarFile(file(event('DTSTART:20270112T083000Z', 'STATUS:CANCELLED')), WITHIN, 10)
  expect(answer).toMatchObject({ events: [{ isCancelled: true }] })
})

test.each([
  '',
  'geen agenda',
  '<html></html>',
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
  'BEGIN:VCARD\r\nEND:VCARD',
])('%j is no calendar file', (text) => {
  expect(readCalendarFile(text, WITHIN, 10)).toEqual({ ok: false })
})
