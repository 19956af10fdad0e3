/** Somebody who is signed in shows once more who it is: by a code where the second step is on, else by the password. */
import type { Actor } from '~/authorisation/actor'
import type { Outbox } from '~/kernel/events'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import { TRIES } from '../domain/tries'
import { wrongCode, wrongPassword } from '../errors'
import type { SecurityStore } from '../security-store.server'
import type { AccountStore } from '../store.server'
import { requireOwner } from './require-proof.server'
import { type SecondStep, type SecondStepNeeds, takeSecondStep } from './take-second-step.server'

export type ProveAgainNeeds = Omit<SecondStepNeeds, 'transact'> & {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly security: SecurityStore
    readonly outbox: Outbox
  }>
  readonly passwords: Passwords
}

export type ProveAgain = Partial<Pick<SecondStep, 'code'>> & {
  readonly password?: string | undefined
  readonly hasTwoStep: boolean
  readonly knownBrowser: string | null
}

/** @throws AppError 401; 422 `account.wrong-code`, `account.wrong-password`; 429. */
export async function proveAgain(needs: ProveAgainNeeds, actor: Actor, input: ProveAgain): Promise<void> {
  const { userId } = requireOwner(actor)
  if (input.hasTwoStep) {
    if (!input.code) throw wrongCode()
    return takeSecondStep(needs, userId, { code: input.code, knownBrowser: input.knownBrowser })
  }
  await needs.limits.take(TRIES.changePassword, userId)
  const account = await needs.transact(({ accounts }) => accounts.ofId(userId))
  if (!(await needs.passwords.verify(account?.passwordHash ?? null, input.password ?? '')))
    throw wrongPassword()
  await needs.limits.forget(TRIES.changePassword, userId)
}
