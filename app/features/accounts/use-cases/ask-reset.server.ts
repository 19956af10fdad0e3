/** Somebody forgot the password. */
import { randomUUID } from 'node:crypto'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { passwordResetAsked } from '../events'
import type { AccountStore } from '../store.server'
import { isWithin } from './is-within.server'

export type AskResetNeeds = {
  readonly transact: Transact<{ readonly accounts: AccountStore; readonly outbox: Outbox }>
  readonly limits: Limits
}

/**
 * The owner gets a mail with a link. An unknown address takes the same road and the same time; its event is about nobody.
 * Above five mails in an hour nothing more is sent: the earlier links still work.
 * @throws AppError 429 for too many from one address.
 */
export async function askReset(
  needs: AskResetNeeds,
  input: { readonly email: string; readonly clientAddress: string; readonly isProven: boolean },
): Promise<void> {
  await needs.limits.take(input.isProven ? TRIES.forgotAddress : TRIES.forgotUnproven, input.clientAddress)
  if (!(await isWithin(needs.limits, TRIES.forgotMail, input.email))) return
  await needs.transact(async ({ accounts, outbox }) => {
    const account = await accounts.ofEmail(input.email)
    await outbox.append(passwordResetAsked(account?.id ?? randomUUID()))
  })
}
