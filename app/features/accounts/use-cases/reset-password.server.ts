/** A new password by the link of a mail. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { linkGone } from '../errors'
import { passwordChanged } from '../events'
import type { AccountStore } from '../store.server'
import { refuseEasyPassword } from './refuse-easy-password.server'

export type ResetPasswordNeeds = {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly links: Links
  readonly passwords: Passwords
  readonly clock: Clock
}

/**
 * Uses the link up, ends every session of the account and makes its other links useless. Who has the mail has the
 * address: an address that waited for its confirmation is confirmed. A password that is refused leaves the link as it is.
 * @throws AppError 410 `account.link-gone`; 422 `account.password-personal`, `account.password-simple`.
 */
export async function resetPassword(
  needs: ResetPasswordNeeds,
  input: { readonly token: string; readonly password: string },
): Promise<{ readonly userId: UserId }> {
  const now = needs.clock.now()
  const id = needs.links.read('reset-password', input.token, now)
  if (id === null) throw linkGone()
  const account = await needs.transact(async ({ accounts, links }) => {
    const link = await links.look('reset-password', id, now)
    return link && accounts.ofId(link.subjectId)
  })
  if (!account) throw linkGone()
  await refuseEasyPassword(needs.passwords, input.password, [account.name, account.email])
  const passwordHash = await needs.passwords.hash(input.password)
  await needs.transact(async ({ accounts, links, outbox }) => {
    const link = await links.use('reset-password', id, now)
    if (!link || link.payload.email !== account.email) throw linkGone()
    await accounts.setPassword(account.id, passwordHash)
    await accounts.confirmEmail(account.id, account.email, now)
    await accounts.endSessions(account.id, null)
    for (const purpose of ['reset-password', 'sign-in'] as const)
      await links.withdraw(purpose, account.id, now)
    await outbox.append(passwordChanged(account.id))
  })
  return { userId: account.id }
}
