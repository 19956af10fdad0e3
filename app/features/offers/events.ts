/** What an offer tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { OfferId, OrganisationId } from '~/kernel/ids'

const event =
  (type: string) =>
  (id: OfferId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const offerDrafted = event('OfferDrafted')
export const offerPublished = event('OfferPublished')
export const offerChanged = event('OfferChanged')
export const offerPaused = event('OfferPaused')
export const offerArchived = event('OfferArchived')

/** A company is asked whether offers of it are still right, or told that they are paused: the subject is the company. */
export const stillRightAsked = (id: OrganisationId): DomainEvent => ({
  type: 'StillRightAsked',
  subjectId: id,
  payload: {},
})
export const offersWentStale = (id: OrganisationId): DomainEvent => ({
  type: 'OffersWentStale',
  subjectId: id,
  payload: {},
})
