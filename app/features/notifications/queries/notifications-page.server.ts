/** What somebody was told: the page, and what the bell says. */
import type { SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import { isKind, type Kind } from '../domain/kinds'
import { COUNTED, PAGE_SIZE } from '../domain/notification'

export type NotificationLine = {
  readonly id: string
  readonly kind: Kind | null
  readonly title: string
  readonly preview: string
  /** In which it is written. */
  readonly locale: string
  readonly hasPage: boolean
  readonly createdAt: string
  readonly isRead: boolean
}

export type NotificationsPage = {
  readonly lines: readonly NotificationLine[]
  readonly page: number
  readonly pages: number
  readonly hasUnread: boolean
  /** All of this page and the older ones were told by then. */
  readonly until: string | null
}

/** Three statements. @param asked the page, from 1; one that is not there is the last. */
export async function notificationsPage(
  { db }: { readonly db: Pick<Db, 'notification'> },
  actor: SignedInActor,
  asked: string | null,
): Promise<NotificationsPage> {
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  const [count, unread] = await Promise.all([
    db.notification.count({ where: { userId } }),
    db.notification.findFirst({ where: { userId, readAt: null }, select: { id: true } }),
  ])
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked ?? '1', 10) || 1))
  const rows = await db.notification.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: {
      id: true,
      kind: true,
      title: true,
      preview: true,
      locale: true,
      path: true,
      createdAt: true,
      readAt: true,
    },
  })
  return {
    lines: rows.map(({ kind, path, createdAt, readAt, ...line }) => ({
      ...line,
      kind: isKind(kind) ? kind : null,
      hasPage: path !== null,
      createdAt: createdAt.toISOString(),
      isRead: readAt !== null,
    })),
    page,
    pages,
    hasUnread: unread !== null,
    until: rows[0]?.createdAt.toISOString() ?? null,
  }
}

/** @returns where the notification leads; `null` when it is not the actor's or leads nowhere. One statement. */
export async function pageOfNotification(
  { db }: { readonly db: Pick<Db, 'notification'> },
  { userId }: SignedInActor,
  id: string,
): Promise<string | null> {
  const row = await db.notification.findFirst({ where: { id, userId }, select: { path: true } })
  return row?.path ?? null
}

/** What the bell says: as it goes over the wire. */
export type BellState = {
  /** At most a hundred. */
  readonly unread: number
  /** The newest unread one. */
  readonly newest: { readonly id: string; readonly title: string; readonly locale: string } | null
}

/** One statement. */
export async function bellState(db: Pick<Db, 'notification'>, userId: string): Promise<BellState> {
  const rows = await db.notification.findMany({
    where: { userId, readAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: COUNTED,
    select: { id: true, title: true, locale: true },
  })
  return { unread: rows.length, newest: rows[0] ?? null }
}
