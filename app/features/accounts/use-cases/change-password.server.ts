/** Somebody who is signed in chooses another password. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import { weaknessOf } from '../domain/password-rule'
import { TRIES } from '../domain/tries'
import { passwordTooEasy, samePassword, wrongPassword } from '../errors'
import { passwordChanged } from '../events'
import type { AccountStore } from '../store.server'

export type ChangePasswordNeeds = {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly passwords: Passwords
  readonly limits: Limits
  readonly clock: Clock
}

export type ChangePassword = {
  readonly presentPassword: string
  readonly newPassword: string
  /** Row of the session that goes on; all others end. */
  readonly session: string | null
}

/**
 * @throws AppError 401; 422 `account.wrong-password`, `account.same-password`, `account.password-personal`,
 * `account.password-simple`; 429.
 */
export async function changePassword(
  needs: ChangePasswordNeeds,
  actor: Actor,
  input: ChangePassword,
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  await needs.limits.take(TRIES.changePassword, userId)
  const account = await needs.transact(({ accounts }) => accounts.ofId(userId))
  const isRight = await needs.passwords.verify(account?.passwordHash ?? null, input.presentPassword)
  if (!account || !isRight) throw wrongPassword()
  if (input.newPassword === input.presentPassword) throw samePassword()
  const weakness = weaknessOf(input.newPassword, [account.name, account.email])
  if (weakness) throw passwordTooEasy(weakness)
  const passwordHash = await needs.passwords.hash(input.newPassword)
  const now = needs.clock.now()
  await needs.transact(async ({ accounts, links, outbox }) => {
    await accounts.setPassword(userId, passwordHash)
    await accounts.endSessions(userId, input.session)
    await links.withdraw('reset-password', userId, now)
    await outbox.append(passwordChanged(userId))
  })
  await needs.limits.forget(TRIES.changePassword, userId)
}
