import { AppError } from '~/kernel/errors'
import type { Gap } from './domain/gaps'
import type { OfferState } from './domain/offer-states'

export const offerNotFound = () => new AppError('not-found', 'offer.not-found')
/** Schools do not see it before this is filled in; of several the number. @param gaps at least one. */
export const incomplete = (gaps: readonly Gap[]) =>
  gaps.length === 1
    ? new AppError('invalid', `offer.gap-${gaps[0]}`)
    : new AppError('invalid', 'offer.incomplete', { count: gaps.length })
export const unknownPostcode = (given: string) => new AppError('invalid', 'offer.postcode-unknown', { given })
/** A topic, subject, goal, profile, network or region that does not exist. */
export const unknownTerm = () => new AppError('invalid', 'offer.term-unknown')
/** A colleague saved since the page was opened. */
export const changedMeanwhile = () => new AppError('conflict', 'offer.changed-meanwhile')
/** A former content is put back on top of a change that the page did not show. */
export const movedMeanwhile = () => new AppError('conflict', 'offer.moved-meanwhile')
/** Only the newest are kept. */
export const versionGone = () => new AppError('gone', 'offer.version-gone')
/** The state has moved on. */
export const notFrom = (state: OfferState) => new AppError('conflict', `offer.is-${state}`)
/** A pause that would end before it began. */
export const returnPassed = () => new AppError('invalid', 'offer.return-passed')
/** The link of a mail: used, too late, or not of ours. */
export const stillRightLinkGone = () => new AppError('gone', 'offer.link-gone')
/** No branch of its organisation (any more). */
export const unknownBranch = () => new AppError('invalid', 'offer.branch-unknown')
