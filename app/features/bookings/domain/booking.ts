/** A promise between a school and a company for one group. */
import { type CalendarDate, isoWeekday } from '~/kernel/calendar'
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
/** What somebody can say when he cancels. */
export type CancelReason = (typeof CANCEL_REASONS)[number]
/** Characters of what somebody adds. */
export const CANCEL_TEXT_MAX = 1_000
/** Of one group. */
export const PUPILS_MAX = 2_000
/** Why a booking ended before its day: what was said, that nobody chose a day in time, or that one of the two is no longer there. */
export type CancelCause = CancelReason | 'no-date' | 'stopped' | 'school-closed'
/** `system`: the clock. */
export type BookingParty = 'school' | 'company' | 'coordinator' | 'system'

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
  /** Days on which the offer goes, ISO; empty: any school day. */
  readonly offerWeekdays: readonly number[]
}

export type DateMistake =
  | 'date-passed'
  | 'date-too-far'
  | 'not-an-option'
  | 'not-on-that-weekday'
  | 'same-moment'

export type AskedMoment = { readonly date: CalendarDate; readonly startTime: string | null }

/**
 * The school chooses from the company's days while one of them is still to come, and moves only to weekdays on which the
 * offer goes; the company knows its own days and sets any.
 * @param booking `offerWeekdays`: ISO, empty is any school day.
 * @returns what is wrong with the moment, `null` when it can be.
 */
export function mistakeInDate(
  booking: Pick<Booking, 'date' | 'startTime' | 'dateOptions' | 'offerWeekdays'>,
  asked: AskedMoment & { readonly by: BookingParty },
  days: { readonly today: CalendarDate; readonly lastDay: CalendarDate },
): DateMistake | null {
  const { date, by } = asked
  if (date < days.today) return 'date-passed'
  if (date > days.lastDay) return 'date-too-far'
  if (date === booking.date && asked.startTime === booking.startTime) return 'same-moment'
  if (by !== 'school') return null
  const options = openOptions(booking, days.today)
  if (options.length > 0) return options.includes(date) ? null : 'not-an-option'
  return goesOn(booking.offerWeekdays, date) ? null : 'not-on-that-weekday'
}

/** @returns the days that can still be chosen, ascending; empty when there is a date or nothing to choose from. */
export function openOptions(
  booking: Pick<Booking, 'date' | 'dateOptions'>,
  today: CalendarDate,
): readonly CalendarDate[] {
  return booking.date === null ? booking.dateOptions.filter((day) => day >= today).sort() : []
}

/** @param weekdays ISO; empty: Monday to Friday. */
function goesOn(weekdays: readonly number[], date: CalendarDate): boolean {
  const weekday = isoWeekday(date)
  return weekdays.length === 0 ? weekday <= 5 : weekdays.includes(weekday)
}

/** What the booking asks of its people now. */
export type BookingStage = 'to-agree' | 'to-come' | 'to-report' | 'over'

/** @returns `to-report` from the day after, until somebody says how it went. */
export function stageOf(booking: Pick<Booking, 'state' | 'date'>, today: CalendarDate): BookingStage {
  if (booking.state !== 'confirmed') return 'over'
  if (booking.date === null) return 'to-agree'
  return booking.date < today ? 'to-report' : 'to-come'
}
