import { AppError } from '~/kernel/errors'
import type { Gap } from './domain/gaps'
import type { OfferState } from './domain/offer-states'

export const offerNotFound = () => new AppError('not-found', 'offer.not-found')
/** Schools do not see it before this is filled in. */
export const incomplete = (gap: Gap) => new AppError('invalid', `offer.gap-${gap}`)
export const unknownPostcode = (given: string) => new AppError('invalid', 'offer.postcode-unknown', { given })
/** A topic, subject, goal, profile, network or region that does not exist. */
export const unknownTerm = () => new AppError('invalid', 'offer.term-unknown')
/** A colleague saved since the page was opened. */
export const changedMeanwhile = () => new AppError('conflict', 'offer.changed-meanwhile')
/** The state has moved on. */
export const notFrom = (state: OfferState) => new AppError('conflict', `offer.is-${state}`)
/** A pause that would end before it began. */
export const returnPassed = () => new AppError('invalid', 'offer.return-passed')
