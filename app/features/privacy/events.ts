/** What happens to accounts that go. */
import type { DomainEvent } from '~/kernel/events'

export const accountErased = (userId: string): DomainEvent => ({
  type: 'AccountErased',
  subjectId: userId,
  payload: {},
})
