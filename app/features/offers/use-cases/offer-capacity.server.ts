/** What an offer says of its capacity becomes class-places of this school year and the next, and a limit of each month. */
import { addDays, type CalendarDate, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import type { OfferId } from '~/kernel/ids'
import type { CapacityStore } from '../../capacity/store.server'
import type { OfferContent } from '../domain/offer'
import { monthLimitAfter } from '../domain/usual-sessions'

/** @throws AppError conflict `capacity.below-taken` when more is promised already. */
export async function setCapacity(
  capacity: Pick<CapacityStore, 'setSchoolYear'>,
  id: OfferId,
  { sessionsPerYear }: Pick<OfferContent, 'sessionsPerYear'>,
  today: CalendarDate,
): Promise<void> {
  const year = schoolYearOf(today)
  const next = schoolYearOf(addDays(daysOfSchoolYear(year).until, 1))
  await capacity.setSchoolYear(id, year, sessionsPerYear)
  await capacity.setSchoolYear(id, next, sessionsPerYear)
}

/**
 * Gives a new offer the limit of a month that is usual for the headcount, and moves it along with the number of the year
 * until the company sets it itself. No statement where that number stays.
 * @param before groups per school year; `null`: it had no number.
 */
export async function followMonthLimit(
  capacity: Pick<CapacityStore, 'monthLimit' | 'setMonthLimit'>,
  id: OfferId,
  before: number | null,
  after: number | null,
): Promise<void> {
  if (before === after) return
  const { perMonth, employees } = await capacity.monthLimit(id)
  const next = monthLimitAfter({ perMonth, before, after, employees })
  if (next !== perMonth) await capacity.setMonthLimit(id, next)
}
