/** When a company hears again of a request that it has not answered. */
import { addWorkingDays, type CalendarDate, type FreeDays } from '~/kernel/calendar'

/** Working days after which the first and the second reminder are due. */
const REMIND_AFTER_DAYS = [3, 7] as const
/** Whoever was told of anything in these hours is not told again. */
const JUST_NOTIFIED_HOURS = 20

export type Unanswered = {
  readonly id: string
  readonly sentOn: CalendarDate
  readonly notifiedAt: Date
  /** Reminders so far, 0–2. */
  readonly reminders: number
}

/** @returns how many reminders should have been sent by `today`, 0–2. */
export function remindersBy(sentOn: CalendarDate, today: CalendarDate, free: FreeDays): number {
  return REMIND_AFTER_DAYS.filter((days) => addWorkingDays(sentOn, days, free) <= today).length
}

/**
 * @param unanswered of one company.
 * @returns those that are due, with the number of reminders that they have had after this one. Empty when the company was
 * told of anything just now: then it is another day's turn.
 */
export function dueReminders(
  unanswered: readonly Unanswered[],
  now: Date,
  today: CalendarDate,
  free: FreeDays,
): readonly { readonly id: string; readonly reminders: number }[] {
  const since = now.getTime() - JUST_NOTIFIED_HOURS * 3_600_000
  if (unanswered.some(({ notifiedAt }) => notifiedAt.getTime() > since)) return []
  return unanswered.flatMap(({ id, sentOn, reminders }) => {
    const should = remindersBy(sentOn, today, free)
    return should > reminders ? [{ id, reminders: should }] : []
  })
}
