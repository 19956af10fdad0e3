/** What saved searches tell: ids only. An address stands in no event. */
import type { DomainEvent } from '~/kernel/events'

const about =
  (type: string) =>
  (subjectId: string): DomainEvent => ({ type, subjectId, payload: {} })

/** The subject is the search, also when it was saved already: only the mail says so. */
export const savedSearchAsked = about('SavedSearchAsked')
/** The subject is the subscriber who has as many as there may be. */
export const savedSearchesFull = about('SavedSearchesFull')
export const savedSearchDigestDue = about('SavedSearchDigestDue')
export const savedSearchRenewalDue = about('SavedSearchRenewalDue')
