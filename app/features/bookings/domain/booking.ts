/** A promise between a school and a company for one group. */
import type { CalendarDate } from '~/kernel/calendar'
import type { BranchId, OfferId, OrganisationId, RegionId } from '~/kernel/ids'
import type { BookingState } from './booking-states'

declare const brand: unique symbol
export type BookingId = string & { readonly [brand]: 'BookingId' }

export const CANCEL_REASONS = [
  'illness',
  'timetable',
  'transport',
  'no-longer-needed',
  'capacity',
  'weather',
  'other',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]
export type BookingParty = 'school' | 'company' | 'coordinator'

export type Booking = {
  readonly id: BookingId
  readonly claimId: string
  readonly requestId: string
  readonly groupId: string
  readonly branchId: BranchId
  readonly offerId: OfferId
  readonly organisationId: OrganisationId
  readonly regionIds: readonly RegionId[]
  readonly state: BookingState
  readonly date: CalendarDate | null
  /** `HH:MM` on the clock of the place. */
  readonly startTime: string | null
  /** Days to choose from while there is no date. */
  readonly dateOptions: readonly CalendarDate[]
  /** Last day to choose one. */
  readonly agreeBy: CalendarDate | null
}

export type DateMistake = 'date-passed' | 'date-too-far' | 'not-an-option'

/**
 * @param by the school chooses from the company's days, when it gave some; the company sets any day.
 * @returns what is wrong with the day, `null` when it can be.
 */
export function mistakeInDate(
  booking: Pick<Booking, 'date' | 'dateOptions'>,
  by: BookingParty,
  date: CalendarDate,
  today: CalendarDate,
  lastDay: CalendarDate,
): DateMistake | null {
  if (date < today) return 'date-passed'
  if (date > lastDay) return 'date-too-far'
  const choosing = by === 'school' && booking.date === null && booking.dateOptions.length > 0
  return choosing && !booking.dateOptions.includes(date) ? 'not-an-option' : null
}
