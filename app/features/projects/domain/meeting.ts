/** A meeting of a project. */
import type { CalendarDate } from '~/kernel/calendar'

export type Meeting = {
  readonly id: string
  readonly title: string
  readonly date: CalendarDate
  /** `HH:MM` on the clock of Amsterdam. */
  readonly startTime: string
  /** 5–600. */
  readonly durationMinutes: number
  /** Where; `null`: online only. */
  readonly place: string | null
  readonly onlineUrl: string | null
  readonly agenda: string
  readonly notes: string
  /** How often it changed so that calendars must know. */
  readonly sequence: number
  readonly isCancelled: boolean
}

export type MeetingPlan = Pick<
  Meeting,
  'title' | 'date' | 'startTime' | 'durationMinutes' | 'place' | 'onlineUrl' | 'agenda'
>

export type MeetingMistake = 'meeting-passed' | 'meeting-too-far' | 'meeting-nowhere'

/**
 * @param before as it was planned; a meeting of the past may get other words, not another day of the past.
 * @returns what is wrong with the plan, `null` when it can be.
 */
export function mistakeInMeeting(
  plan: Pick<MeetingPlan, 'date' | 'place' | 'onlineUrl'>,
  before: Pick<Meeting, 'date'> | null,
  days: { readonly today: CalendarDate; readonly lastDay: CalendarDate },
): MeetingMistake | null {
  if (plan.date < days.today && plan.date !== before?.date) return 'meeting-passed'
  if (plan.date > days.lastDay) return 'meeting-too-far'
  return plan.place === null && plan.onlineUrl === null ? 'meeting-nowhere' : null
}

/** @returns whether calendars must know of the change: another time, place or name, not other words on the agenda. */
export function isMoved(before: MeetingPlan, after: MeetingPlan): boolean {
  return (['title', 'date', 'startTime', 'durationMinutes', 'place', 'onlineUrl'] as const).some(
    (fact) => before[fact] !== after[fact],
  )
}
