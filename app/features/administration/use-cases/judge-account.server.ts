/** An administrator blocks an account, lifts that, or signs it out everywhere. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { notAnAdministrator } from '../errors'
import { accountBlocked, accountUnblocked, sessionsEnded } from '../events'
import type { AdministrationStore } from '../store.server'

export type AdministrationNeeds = {
  readonly transact: Transact<{ readonly administration: AdministrationStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

export type AccountVerdict =
  /** Opens nothing any more, here and in every browser. */
  | { readonly kind: 'block'; readonly reason: string }
  | { readonly kind: 'unblock' }
  | { readonly kind: 'end-sessions' }

/** @throws AppError 401; 404; conflict `administration.not-an-administrator` for the account of an administrator. */
export async function judgeAccount(
  needs: AdministrationNeeds,
  actor: Actor,
  { userId, verdict }: { readonly userId: string; readonly verdict: AccountVerdict },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  const now = needs.clock.now()
  await needs.transact(async ({ administration, outbox }) => {
    const account = await administration.lock(userId)
    if (!account) throw notFound('page.not-found')
    if (account.isAdministrator) throw notAnAdministrator()
    if (verdict.kind === 'unblock') {
      if (!account.isBlocked) return
      await administration.setBlocked(userId, null, now)
      await outbox.append(accountUnblocked(userId))
      return
    }
    const ended = await administration.endSessions(userId)
    if (verdict.kind === 'end-sessions') {
      await outbox.append(sessionsEnded(userId, { count: ended }))
      return
    }
    await administration.setBlocked(userId, verdict.reason, now)
    await outbox.append(accountBlocked(userId, { reason: verdict.reason }))
  })
}
