/** What happens to the words that an administrator gives the finder. The subject is the term. */
import type { DomainEvent } from '~/kernel/events'

export const synonymChanged = (term: string, state: string): DomainEvent => ({
  type: 'SynonymChanged',
  subjectId: term,
  payload: { state },
})
