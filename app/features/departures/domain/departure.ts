/** When what a closed branch has open ends. */
import { addDays, type CalendarDate } from '~/kernel/calendar'

/**
 * From the day on which the register no longer has a branch. Editions are put right now and then, and a school that goes
 * on under another number has to move its people first.
 */
const NOTICE_DAYS = 14

/** @returns the last day on which everything is as it was. */
export function lastDayOf(closedOn: CalendarDate): CalendarDate {
  return addDays(closedOn, NOTICE_DAYS)
}

/** @returns what is to be done about a branch that left the register on that day. */
export function closedStep(closedOn: CalendarDate, today: CalendarDate): 'tell' | 'end' {
  return today > lastDayOf(closedOn) ? 'end' : 'tell'
}
