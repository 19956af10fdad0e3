/** Signs out everywhere but here. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { AccountChangeNeeds } from './change-details.server'

/**
 * @param input `session`: row of the session that goes on.
 * @returns how many ended.
 * @throws AppError 401.
 */
export async function endOtherSessions(
  needs: AccountChangeNeeds,
  actor: Actor,
  input: { readonly session: string | null },
): Promise<number> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  return needs.transact(({ accounts }) => accounts.endSessions(userId, input.session))
}
