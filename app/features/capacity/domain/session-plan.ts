/** Which sessions a series or a calendar file would make, and which days are left out and why: the dry run. */
import { addDays, type CalendarDate, type Span } from '~/kernel/calendar'
import { type ClosedDays, type ClosedWhy, closedWhy } from './closed-days'

/** A dated session; `startTime` `HH:MM`, empty when it is not told. */
export type SessionMoment = { readonly day: CalendarDate; readonly startTime: string }

export type PlannedSession = SessionMoment & {
  /** What the calendar file calls it; `null` in a series. */
  readonly name: string | null
  /** Why it is not made; `null`: it is. */
  readonly skipped: ClosedWhy | 'past' | 'too-far' | 'there-already' | 'twice' | 'cancelled' | null
}

/** Sessions that one form makes at most. */
export const SESSIONS_MAX = 120

export type Series = Span & {
  readonly startTime: string
  /** 1: weekly; 2: every other week; 0: once. */
  readonly everyWeeks: 0 | 1 | 2
}

export type PlanFacts = {
  readonly today: CalendarDate
  readonly lastDay: CalendarDate
  readonly closed: ClosedDays
  /** Dated sessions that there are, as `keyOf`. */
  readonly there: ReadonlySet<string>
}

/** @returns what a session is told apart by: day and time. */
export function keyOf({ day, startTime }: SessionMoment): string {
  return startTime ? `${day} ${startTime}` : day
}

/** @returns the session of a key, `null` when it is none. */
export function momentOfKey(key: string): SessionMoment | null {
  const match = /^(20\d{2}-\d{2}-\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(key)
  const [, day, startTime = ''] = match ?? []
  return day && !Number.isNaN(Date.parse(day)) ? { day, startTime } : null
}

/** @returns the days of a series, ascending, at most `SESSIONS_MAX`. */
export function daysOfSeries({ from, until, everyWeeks }: Series): readonly CalendarDate[] {
  if (everyWeeks === 0) return [from]
  const days: CalendarDate[] = []
  for (let day = from; day <= until && days.length < SESSIONS_MAX; day = addDays(day, 7 * everyWeeks))
    days.push(day)
  return days
}

/**
 * @param moments `isCancelled`: the calendar says that it does not go on.
 * @returns them in the order of day and time, each with why it would not become a session. O(n log n).
 */
export function planSessions(
  moments: readonly (SessionMoment & { readonly name: string | null; readonly isCancelled?: boolean })[],
  facts: PlanFacts,
): readonly PlannedSession[] {
  const seen = new Set<string>()
  return [...moments]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ isCancelled, ...moment }) => {
      const key = keyOf(moment)
      const skipped = isCancelled ? 'cancelled' : seen.has(key) ? 'twice' : skippedWhy(moment, facts)
      seen.add(key)
      return { ...moment, skipped }
    })
}

function skippedWhy(moment: SessionMoment, { today, lastDay, closed, there }: PlanFacts) {
  if (moment.day <= today) return 'past'
  if (moment.day > lastDay) return 'too-far'
  if (there.has(keyOf(moment))) return 'there-already'
  return closedWhy(moment.day, closed)
}
