/** What happens to a promise. Payloads hold ids, days and which side spoke: never a name. */
import type { CalendarDate } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { AskedMoment, BookingId, BookingParty } from './domain/booking'
import type { PlanPart, PlanSide } from './domain/plan'

export const bookingMade = (id: BookingId): DomainEvent => ({
  type: 'BookingMade',
  subjectId: id,
  payload: {},
})

/** A day was agreed for the first time, or another one. `offerId`: a place of another span may have come free. */
export const bookingDateSet = (
  booking: { readonly id: BookingId; readonly offerId: string; readonly date: CalendarDate | null },
  asked: AskedMoment & { readonly by: BookingParty },
): DomainEvent => ({
  type: booking.date === null ? 'BookingDateChosen' : 'BookingMoved',
  subjectId: booking.id,
  payload: {
    offerId: booking.offerId,
    by: asked.by,
    from: booking.date,
    date: asked.date,
    startTime: asked.startTime,
  },
})

const said =
  (type: string) =>
  (id: BookingId, by: BookingParty): DomainEvent => ({ type, subjectId: id, payload: { by } })

export const bookingDone = said('BookingDone')
/** The day passed without a lesson. */
export const bookingMissed = said('BookingMissed')

/** The place is free again. */
export const bookingCancelled = (id: BookingId, offerId: string, by: BookingParty): DomainEvent => ({
  type: 'BookingCancelled',
  subjectId: id,
  payload: { offerId, by },
})

export const REMINDERS = [
  'week-before',
  'day-before',
  'choose-date',
  'how-was-it',
  'how-was-it-again',
  'follow-up',
] as const
export type ReminderKind = (typeof REMINDERS)[number]

/** The clock says that somebody has to know or do something. Once per booking, kind and day. */
export const bookingReminderDue = (id: string, kind: ReminderKind, day: CalendarDate): DomainEvent => ({
  type: 'BookingReminderDue',
  subjectId: id,
  payload: { kind, day },
})

/** One side said how the day goes; `to`: the side that is told which parts. */
export const bookingPlanChanged = (id: BookingId, to: PlanSide, parts: readonly PlanPart[]): DomainEvent => ({
  type: 'BookingPlanChanged',
  subjectId: id,
  payload: { to, parts },
})
