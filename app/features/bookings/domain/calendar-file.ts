/**
 * A booking as an iCalendar file (RFC 5545): what a calendar program reads. One VEVENT per booking, its UID stable and its
 * SEQUENCE growing with every change, so that a newer file replaces the older entry. A start time is written in UTC, a
 * booking without one as a whole day. Pure text: the caller gives the words and the moment of writing.
 */
import { addDays, type CalendarDate, instantAt } from '~/kernel/calendar'

export type CalendarEntry = {
  readonly bookingId: string
  /** Of an entry that is no booking; else it follows from the booking. */
  readonly uid?: string
  /** How often it changed: ≥ 0, never smaller than in an earlier file. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly date: CalendarDate
  /** `HH:MM` on the clock of Amsterdam; `null`: the whole day. */
  readonly startTime: string | null
  /** `null`: not known; the entry then has no end. Not used for a whole day. */
  readonly durationMinutes: number | null
  readonly summary: string
  readonly description: string
  readonly location: string
  /** Page of the booking. */
  readonly url: string
}

/** What SEQUENCE is: each move counts, and so does cancelling. */
export function sequenceOf(booking: { readonly moves: number; readonly state: string }): number {
  return booking.moves + (booking.state === 'cancelled' ? 1 : 0)
}

export type CalendarMethod = 'PUBLISH' | 'CANCEL'

/** What RFC 5546 calls it: a file of nothing but cancelled bookings takes them out of a calendar. */
export function methodOf(entries: readonly Pick<CalendarEntry, 'isCancelled'>[]): CalendarMethod {
  return entries.length > 0 && entries.every(({ isCancelled }) => isCancelled) ? 'CANCEL' : 'PUBLISH'
}

type FileFacts = {
  /** DTSTAMP: when this file was made. */
  readonly writtenAt: Date
  readonly method: CalendarMethod
  /** Address in whose name the entries stand, as RFC 5546 asks. */
  readonly organizer: string
  /** What a program that reads it again and again calls the calendar. */
  readonly name?: string
}

/** How often a program need look again: X-PUBLISHED-TTL is what Outlook reads, the other one RFC 7986. */
const LOOK_AGAIN = 'PT2H'

/** @returns the file, lines ended by CRLF and folded at 75 octets. O(length). */
export function calendarFile(entries: readonly CalendarEntry[], facts: FileFacts): string {
  const { name } = facts
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schakel//Bookings//NL',
    'CALSCALE:GREGORIAN',
    `METHOD:${facts.method}`,
    ...(name === undefined
      ? []
      : [
          `NAME:${escapeText(name)}`,
          `X-WR-CALNAME:${escapeText(name)}`,
          `REFRESH-INTERVAL;VALUE=DURATION:${LOOK_AGAIN}`,
          `X-PUBLISHED-TTL:${LOOK_AGAIN}`,
        ]),
    ...entries.flatMap((entry) => eventLines(entry, facts)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry, { writtenAt, organizer }: FileFacts): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid ?? `booking-${entry.bookingId}`}@schakel`,
    `DTSTAMP:${utc(writtenAt)}`,
    `ORGANIZER;CN=Schakel:mailto:${organizer}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...momentLines(entry),
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `LOCATION:${escapeText(entry.location)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
  ]
}

function momentLines({ date, startTime, durationMinutes }: CalendarEntry): readonly string[] {
  if (startTime === null)
    return [
      `DTSTART;VALUE=DATE:${basic(date)}`,
      `DTEND;VALUE=DATE:${basic(addDays(date, 1))}`,
      // A visit does not fill the whole day of everybody at school.
      'TRANSP:TRANSPARENT',
    ]
  const starts = instantAt(date, startTime)
  if (durationMinutes === null) return [`DTSTART:${utc(starts)}`]
  return [`DTSTART:${utc(starts)}`, `DTEND:${utc(new Date(starts.getTime() + durationMinutes * 60_000))}`]
}

const basic = (date: CalendarDate) => date.replaceAll('-', '')
/** 20270121T090000Z */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** TEXT of section 3.3.11: backslash, semicolon, comma and line break have a meaning of their own; other signs below the blank are not allowed. */
function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

const OCTETS = 75
const encoder = new TextEncoder()

/** Section 3.1: at most 75 octets a line, the rest on lines that begin with a blank; never inside a character. */
function fold(line: string): string {
  const rows: string[] = []
  let row = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > OCTETS) {
      rows.push(row)
      row = ' '
      octets = 1
    }
    row += sign
    octets += size
  }
  return [...rows, row].join('\r\n')
}
