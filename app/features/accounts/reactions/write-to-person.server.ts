/** What every mail of accounts is made with: the person as they are now, a link that works once, their language. */
import type { Clock } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { LinkPurpose, Links } from '~/platform/links/links.server'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'

export type MailNeeds = {
  readonly db: Pick<Db, 'user'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Links
  readonly clock: Clock
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

type Person = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly emailVerified: boolean
}

export async function personOf(db: MailNeeds['db'], id: string): Promise<Person | null> {
  const row = await db.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, locale: true, emailVerifiedAt: true },
  })
  if (!row) return null
  const { locale, emailVerifiedAt, ...rest } = row
  return {
    ...rest,
    id: row.id as UserId,
    locale: isLocale(locale) ? locale : 'nl',
    emailVerified: emailVerifiedAt !== null,
  }
}

/** @returns the token, `null` when the event is so old that the link would open nothing. */
export async function keepLink(
  { transact, links, clock }: MailNeeds,
  event: StoredEvent,
  link: {
    readonly purpose: LinkPurpose
    readonly minutes: number
    readonly payload: Readonly<Record<string, string>>
    /** Whose it is when not the event's subject. */
    readonly subjectId?: string
  },
): Promise<string | null> {
  const { purpose, minutes, payload, subjectId = event.subjectId } = link
  const expiresAt = new Date(event.occurredAt.getTime() + minutes * 60_000)
  if (expiresAt <= clock.now()) return null
  const { token, id } = links.sign({ purpose, key: `${event.type} ${event.id}`, expiresAt })
  await transact((stores) => stores.links.keep({ id, purpose, subjectId, payload, expiresAt }))
  return token
}

export async function send(
  { mailer }: MailNeeds,
  event: StoredEvent,
  { email, locale }: Person,
  template: string,
  write: () => RenderedMail,
): Promise<void> {
  const reason = `${template} ${event.id}`
  await mailer.send({ reason, template, to: email, locale, content: inLocale(locale, write) })
}
