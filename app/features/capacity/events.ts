/** What a calendar tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'

/** Places of an offer came or went: the index shows it, and who waits is asked first. */
export const calendarChanged = (id: OfferId): DomainEvent => ({
  type: 'CalendarChanged',
  subjectId: id,
  payload: { offerId: id },
})
