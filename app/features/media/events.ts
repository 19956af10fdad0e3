import type { DomainEvent } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'

/** A file waits for the scanner. */
export const offerFileAdded = (id: OfferId): DomainEvent => ({
  type: 'OfferFileAdded',
  subjectId: id,
  payload: {},
})
