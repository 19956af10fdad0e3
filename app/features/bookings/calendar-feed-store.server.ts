/** The secret addresses of calendars: the only writes to `calendar_feed`. One per user; a new one ends the old one. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type CalendarFeedStore = ReturnType<typeof makeCalendarFeedStore>

export function makeCalendarFeedStore(tx: Tx) {
  return {
    async keep(userId: UserId, tokenHash: string, createdAt: Date): Promise<void> {
      await tx.calendarFeed.upsert({
        where: { userId },
        create: { userId, tokenHash, createdAt },
        update: { tokenHash, createdAt },
        select: { userId: true },
      })
    },

    async end(userId: UserId): Promise<void> {
      await tx.calendarFeed.deleteMany({ where: { userId } })
    },
  }
}
