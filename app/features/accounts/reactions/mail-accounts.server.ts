/**
 * The mails of accounts. Each reads the account as it is now: a mail that comes late says nothing that is no longer so.
 * Links are made here, from the event's number and moment, so that a second try carries the same one; no token stands in
 * an event or in the log of mails.
 */
import { paths } from '~/components/paths'
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
import { isAudience } from '../domain/account'
import { alreadyHasAccountMail } from '../emails/already-has-account.server'
import { confirmEmailMail } from '../emails/confirm-email.server'
import { passwordChangedMail } from '../emails/password-changed.server'
import { resetPasswordMail } from '../emails/reset-password.server'

type Needs = {
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

const CONFIRM_HOURS = 72
const RESET_MINUTES = 60

/** To a new account, or one whose owner lost the mail. Nothing once the address is confirmed. */
export async function mailConfirmation(needs: Needs, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person || person.emailVerified) return
  const { audience } = event.payload
  const token = await keepLink(needs, event, {
    purpose: 'verify-email',
    minutes: CONFIRM_HOURS * 60,
    payload: { email: person.email, ...(isAudience(audience) ? { audience } : {}) },
  })
  if (token === null) return
  const href = `${needs.env.ORIGIN}${paths.verifyEmail()}?token=${token}`
  await send(needs, event, person, 'confirm-email', () =>
    confirmEmailMail({ ...person, href, hours: CONFIRM_HOURS }),
  )
}

export async function mailAlreadyHasAccount(needs: Needs, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person) return
  const { ORIGIN } = needs.env
  const hrefs = { signInHref: ORIGIN + paths.signIn(), forgotHref: ORIGIN + paths.forgotPassword() }
  await send(needs, event, person, 'already-has-account', () =>
    alreadyHasAccountMail({ ...person, ...hrefs }),
  )
}

/** Nobody, when the address that was typed has no account. */
export async function mailReset(needs: Needs, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person) return
  const token = await keepLink(needs, event, {
    purpose: 'reset-password',
    minutes: RESET_MINUTES,
    payload: { email: person.email },
  })
  if (token === null) return
  const href = `${needs.env.ORIGIN}${paths.resetPassword()}?token=${token}`
  await send(needs, event, person, 'reset-password', () =>
    resetPasswordMail({ ...person, href, minutes: RESET_MINUTES }),
  )
}

export async function mailPasswordChanged(needs: Needs, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person) return
  await send(needs, event, person, 'password-changed', () =>
    passwordChangedMail({
      ...person,
      at: event.occurredAt,
      forgotHref: needs.env.ORIGIN + paths.forgotPassword(),
    }),
  )
}

async function personOf(db: Needs['db'], id: string): Promise<Person | null> {
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
async function keepLink(
  { transact, links, clock }: Needs,
  event: StoredEvent,
  link: {
    readonly purpose: LinkPurpose
    readonly minutes: number
    readonly payload: Readonly<Record<string, string>>
  },
): Promise<string | null> {
  const { purpose, minutes, payload } = link
  const expiresAt = new Date(event.occurredAt.getTime() + minutes * 60_000)
  if (expiresAt <= clock.now()) return null
  const { token, id } = links.sign({ purpose, key: `${event.type} ${event.id}`, expiresAt })
  await transact((stores) =>
    stores.links.keep({ id, purpose, subjectId: event.subjectId, payload, expiresAt }),
  )
  return token
}

async function send(
  { mailer }: Needs,
  event: StoredEvent,
  { email, locale }: Person,
  template: string,
  write: () => RenderedMail,
): Promise<void> {
  const reason = `${template} ${event.id}`
  await mailer.send({ reason, template, to: email, locale, content: inLocale(locale, write) })
}
