/** When a company that answers nobody is told so, and when its offers leave the sight of schools. */
import { addWorkingDays, type CalendarDate, type FreeDays } from '~/kernel/calendar'

/** So many questions in a row that lapsed without a word, and it is told. */
export const SILENT_AFTER = 3
/** So many working days it then has to answer one, or to say that it is there. */
const NOTICE_WORKING_DAYS = 10

export type SilenceFacts = {
  /** Questions that lapsed since the company last answered one or said that it is there. */
  readonly lapsed: number
  /** The day on which it was told in this silence; `null`: not yet. */
  readonly toldOn: CalendarDate | null
  readonly isHidden: boolean
}

/** @returns what is due on the day. Weekends and public holidays do not count. */
export function silenceStep(
  { lapsed, toldOn, isHidden }: SilenceFacts,
  today: CalendarDate,
  free: FreeDays,
): 'nothing' | 'tell' | 'hide' {
  if (isHidden || lapsed < SILENT_AFTER) return 'nothing'
  if (toldOn === null) return 'tell'
  return hiddenOn(toldOn, free) <= today ? 'hide' : 'nothing'
}

/** @returns the day on which its offers leave when nothing is heard. */
export function hiddenOn(toldOn: CalendarDate, free: FreeDays): CalendarDate {
  return addWorkingDays(toldOn, NOTICE_WORKING_DAYS, free)
}
