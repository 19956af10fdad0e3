/** What delegations tell the others. The subject is the delegation. */
import type { DomainEvent } from '~/kernel/events'

const event =
  (type: string) =>
  (id: string): DomainEvent => ({ type, subjectId: id, payload: {} })

export const loadingDelegated = event('LoadingDelegated')
export const loadingRevoked = event('LoadingRevoked')
