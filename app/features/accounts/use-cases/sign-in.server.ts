/** Somebody says who he is, by address and password. */
import type { UserId } from '~/kernel/ids'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { wrongCredentials } from '../errors'
import type { AccountStore } from '../store.server'

export type SignInNeeds = {
  readonly transact: Transact<{ readonly accounts: AccountStore }>
  readonly passwords: Passwords
  readonly limits: Limits
}

export type SignIn = {
  readonly email: string
  readonly password: string
  readonly clientAddress: string
  /** Name of the browser when it has signed in to this account before. */
  readonly knownBrowser: string | null
}

/**
 * An unknown address is refused in the same words and the same time as a wrong password. Good tries do not count.
 * @returns whose account it is; the caller starts the session.
 * @throws AppError `too-many` (429); `invalid` `account.wrong-credentials`.
 */
export async function signIn(needs: SignInNeeds, input: SignIn): Promise<UserId> {
  const { limits, passwords, transact } = needs
  const { email, password, clientAddress, knownBrowser } = input
  const pair = knownBrowser ?? clientAddress
  const pairRule = knownBrowser ? TRIES.signInBrowser : TRIES.signInPair
  await limits.take(pairRule, `${email} ${pair}`)
  await limits.take(TRIES.signInAddress, clientAddress)
  if (knownBrowser === null) await limits.take(TRIES.signInAccount, email)
  const account = await transact(({ accounts }) => accounts.ofEmail(email))
  const isRight = await passwords.verify(account?.passwordHash ?? null, password)
  if (!account || !isRight) throw wrongCredentials()
  await limits.forget(pairRule, `${email} ${pair}`)
  await limits.giveBack(TRIES.signInAddress, clientAddress)
  if (knownBrowser === null) await limits.giveBack(TRIES.signInAccount, email)
  return account.id
}
