import { AppError } from '~/kernel/errors'

/** The one who should follow it coordinates no region of the school. */
export const ownerUnknown = () => new AppError('invalid', 'follow-up.owner-unknown')
export const dayPassed = () => new AppError('invalid', 'follow-up.day-passed')
export const dayTooFar = () => new AppError('invalid', 'follow-up.day-too-far')
export const noteNotFound = () => new AppError('not-found', 'follow-up.note-not-found')
