/** What an offer says of its capacity becomes class-places of this school year and the next. */
import { addDays, type CalendarDate, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import type { OfferId } from '~/kernel/ids'
import type { CapacityStore } from '../../capacity/store.server'
import type { OfferContent } from '../domain/offer'

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
