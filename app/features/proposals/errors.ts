import { AppError } from '~/kernel/errors'
import type { OfferingMistake } from './domain/offered'
import type { AnswerMistake } from './domain/proposal'
import type { ProposalState } from './domain/proposal-states'

export const proposalNotFound = () => new AppError('not-found', 'proposal.not-found')
export const noOffers = () => new AppError('invalid', 'proposal.no-offers')
export const offerNotThere = () => new AppError('conflict', 'proposal.offer-not-there')
/** A download is there for everybody: nobody has to say yes. */
export const takeItYourself = (title: string) =>
  new AppError('invalid', 'proposal.take-it-yourself', { title })
export const groupTooBig = (title: string, max: number) =>
  new AppError('invalid', 'proposal.group-too-big', { title, max })
export const otherLevel = (title: string) => new AppError('invalid', 'proposal.other-level', { title })
export const askedLately = (organisation: string) =>
  new AppError('conflict', 'proposal.asked-lately', { organisation })
export const askedAlready = (title: string) => new AppError('conflict', 'proposal.asked-already', { title })
export const everyGroupHasPlace = () => new AppError('conflict', 'proposal.every-group-has-place')
/** Answered, withdrawn or expired already. */
export const notOpen = (state: ProposalState) => new AppError('conflict', `proposal.is-${state}`)
export const badAnswer = (mistake: AnswerMistake) => new AppError('invalid', `proposal.${mistake}`)
export const noPlaceThen = () => new AppError('conflict', 'proposal.no-place-then')
/** The link of a mail: used, too late, or not of ours. */
export const linkIsSpent = () => new AppError('gone', 'proposal.link-is-spent')
/** Somebody who does not work there, or the one who passes it. */
export const noColleague = () => new AppError('invalid', 'proposal.no-colleague')
/** Nobody learns of a request that does not fit whether it is there. */
export const requestDoesNotFit = () => new AppError('conflict', 'proposal.request-does-not-fit')
export const mayNotOffer = (mistake: OfferingMistake) => new AppError('conflict', `proposal.${mistake}`)
export const badDays = (code: string) => new AppError('invalid', `proposal.${code}`)
/** The school asks for what it was offered. */
export const offeredToYou = (title: string) => new AppError('conflict', 'proposal.offered-to-you', { title })
/** What a company offered was answered, taken back or is too late. */
export const offeredIs = (state: ProposalState) => new AppError('conflict', `proposal.offered-${state}`)
export const offeredGone = () => new AppError('conflict', 'proposal.offered-gone')
export const offeredFewer = (groups: number) => new AppError('invalid', 'proposal.offered-fewer', { groups })
/** Something speaks against a day, and the company has not said that it is sure. */
export const daysDoubtful = () => new AppError('invalid', 'proposal.days-doubtful')
