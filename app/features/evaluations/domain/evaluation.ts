/** What the two sides of a booking thought of it. Two questions first; the rest for who has more to say. */
import { addDays, type CalendarDate } from '~/kernel/calendar'

export type EvaluationSide = 'school' | 'company'

/** 5 very good … 1 bad. */
export const RATINGS = ['5', '4', '3', '2', '1'] as const
export const AGAIN = ['yes', 'maybe', 'no'] as const
export const GOALS = ['reached', 'partly', 'not'] as const
export const FITS = ['too-easy', 'right', 'too-hard'] as const
export const EVALUATION_TEXT_MAX = 1_000

export type EvaluationAnswers = {
  /** Whole, 1–5, higher is better. */
  readonly rating: number
  readonly again: (typeof AGAIN)[number]
  /** Whether what the school wanted to reach was reached. Of the school alone. */
  readonly goal: (typeof GOALS)[number] | null
  /** How hard it was for this class. Of the school alone. */
  readonly fit: (typeof FITS)[number] | null
  /** For the other side, who reads it with the name of the school or the company under it. */
  readonly text: string | null
}

export type Evaluation = EvaluationAnswers & { readonly side: EvaluationSide; readonly on: CalendarDate }

/**
 * So long one side waits for the other: neither waits for a word about itself, and silence hides nothing for ever.
 */
const HIDDEN_DAYS = 14
/** What was given longer ago is asked for no more. */
const ASKED_DAYS = 90

/**
 * @returns whether the other side reads it: as soon as both have spoken, or `HIDDEN_DAYS` after it was first given.
 */
export function isShown(given: readonly Evaluation[], of: EvaluationSide, today: CalendarDate): boolean {
  const own = given.find(({ side }) => side === of)
  if (!own) return false
  return given.length === 2 || addDays(own.on, HIDDEN_DAYS) <= today
}

export type EvaluationRefusal = 'not-yet' | 'not-given' | 'too-long-ago' | 'already-read'

/**
 * The company may speak from the day after; the school when it has said that the lesson was given. What the other side can
 * read does not change any more.
 * @returns why not, `null` when it may.
 */
export function refusalOf(
  booking: { readonly state: string; readonly date: CalendarDate | null },
  given: readonly Evaluation[],
  side: EvaluationSide,
  today: CalendarDate,
): EvaluationRefusal | null {
  if (booking.state === 'cancelled' || booking.state === 'no-show') return 'not-given'
  if (booking.date === null) return 'not-yet'
  if (booking.state !== 'done' && (side === 'school' || booking.date >= today)) return 'not-yet'
  if (isShown(given, side, today)) return 'already-read'
  return addDays(booking.date, ASKED_DAYS) < today ? 'too-long-ago' : null
}

/** Below so many schools an average says more about one of them than about the offer. */
const RATED_MIN = 3

export type Rating = {
  readonly schools: number
  /** 1–5. */
  readonly average: number
  /** Of ten, how many would do it again; `maybe` counts half. */
  readonly againOfTen: number
}

/** What schools said, added up. */
export type RatingSums = {
  /** Different ones. */
  readonly schools: number
  readonly answers: number
  /** Sum of the ratings. */
  readonly stars: number
  /** Who would do it again, and perhaps. */
  readonly yes: number
  readonly maybe: number
}

/** @returns `null` below `RATED_MIN` schools. */
export function ratingOf(sums: RatingSums): Rating | null {
  if (sums.schools < RATED_MIN || sums.answers === 0) return null
  return {
    schools: sums.schools,
    average: sums.stars / sums.answers,
    againOfTen: Math.round((10 * (sums.yes + sums.maybe / 2)) / sums.answers),
  }
}
