/**
 * Reads a wished period as teachers write it ("vóór de meivakantie", "half mei", "oktober tot kerst") into days.
 * What cannot be read restricts nothing: the text stays as a note, and the teacher sees what was understood.
 */
import { addDays, type CalendarDate, daysOfSchoolYear, type Span, schoolYearOf } from '~/kernel/calendar'
import { findMoments, type Moment, type SchoolHoliday } from './moments'

const ANY_TIME =
  /\b(?:(?:hele|heel|dit|whole|all|this) (?:school ?)?(?:jaar|year)|doorlopend|zo snel mogelijk|zsm|asap|as soon as possible|zodra het kan|vanaf nu|from now(?: on)?)\b/

/**
 * @param text as typed, at most 200 characters are looked at.
 * @param today months and days without a year mean the next time they come; nothing lies before today.
 * @param holidays school holidays of the school's region, all known years.
 * @returns the days, or `null` when nothing was understood. Both ends belong to it.
 */
export function readPeriod(
  text: string,
  today: CalendarDate,
  holidays: readonly SchoolHoliday[],
): Span | null {
  const plain = fold(text)
  const moments = findMoments(plain, holidays)
  const span = moments.length === 0 ? anyTime(plain, today) : spanOf(plain, moments, today)
  if (span === null || span.until < today) return null
  return { from: span.from < today ? today : span.from, until: span.until }
}

function fold(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function anyTime(plain: string, today: CalendarDate): Span | null {
  return ANY_TIME.test(plain) ? { from: today, until: endOfSchoolYear(today) } : null
}

function spanOf(plain: string, moments: readonly Moment[], today: CalendarDate): Span | null {
  const first = moments[0]
  const last = moments.at(-1)
  if (!first || !last) return null
  const before = plain.slice(0, first.start)
  if (first === last) return single(before, plain.slice(first.end), first, today)
  const between = plain.slice(first.end, last.start)
  const untilBefore = last.isHoliday && /\b(?:tot|voor|until|till|before)\b/.test(between)
  for (const start of occurrences(first, today)) {
    const end = occurrences(last, today).find((span) => span.until >= start.from)
    if (!end) continue
    const until = untilBefore ? addDays(end.from, -1) : end.until
    if (until >= today && until >= start.from) return { from: start.from, until }
  }
  return null
}

function single(before: string, after: string, moment: Moment, today: CalendarDate): Span | null {
  const spans = occurrences(moment, today)
  if (/\b(?:na|after)\b[^,;]*$/.test(before)) {
    const ended = spans.find((span) => span.until >= today)
    return ended ? { from: addDays(ended.until, 1), until: endOfSchoolYear(addDays(ended.until, 1)) } : null
  }
  if (/\b(?:voor|tot|uiterlijk|before|until|till|by)\b(?! en met)[^,;]*$/.test(before)) {
    const inclusive = /\b(?:uiterlijk|by)\b/.test(before) && !moment.isHoliday
    const coming = spans.find((span) => (inclusive ? span.until : addDays(span.from, -1)) >= today)
    return coming ? { from: today, until: inclusive ? coming.until : addDays(coming.from, -1) } : null
  }
  const next = spans.find((span) => span.until >= today)
  if (!next) return null
  const open =
    /\b(?:vanaf|sinds|from|since)\b[^,;]*$/.test(before) ||
    /^ ?(?:of|en|or|and) (?:later|verder|onwards)\b/.test(after)
  return open ? { from: next.from, until: endOfSchoolYear(next.from) } : next
}

/** The moment in the years around today, in order. */
function occurrences(moment: Moment, today: CalendarDate): readonly Span[] {
  const year = Number(today.slice(0, 4))
  return [-1, 0, 1, 2].map((step) => moment.inYear(year + step)).filter((span) => span !== null)
}

function endOfSchoolYear(day: CalendarDate): CalendarDate {
  return daysOfSchoolYear(schoolYearOf(day)).until
}
