/** Signs one browser out. */
import type { Actor } from '~/authorisation/actor'
import { notFound } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { sessionEnded } from '../events'
import type { SecurityStore } from '../security-store.server'
import { requireOwner } from './require-proof.server'

export type EndSessionNeeds = {
  readonly transact: Transact<{ readonly security: SecurityStore; readonly outbox: Outbox }>
}

/** @throws AppError 401; 404 for a session that is not one's own. */
export async function endOneSession(
  needs: EndSessionNeeds,
  actor: Actor,
  { session }: { readonly session: string },
): Promise<void> {
  const { userId } = requireOwner(actor)
  await needs.transact(async ({ security, outbox }) => {
    if (!(await security.endSession(userId, session))) throw notFound('account.no-session')
    await outbox.append(sessionEnded(userId))
  })
}
