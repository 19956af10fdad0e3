/**
 * The wished period as a form carries it: the words of the teacher, the days that they were read into, and the
 * teacher's correction of those days. A correction wins until the words or the days change again.
 */
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { SchoolHoliday } from './moments'
import { readPeriod } from './read-period'

export type TypedPeriod = {
  readonly text: string
  /** As typed or as the page filled them in; may be empty or no date at all. */
  readonly from: string
  readonly until: string
  /** The words that the page's days stood for when it was shown. */
  readonly of: string
  /** The days that the page showed, `from_until`. */
  readonly shown: string
}

export type UnderstoodPeriod = {
  readonly from: string
  readonly until: string
  readonly span: Span | null
  /** Words that could not be read: they stay as a note and restrict nothing. */
  readonly isNote: boolean
  readonly mistake: 'incomplete' | 'no-date' | 'backwards' | 'passed' | null
}

export function understandPeriod(
  typed: TypedPeriod,
  today: CalendarDate,
  holidays: readonly SchoolHoliday[],
): UnderstoodPeriod {
  const corrected = daysShown(typed.from, typed.until) !== typed.shown
  if (!corrected && typed.text !== typed.of) {
    const span = typed.text === '' ? null : readPeriod(typed.text, today, holidays)
    const isNote = typed.text !== '' && span === null
    return { from: span?.from ?? '', until: span?.until ?? '', span, isNote, mistake: null }
  }
  const { from, until } = typed
  const mistake = mistakeInDays(from, until, today)
  const span = mistake === null && from !== '' ? { from, until } : null
  return { from, until, span, isNote: typed.text !== '' && from === '' && until === '', mistake }
}

type Answers = Readonly<Record<string, readonly string[]>>

/** @returns the period of a form's answers. */
export function typedPeriod(typed: Answers): TypedPeriod {
  const one = (name: string) => (typed[name]?.[0] ?? '').trim()
  return {
    text: one('period'),
    from: one('from'),
    until: one('until'),
    of: one('periodOf'),
    shown: one('periodShown') || daysShown('', ''),
  }
}

/** @returns the answers with the days that were understood in the place of those typed, saying what they stand for. */
export function withPeriod(typed: Answers, period: UnderstoodPeriod): Answers {
  const { from: _from, until: _until, periodOf: _of, periodShown: _shown, ...rest } = typed
  const text = typed.period?.[0]?.trim()
  return {
    ...rest,
    ...(period.from !== '' && { from: [period.from] }),
    ...(period.until !== '' && { until: [period.until] }),
    ...(text && { periodOf: [text] }),
    // A mistake in the days is typed, not shown: it must not be taken for what we understood.
    periodShown: [daysShown(period.mistake ? '' : period.from, period.mistake ? '' : period.until)],
  }
}

/** @returns the two days as one text that a page can send back. */
export function daysShown(from: string, until: string): string {
  return `${from}_${until}`
}

function mistakeInDays(from: string, until: string, today: CalendarDate): UnderstoodPeriod['mistake'] {
  if (from === '' && until === '') return null
  if (from === '' || until === '') return 'incomplete'
  if (!isDay(from) || !isDay(until)) return 'no-date'
  if (until < from) return 'backwards'
  return until < today ? 'passed' : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
