/** What the slice tells. */
import type { DomainEvent } from '~/kernel/events'

/** The digest of that name has lines for the user. */
export const notificationDigestDue = (userId: string, key: string): DomainEvent => ({
  type: 'NotificationDigestDue',
  subjectId: userId,
  payload: { key },
})
