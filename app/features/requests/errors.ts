import { AppError } from '~/kernel/errors'
import type { NeedMistake } from './domain/need'
import type { RequestState } from './domain/request-state'

export const requestNotFound = () => new AppError('not-found', 'request.not-found')
export const verifyFirst = () => new AppError('forbidden', 'request.verify-address-first')
export const senseless = (mistake: NeedMistake) => new AppError('invalid', `request.${mistake}`)
/** The request has moved on: withdrawn, expired, or everything has its place. */
export const notRunning = (state: RequestState) => new AppError('conflict', `request.is-${state}`)
/** Somebody changed it since the page was opened. */
export const stale = () => new AppError('conflict', 'request.changed-meanwhile')
/** The link of the mail is used, expired or not of ours. */
export const stillWantedLinkGone = () => new AppError('gone', 'request.link-gone')
/** A group has a place in a session that others share, and it holds no more pupils. */
export const sharedTooLarge = () => new AppError('conflict', 'request.shared-too-large')
export const hasPromises = () => new AppError('conflict', 'request.has-promises')
