/**
 * The mails of accounts. Each reads the account as it is now: a mail that comes late says nothing that is no longer so.
 * Links are made here, from the event's number and moment, so that a second try carries the same one; no token stands in
 * an event or in the log of mails.
 */
import { paths } from '~/components/paths'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { isAudience } from '../domain/account'
import { alreadyHasAccountMail } from '../emails/already-has-account.server'
import { confirmEmailMail } from '../emails/confirm-email.server'
import { passwordChangedMail } from '../emails/password-changed.server'
import { resetPasswordMail } from '../emails/reset-password.server'
import { signInLinkMail } from '../emails/sign-in-link.server'
import { keepLink, type MailNeeds, personOf, send } from './write-to-person.server'

const CONFIRM_HOURS = 72
const RESET_MINUTES = 60
const SIGN_IN_MINUTES = 15

/** To a new account, or one whose owner lost the mail. Nothing once the address is confirmed. */
export async function mailConfirmation(needs: MailNeeds, event: StoredEvent): Promise<void> {
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

export async function mailAlreadyHasAccount(needs: MailNeeds, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person) return
  const { ORIGIN } = needs.env
  const hrefs = { signInHref: ORIGIN + paths.signIn(), forgotHref: ORIGIN + paths.forgotPassword() }
  await send(needs, event, person, 'already-has-account', () =>
    alreadyHasAccountMail({ ...person, ...hrefs }),
  )
}

/** Nobody, when the address that was typed has no account. */
export async function mailReset(needs: MailNeeds, event: StoredEvent): Promise<void> {
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

/** Nobody, when the address that was typed has no account. */
export async function mailSignInLink(needs: MailNeeds, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  if (!person) return
  const token = await keepLink(needs, event, {
    purpose: 'sign-in',
    minutes: SIGN_IN_MINUTES,
    payload: { email: person.email },
  })
  if (token === null) return
  const href = needs.env.ORIGIN + paths.signInLink(token)
  await send(needs, event, person, 'sign-in-link', () =>
    signInLinkMail({ ...person, href, minutes: SIGN_IN_MINUTES }),
  )
}

export async function mailPasswordChanged(needs: MailNeeds, event: StoredEvent): Promise<void> {
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
