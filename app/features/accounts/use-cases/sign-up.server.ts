/** Somebody makes an account. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { Limits } from '~/platform/limits/limits.server'
import type { Switches } from '../../administration/domain/switches'
import { type Audience, onKnownAddress } from '../domain/account'
import { TRIES } from '../domain/tries'
import { signUpClosed } from '../errors'
import { emailConfirmationAsked, signedUp, signUpRepeated } from '../events'
import type { AccountStore } from '../store.server'
import { isWithin } from './is-within.server'
import { refuseEasyPassword } from './refuse-easy-password.server'

export type SignUpNeeds = {
  readonly transact: Transact<{ readonly accounts: AccountStore; readonly outbox: Outbox }>
  readonly clock: Clock
  readonly passwords: Passwords
  readonly limits: Limits
  readonly switches: Switches
}

export type SignUp = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly audience: Audience
  /** Of the mails. */
  readonly locale: Locale
  readonly clientAddress: string
  /** Whether the form carried a proof of work. */
  readonly isProven: boolean
}

/**
 * A new address gets an account and a mail to confirm it; the owner of a known one is told by mail. Whoever asks sees and
 * measures the same: both ways take one hash, one verification and the same statements. Posting a form twice makes one
 * account and one mail.
 * @throws AppError conflict `account.sign-up-closed` while it is switched off; `too-many` (429); `invalid` `account.password-personal`, `account.password-simple`.
 */
export async function signUp(needs: SignUpNeeds, input: SignUp): Promise<void> {
  const { limits, passwords, transact } = needs
  if (!(await needs.switches.isOn('sign-up'))) throw signUpClosed()
  const { name, email, password, audience, locale } = input
  await refuseEasyPassword(needs.passwords, password, [name, email])
  await limits.take(input.isProven ? TRIES.signUpAddress : TRIES.signUpUnproven, input.clientAddress)
  const mayMail = await isWithin(limits, TRIES.signUpMail, email)
  const before = await transact(({ accounts }) => accounts.ofEmail(email))
  const passwordHash = await passwords.hash(password)
  const knowsPassword = await passwords.verify(before?.passwordHash ?? null, password)
  const now = needs.clock.now()
  await transact(async ({ accounts, outbox }) => {
    const id = await accounts.create({ name, email, passwordHash, locale }, now)
    if (id !== null) return outbox.append(signedUp(id, audience))
    // Made between the two looks: the second half of a double click, or two people at the same moment.
    const known = before ?? (await accounts.ofEmail(email))
    if (!known || !mayMail) return
    const isOwner = before ? knowsPassword : await passwords.verify(known.passwordHash, password)
    const next = onKnownAddress(known, isOwner, now)
    if (next === 'tell-of-account') await outbox.append(signUpRepeated(known.id))
    if (next === 'confirm-again') await outbox.append(emailConfirmationAsked(known.id))
  })
}
