/** What happens between a school and a company. Payloads hold ids only. */
import type { DomainEvent } from '~/kernel/events'
import type { ProposalId } from './domain/proposal'

const about =
  (type: string) =>
  (id: ProposalId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const proposalSent = about('ProposalSent')
export const proposalAccepted = about('ProposalAccepted')
export const proposalDeclined = about('ProposalDeclined')
export const proposalWithdrawn = about('ProposalWithdrawn')
export const proposalExpired = about('ProposalExpired')
