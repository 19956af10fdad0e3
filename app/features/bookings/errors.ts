import { AppError } from '~/kernel/errors'
import type { DateMistake } from './domain/booking'
import type { BookingState } from './domain/booking-states'

export const bookingNotFound = () => new AppError('not-found', 'booking.not-found')
export const bookingIs = (state: BookingState) => new AppError('conflict', `booking.is-${state}`)
export const badDate = (mistake: DateMistake) => new AppError('invalid', `booking.${mistake}`)
/** The lesson has still to come. */
export const notYet = () => new AppError('conflict', 'booking.not-yet')
