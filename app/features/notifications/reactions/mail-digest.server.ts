/** NotificationDigestDue: what the reader left to a digest, in one mail. None when they read all of it meanwhile. */
import { paths } from '~/components/paths'
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { DIGEST_LINES, selectForDigest } from '../domain/digest'
import { DIGEST_TEMPLATE } from '../domain/kinds'
import { notificationDigestMail } from '../emails/notification-digest.server'
import type { NotificationStore } from '../store.server'

type Needs = {
  readonly db: Pick<Db, 'notification' | 'user'>
  readonly transact: Transact<{ readonly notifications: NotificationStore }>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

/** So many are looked at; more than that nobody reads in a mail. */
const LOOKED_AT = 500

export async function mailNotificationDigest(needs: Needs, event: StoredEvent): Promise<void> {
  const { ORIGIN } = needs.env
  const key = String(event.payload.key)
  const [user, reader, rows] = await Promise.all([
    needs.db.user.findUnique({ where: { id: event.subjectId }, select: { email: true, locale: true } }),
    needs.transact(({ notifications }) => notifications.byId(event.subjectId)),
    needs.db.notification.findMany({
      where: { userId: event.subjectId, digestKey: key },
      select: { kind: true, readAt: true, title: true, preview: true, path: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: LOOKED_AT,
    }),
  ])
  if (!user || !reader) return
  const lines = selectForDigest(rows, reader.chosen)
  if (lines.length === 0) return
  const locale = isLocale(user.locale) ? user.locale : 'nl'
  const [rhythm] = key.split(' ')
  await needs.mailer.send({
    reason: `${DIGEST_TEMPLATE} ${key} ${event.subjectId}`,
    template: DIGEST_TEMPLATE,
    to: user.email,
    locale,
    content: notificationDigestMail({
      locale,
      isWeekly: rhythm === 'weekly',
      lines: lines.slice(0, DIGEST_LINES).map(({ title, preview, path }) => ({
        title,
        preview,
        href: ORIGIN + (path ?? paths.notifications()),
      })),
      more: Math.max(0, lines.length - DIGEST_LINES),
      allUrl: ORIGIN + paths.notifications(),
    }),
  })
}
