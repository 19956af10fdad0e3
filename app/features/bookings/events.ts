/** What happens to a promise. Payloads hold ids only. */
import type { DomainEvent } from '~/kernel/events'
import type { BookingId } from './domain/booking'

const about =
  (type: string) =>
  (id: BookingId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const bookingMade = about('BookingMade')
export const bookingMoved = about('BookingMoved')
export const bookingDone = about('BookingDone')
export const bookingCancelled = (id: BookingId, offerId: string): DomainEvent => ({
  type: 'BookingCancelled',
  subjectId: id,
  payload: { offerId },
})
