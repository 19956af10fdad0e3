/** What happens between a school and a company. Payloads hold ids only. */
import type { DomainEvent } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { ProposalId } from './domain/proposal'

const about =
  (type: string) =>
  (id: ProposalId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const proposalSent = about('ProposalSent')
/** The company offered it: the school is told. */
export const proposalOffered = about('ProposalOffered')
export const proposalAccepted = about('ProposalAccepted')
export const proposalDeclined = about('ProposalDeclined')
export const proposalWithdrawn = about('ProposalWithdrawn')
export const proposalExpired = about('ProposalExpired')
/** Handed on to a colleague: `id` is the new one, which waits for that colleague. */
export const proposalPassed = about('ProposalPassed')
/** A coordinator asked these for a school. */
export const askedForSchool = (requestId: string, proposalIds: readonly string[]): DomainEvent => ({
  type: 'AskedForSchool',
  subjectId: requestId,
  payload: { proposalIds },
})
/** A school has left unanswered for a while what companies offer to this request. */
export const offeredDue = (requestId: string, proposalIds: readonly string[]): DomainEvent => ({
  type: 'OfferedDue',
  subjectId: requestId,
  payload: { proposalIds },
})
/** A company has left these unanswered for a while. */
export const answersDue = (organisationId: OrganisationId, proposalIds: readonly string[]): DomainEvent => ({
  type: 'AnswersDue',
  subjectId: organisationId,
  payload: { proposalIds },
})
