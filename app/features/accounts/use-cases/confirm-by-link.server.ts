/** Who opened a link of a mail has shown that the address is theirs. */
import type { Outbox } from '~/kernel/events'
import { emailConfirmed } from '../events'
import type { AccountStore } from '../store.server'

/**
 * An address that waited for its confirmation is confirmed. Whoever had signed up with it may have been somebody else, so
 * the password that was chosen then opens nothing any more and its sessions end.
 */
export async function confirmByLink(
  { accounts, outbox }: { readonly accounts: AccountStore; readonly outbox: Outbox },
  account: NonNullable<Awaited<ReturnType<AccountStore['ofId']>>>,
  now: Date,
): Promise<void> {
  if (account.emailVerifiedAt !== null) return
  await accounts.confirmEmail(account.id, account.email, now)
  await accounts.setPassword(account.id, null)
  await accounts.endSessions(account.id, null)
  await outbox.append(emailConfirmed(account.id))
}
