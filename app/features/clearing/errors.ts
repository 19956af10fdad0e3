import { AppError } from '~/kernel/errors'
import type { HoldState } from './domain/hold-states'
import type { RoundState } from './domain/round-states'

export const holdNotFound = () => new AppError('not-found', 'hold.not-found')
export const holdIs = (state: HoldState) => new AppError('conflict', `hold.is-${state}`)
/** Its last day has passed, although the clock has not closed it yet. */
export const holdTooLate = () => new AppError('gone', 'hold.is-expired')
/** The link of the mail is used, expired or not of ours. */
export const holdLinkGone = () => new AppError('gone', 'hold.link-gone')
export const roundNotFound = () => new AppError('not-found', 'round.not-found')
export const periodBackwards = () => new AppError('invalid', 'round.period-backwards')
export const roundIs = (state: RoundState) => new AppError('conflict', `round.is-${state}`)
export const nobodyWaits = () => new AppError('invalid', 'round.nobody-waits')
/** While it was solved the waiting list or the places changed, each time. */
export const roundKeepsChanging = () => new AppError('conflict', 'round.keeps-changing')
/** It took longer than a round may take. */
export const roundTooLong = () => new AppError('unavailable', 'round.too-long')
/** More groups, places or pairs than one round may have. */
export const roundTooLarge = () => new AppError('invalid', 'round.too-large')
export const noRegions = () => new AppError('invalid', 'round.no-regions')
/** The group is no longer waiting, or the offer no longer fits it. */
export const pairImpossible = () => new AppError('conflict', 'round.pair-impossible')
/** The locked pairs need more places than there are. */
export const locksClash = () => new AppError('conflict', 'round.locks-clash')
/** All that it plans begins later than what it gives. */
export const nothingNear = () => new AppError('invalid', 'round.nothing-near')
export const nothingToGive = () => new AppError('invalid', 'round.nothing-to-give')
