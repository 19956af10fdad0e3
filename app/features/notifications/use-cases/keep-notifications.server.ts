/** What the clock does for notifications: digests and forgetting. Each may run twice. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { digestKey, digestsDue } from '../domain/digest'
import { KEPT_DAYS } from '../domain/notification'
import { notificationDigestDue } from '../events'
import type { NotificationStore } from '../store.server'

export type KeepNotificationsNeeds = {
  readonly transact: Transact<{ readonly notifications: NotificationStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

/** Users per transaction. */
const AT_ONCE = 200
const DAY_MS = 86_400_000

/**
 * Puts what waits into the digests whose time has come, and says so for each reader; each is mailed by itself, so that one
 * that fails holds nobody up. What was put in one is never put in another.
 * @returns how many digests have lines.
 */
export async function askNotificationDigests({ transact, clock }: KeepNotificationsNeeds): Promise<number> {
  let asked = 0
  for (const plan of digestsDue(clock.now())) {
    const key = digestKey(plan)
    for (;;) {
      const readers = await transact(async ({ notifications, outbox }) => {
        const userIds = await notifications.putInDigest({ ...plan, key }, AT_ONCE)
        await outbox.append(...userIds.map((id) => notificationDigestDue(id, key)))
        return userIds
      })
      if (readers.length === 0) break
      asked += readers.length
    }
  }
  return asked
}

/** @returns how many notifications are gone. */
export async function forgetNotifications({ transact, clock }: KeepNotificationsNeeds): Promise<number> {
  const ago = (days: number) => new Date(clock.now().getTime() - days * DAY_MS)
  return transact(({ notifications }) => notifications.forget(ago(KEPT_DAYS.read), ago(KEPT_DAYS.unread)))
}
