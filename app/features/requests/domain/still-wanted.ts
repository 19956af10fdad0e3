/**
 * "Zoeken jullie dit nog?": a request on the waiting list does not age out. Its school is asked every two months, and only
 * when two such mails stay unanswered is it over. Nobody is asked, and no time to answer runs, on a day without school.
 */
import { addDays, addWorkingDays, type CalendarDate, type FreeDays, isWorkingDay } from '~/kernel/calendar'

/** Two months, in days. */
export const ASK_AFTER_DAYS = 61
/** School days to answer the second mail. */
const ANSWER_SCHOOL_DAYS = 10

export type StillWanted = {
  /** The last day on which the school showed that it looks: came onto the list, said yes, or asked a company. */
  readonly aliveOn: CalendarDate
  /** Mails since without an answer: 0 to 2. */
  readonly asked: number
  readonly askedOn: CalendarDate | null
  /** The last day to answer the second mail. */
  readonly answerBy: CalendarDate | null
}

export type StillWantedStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ask'; readonly asked: 1 }
  | { readonly kind: 'ask'; readonly asked: 2; readonly answerBy: CalendarDate }
  | { readonly kind: 'expire' }

const NOTHING = { kind: 'nothing' } as const

/**
 * @param free days without school of the school's own holiday region.
 * @returns what is due today. A sign of life after a mail answers it.
 */
export function stillWantedStep(
  { aliveOn, asked, askedOn, answerBy }: StillWanted,
  today: CalendarDate,
  free: FreeDays,
): StillWantedStep {
  const isAnswered = askedOn === null || asked === 0 || aliveOn > askedOn
  if (!isAnswered && asked === 2) return answerBy !== null && answerBy < today ? { kind: 'expire' } : NOTHING
  const since = isAnswered ? aliveOn : askedOn
  if (addDays(since, ASK_AFTER_DAYS) > today || !isWorkingDay(today, free)) return NOTHING
  if (isAnswered) return { kind: 'ask', asked: 1 }
  return { kind: 'ask', asked: 2, answerBy: addWorkingDays(today, ANSWER_SCHOOL_DAYS, free) }
}
