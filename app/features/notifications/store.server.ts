/** Notifications, what users chose about their mails, and mails that wait: the only writes to them. */

import type { JsonValue } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { DigestRhythm } from './domain/digest'
import { type Delivery, isKind, type Kind } from './domain/kinds'
import { NEVER_QUIET, type QuietHours } from './domain/quiet-hours'

export type NotificationStore = ReturnType<typeof makeNotificationStore>

export type ToldUser = {
  readonly userId: UserId
  readonly quiet: QuietHours
  readonly chosen: ReadonlyMap<Kind, Delivery>
}

export type NewNotification = {
  readonly userId: string
  readonly kind: string
  readonly reason: string
  readonly title: string
  readonly preview: string
  readonly locale: string
  readonly path: string | null
  readonly delivery: Delivery
  readonly createdAt: Date
}

export type PostponedMail = {
  readonly reason: string
  readonly userId: string
  readonly kind: string
  readonly mail: JsonValue
  readonly dueAt: Date
  readonly attempts: number
}

const READER = { id: true, quietHours: true, choices: { select: { kind: true, delivery: true } } } as const

export function makeNotificationStore(tx: Tx) {
  const toldUser = async (where: { readonly email: string } | { readonly id: string }) => {
    const row = await tx.user.findUnique({ where, select: READER })
    if (!row) return null
    const { fromTime, untilTime, weekends } = row.quietHours ?? {}
    const hours = fromTime && untilTime ? { from: fromTime, until: untilTime } : null
    return {
      userId: row.id as UserId,
      quiet: row.quietHours ? { hours, weekends: weekends ?? false } : NEVER_QUIET,
      chosen: new Map(
        row.choices.flatMap(({ kind, delivery }) => (isKind(kind) ? [[kind, delivery] as const] : [])),
      ),
    } satisfies ToldUser
  }
  return {
    /** @returns who has an account with this address, and how they want their mails. At most three statements. */
    byAddress: (email: string): Promise<ToldUser | null> => toldUser({ email }),
    byId: (userId: string): Promise<ToldUser | null> => toldUser({ id: userId }),

    /** Tells the same once. */
    async keep(notification: NewNotification): Promise<void> {
      await tx.notification.createMany({ data: [notification], skipDuplicates: true })
    },

    /** A notification of somebody else stays as it is. @returns whether the user has it. */
    async markRead(userId: UserId, id: string, now: Date): Promise<boolean> {
      const { count } = await tx.notification.updateMany({
        where: { id, userId, readAt: null },
        data: { readAt: now },
      })
      return count > 0 || (await tx.notification.count({ where: { id, userId } })) > 0
    },

    /** What came after `until` was not seen by who pressed the button. */
    async markAllRead(userId: UserId, until: Date, now: Date): Promise<void> {
      await tx.notification.updateMany({
        where: { userId, readAt: null, createdAt: { lte: until } },
        data: { readAt: now },
      })
    },

    async choose(userId: UserId, chosen: ReadonlyMap<Kind, Delivery>): Promise<void> {
      await tx.notificationChoice.deleteMany({ where: { userId, kind: { in: [...chosen.keys()] } } })
      await tx.notificationChoice.createMany({
        data: [...chosen].map(([kind, delivery]) => ({ userId, kind, delivery })),
        skipDuplicates: true,
      })
    },

    async keepQuiet(userId: UserId, { hours, weekends }: QuietHours): Promise<void> {
      const quiet = { fromTime: hours?.from ?? null, untilTime: hours?.until ?? null, weekends }
      await tx.quietHours.upsert({ where: { userId }, create: { userId, ...quiet }, update: quiet })
    },

    async postpone(mail: Omit<PostponedMail, 'attempts'>): Promise<void> {
      const { mail: content, ...rest } = mail
      await tx.postponedMail.createMany({
        data: [{ ...rest, mail: content as object }],
        skipDuplicates: true,
      })
    },

    /** Takes what is due out of the waiting room until `again`: of several workers one gets each. */
    async takeDue(now: Date, again: Date, most: number): Promise<readonly PostponedMail[]> {
      return tx.$queryRaw<PostponedMail[]>`
        UPDATE postponed_mail p SET due_at = ${again}, attempts = p.attempts + 1
        FROM (SELECT reason FROM postponed_mail WHERE due_at <= ${now} ORDER BY due_at LIMIT ${most}::int
          FOR UPDATE SKIP LOCKED) due
        WHERE p.reason = due.reason
        RETURNING p.reason, p.user_id::text AS "userId", p.kind, p.mail, p.due_at AS "dueAt", p.attempts`
    },

    async letGo(reason: string): Promise<void> {
      await tx.postponedMail.deleteMany({ where: { reason } })
    },

    /** Puts what waits into the digest of that name. @returns whose it is, at most `most` users. */
    async putInDigest(
      digest: { readonly rhythm: DigestRhythm; readonly key: string; readonly before: Date },
      most: number,
    ): Promise<readonly string[]> {
      const { rhythm, key, before } = digest
      const rows = await tx.$queryRaw<{ userId: string }[]>`
        WITH reader AS (
          SELECT DISTINCT user_id FROM notification
          WHERE delivery = ${rhythm}::notification_delivery AND digest_key IS NULL AND created_at < ${before}
          LIMIT ${most}::int
        ), put AS (
          UPDATE notification n SET digest_key = ${key} FROM reader
          WHERE n.user_id = reader.user_id AND n.delivery = ${rhythm}::notification_delivery
            AND n.digest_key IS NULL AND n.created_at < ${before}
          RETURNING n.user_id
        )
        SELECT DISTINCT user_id::text AS "userId" FROM put`
      return rows.map(({ userId }) => userId)
    },

    /** @returns how many. */
    async forget(readBefore: Date, before: Date): Promise<number> {
      const { count } = await tx.notification.deleteMany({
        where: { OR: [{ readAt: { lt: readBefore } }, { createdAt: { lt: before } }] },
      })
      return count
    },

    async emailOf(userId: UserId): Promise<string> {
      return (await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email
    },
  }
}
