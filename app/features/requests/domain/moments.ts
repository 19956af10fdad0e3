/**
 * The moments that a period is written with: months, seasons, weeks, days, school holidays, in Dutch and English.
 * A moment comes again each year unless its year is written.
 */
import { addDays, type CalendarDate, isoWeekday, type Span } from '~/kernel/calendar'

/** A school holiday of the school's region, e.g. `{ type: 'meivakantie', from, until }`. */
export type SchoolHoliday = Span & { readonly type: string }

export type Moment = {
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** A holiday: "before" and "until" it mean that its first day does not belong. */
  readonly isHoliday: boolean
  /** When it is in a year, `null` when it is not. */
  readonly inYear: (year: number) => Span | null
}

const MONTHS = [
  'jan(?:uari|uary)?',
  'feb(?:ruari|ruary)?',
  'maart|mrt|march|mar',
  'apr(?:il)?',
  'mei|may',
  'juni|jun|june',
  'juli|jul|july',
  'aug(?:ustus|ust)?',
  'sept?(?:ember)?',
  'okt(?:ober)?|october|oct',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
const MONTH = MONTHS.map((names) => `(${names})`).join('|')

/** First and last month; `12–2` runs over the new year. */
const SEASONS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:voorjaar|lente|spring)\b/g, 3, 5],
  [/\b(?:najaar|herfst|autumn)\b/g, 9, 11],
  [/\bwinter\b/g, 12, 2],
]

const HOLIDAYS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:herfstvakantie|autumn (?:break|holidays?))\b/g, 'herfstvakantie'],
  [/\b(?:kerst(?:vakantie|mis)?|christmas(?: holidays?| break)?)\b/g, 'kerstvakantie'],
  [/\b(?:voorjaarsvakantie|krokusvakantie|spring break|february break)\b/g, 'voorjaarsvakantie'],
  [/\b(?:meivakantie|may (?:break|holidays?))\b/g, 'meivakantie'],
  [/\b(?:zomer(?:vakantie)?|summer(?: holidays?| break)?)\b/g, 'zomervakantie'],
]

/**
 * @param text lower case, without accents.
 * @returns the moments in the order of the text, none inside another.
 */
export function findMoments(text: string, holidays: readonly SchoolHoliday[]): readonly Moment[] {
  const found: Moment[] = []
  const add = (match: RegExpMatchArray, inYear: Moment['inYear'], isHoliday = false) => {
    const start = match.index ?? 0
    const end = start + match[0].length
    if (!found.some((other) => start < other.end && other.start < end)) {
      found.push({ start, end, isHoliday, inYear })
    }
  }
  for (const match of text.matchAll(/\b(20\d\d)-(\d{1,2})-(\d{1,2})\b/g)) {
    addDay(add, match, Number(match[1]), Number(match[2]), Number(match[3]))
  }
  for (const match of text.matchAll(/\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](20\d\d))?\b/g)) {
    addDay(add, match, match[3] ? Number(match[3]) : null, Number(match[2]), Number(match[1]))
  }
  for (const match of text.matchAll(/\bweek (\d{1,2})\b/g)) {
    const week = Number(match[1])
    if (week >= 1 && week <= 53) add(match, (year) => isoWeek(year, week))
  }
  for (const [pattern, type] of HOLIDAYS) {
    for (const match of text.matchAll(pattern)) {
      add(match, (year) => holidays.find((h) => h.type === type && yearOf(h.from) === year) ?? null, true)
    }
  }
  for (const match of text.matchAll(new RegExp(`\\b(\\d{1,2}) (?:${MONTH})(?: (20\\d\\d))?\\b`, 'g'))) {
    addDay(add, match, writtenYear(match), monthOf(match, 2), Number(match[1]))
  }
  const parts = '(?:(begin|early)|(half|midden|mid)|(eind(?:e)?|late|end of)) (?:van |of )?'
  for (const match of text.matchAll(new RegExp(`\\b(?:${parts})?(?:${MONTH})(?: (20\\d\\d))?\\b`, 'g'))) {
    const month = monthOf(match, 4)
    const year = writtenYear(match)
    const last = (y: number) => lastDay(y, month)
    const [first, until] = match[1]
      ? [1, () => 10]
      : match[2]
        ? [10, () => 20]
        : match[3]
          ? [20, last]
          : [1, last]
    add(
      match,
      inWritten(year, (y) => ({ from: date(y, month, first), until: date(y, month, until(y)) })),
    )
  }
  for (const [pattern, first, last] of SEASONS) {
    for (const match of text.matchAll(pattern)) {
      add(match, (y) => {
        const end = last < first ? y + 1 : y
        return { from: date(y, first, 1), until: date(end, last, lastDay(end, last)) }
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

type Add = (match: RegExpMatchArray, inYear: Moment['inYear']) => void

function addDay(add: Add, match: RegExpMatchArray, year: number | null, month: number, day: number): void {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year ?? 2024, month)) return
  add(
    match,
    inWritten(year, (y) => {
      const on = date(y, month, Math.min(day, lastDay(y, month)))
      return { from: on, until: on }
    }),
  )
}

/** A moment whose year is written is in no other. */
function inWritten(written: number | null, inYear: (year: number) => Span): Moment['inYear'] {
  return (year) => (written === null || written === year ? inYear(year) : null)
}

function monthOf(match: RegExpMatchArray, firstGroup: number): number {
  return match.slice(firstGroup, firstGroup + 12).findIndex((name) => name !== undefined) + 1
}

function writtenYear(match: RegExpMatchArray): number | null {
  const year = match.at(-1)
  return year === undefined ? null : Number(year)
}

const yearOf = (day: CalendarDate) => Number(day.slice(0, 4))
const two = (n: number) => String(n).padStart(2, '0')
const date = (year: number, month: number, day: number): CalendarDate => `${year}-${two(month)}-${two(day)}`
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Monday to Friday of an ISO week: week 1 has the 4th of January. */
function isoWeek(year: number, week: number): Span {
  const fourth = date(year, 1, 4)
  const monday = addDays(fourth, 1 - isoWeekday(fourth) + 7 * (week - 1))
  return { from: monday, until: addDays(monday, 4) }
}
