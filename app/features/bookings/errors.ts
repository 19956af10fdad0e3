import { AppError } from '~/kernel/errors'
import type { DateMistake } from './domain/booking'
import type { BookingState } from './domain/booking-states'

const NO_PLACE = {
  full: 'booking.full-then',
  'no-slot': 'booking.no-session-then',
  closed: 'booking.closed-then',
  'month-full': 'booking.month-full-then',
  shared: 'booking.shared-then',
} as const

export const bookingNotFound = () => new AppError('not-found', 'booking.not-found')
export const bookingIs = (state: BookingState) => new AppError('conflict', `booking.is-${state}`)
export const badDate = (mistake: DateMistake) => new AppError('invalid', `booking.${mistake}`)
/** The lesson has still to come. */
export const notYet = () => new AppError('conflict', 'booking.not-yet')
/** Its day has passed: there is nothing left to cancel, only to tell how it went. */
export const dayIsOver = () => new AppError('conflict', 'booking.day-is-over')
/** There is no day to put in a calendar. */
export const noDateYet = () => new AppError('conflict', 'booking.no-date-yet')
/** The places of that day are taken, the offer has none then, or others come along. The booking stays as it was. */
export const noPlaceThen = (why: keyof typeof NO_PLACE) => new AppError('conflict', NO_PLACE[why])
/** How many pupils were there only their school can tell. */
export const schoolTells = () => new AppError('forbidden', 'booking.school-tells')
/** Somebody else saved while this one was being typed. */
export const planChanged = () => new AppError('conflict', 'booking.plan-changed')
export const vogInFuture = () => new AppError('invalid', 'booking.vog-in-future')
