/** Somebody who is signed in chooses another password. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import { TRIES } from '../domain/tries'
import { samePassword, wrongPassword } from '../errors'
import { passwordChanged } from '../events'
import type { AccountStore } from '../store.server'
import { refuseEasyPassword } from './refuse-easy-password.server'
import { requireOwner, requireProof } from './require-proof.server'

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
  /** Not of an account that has none: that asks for a fresh proof. */
  readonly presentPassword?: string | undefined
  /** When the owner of this browser last showed who it is. */
  readonly provenAt: Date
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
  const { userId } = requireOwner(actor)
  const account = await needs.transact(({ accounts }) => accounts.ofId(userId))
  if (!account?.passwordHash) requireProof(actor, input.provenAt, needs.clock.now())
  await needs.limits.take(TRIES.changePassword, userId)
  const isRight = await needs.passwords.verify(account?.passwordHash ?? null, input.presentPassword ?? '')
  if (!account || (account.passwordHash && !isRight)) throw wrongPassword()
  if (input.newPassword === input.presentPassword) throw samePassword()
  await refuseEasyPassword(needs.passwords, input.newPassword, [account.name, account.email])
  const passwordHash = await needs.passwords.hash(input.newPassword)
  const now = needs.clock.now()
  await needs.transact(async ({ accounts, links, outbox }) => {
    await accounts.setPassword(userId, passwordHash)
    await accounts.endSessions(userId, input.session)
    for (const purpose of ['reset-password', 'sign-in'] as const) await links.withdraw(purpose, userId, now)
    await outbox.append(passwordChanged(userId))
  })
  await needs.limits.forget(TRIES.changePassword, userId)
}
