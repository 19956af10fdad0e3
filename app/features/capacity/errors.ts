import { AppError } from '~/kernel/errors'

/** Fewer places than are promised already. */
export const belowTaken = (taken: number) => new AppError('conflict', 'capacity.below-taken', { taken })
/** The last place has just gone to somebody else. */
export const full = () => new AppError('conflict', 'capacity.full')
/** The group has a place already, here or elsewhere. */
export const groupHasPlace = () => new AppError('conflict', 'capacity.group-has-place')
/** Somebody has a place in this session: cancel the booking first. */
export const sessionTaken = () => new AppError('conflict', 'capacity.session-taken')
export const sessionNotFound = () => new AppError('not-found', 'capacity.session-not-found')
export const offerNotThere = () => new AppError('not-found', 'offer.not-found')
/** The last day is before the first, or the span is longer than a year. */
export const wrongSpan = () => new AppError('invalid', 'capacity.wrong-span')
/** Every day of it is over, far ahead, closed or there already. */
export const nothingToAdd = () => new AppError('invalid', 'capacity.nothing-to-add')
export const notACalendar = () => new AppError('invalid', 'capacity.not-a-calendar')
export const calendarTooLarge = () => new AppError('invalid', 'capacity.calendar-too-large')
