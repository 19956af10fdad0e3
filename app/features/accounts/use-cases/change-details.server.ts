/** Name, and the language of the mails. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { AccountStore } from '../store.server'

export type AccountChangeNeeds = {
  readonly transact: Transact<{ readonly accounts: AccountStore }>
}

/** @throws AppError 401. */
export async function changeDetails(
  needs: AccountChangeNeeds,
  actor: Actor,
  { name, locale }: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  await needs.transact(({ accounts }) => accounts.setDetails(userId, { name, locale }))
}
