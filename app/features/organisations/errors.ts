import { AppError } from '~/kernel/errors'
import type { Verification } from './domain/verification'

export const organisationNotFound = () => new AppError('not-found', 'organisation.not-found')
export const verifyEmailFirst = () => new AppError('forbidden', 'organisation.verify-email-first')
export const tooManyOrganisations = (max: number) =>
  new AppError('conflict', 'organisation.too-many', { max })
export const unknownPostcode = (given: string) =>
  new AppError('invalid', 'organisation.postcode-unknown', { given })
/** A topic or network that does not exist. */
export const unknownTerm = () => new AppError('invalid', 'organisation.term-unknown')
/** A colleague saved since the page was opened. */
export const changedMeanwhile = () => new AppError('conflict', 'organisation.changed-meanwhile')
/** A colleague decided otherwise since the page was opened. */
export const decidedMeanwhile = (is: Verification) => new AppError('conflict', `organisation.is-${is}`)
export const colleagueNotFound = () => new AppError('not-found', 'organisation.colleague-not-found')
/** Nobody would own the organisation. */
export const lastOwner = () => new AppError('conflict', 'organisation.last-owner')
export const alreadyColleague = () => new AppError('conflict', 'organisation.already-colleague')
export const tooManyColleagues = (max: number) =>
  new AppError('conflict', 'organisation.too-many-colleagues', { max })
/** Used, expired, taken back, or never one of ours. */
export const invitationGone = () => new AppError('gone', 'organisation.invitation-gone')
/** Signed in with another address than the invitation went to. */
export const invitationOfAnother = () => new AppError('forbidden', 'organisation.invitation-of-another')
/** The address has an account by now. */
export const signInToAccept = () => new AppError('conflict', 'organisation.sign-in-to-accept')
export const branchNotFound = () => new AppError('not-found', 'organisation.branch-not-found')
export const branchTaken = () => new AppError('conflict', 'organisation.branch-name-taken')
export const branchNumberTaken = () => new AppError('conflict', 'organisation.branch-number-taken')
/** @param count of the offers that are at it. */
export const branchInUse = (count: number) =>
  new AppError('conflict', 'organisation.branch-in-use', { count })
export const tooManyBranches = (max: number) =>
  new AppError('conflict', 'organisation.too-many-branches', { max })
