/** What a call tells the others: the reaction loads what was entered. */
import type { DomainEvent } from '~/kernel/events'

export const requestEntered = (requestId: string, entryId: string): DomainEvent => ({
  type: 'RequestEntered',
  subjectId: requestId,
  payload: { entryId },
})
export const offerEntered = (offerId: string, entryId: string): DomainEvent => ({
  type: 'OfferEntered',
  subjectId: offerId,
  payload: { entryId },
})
