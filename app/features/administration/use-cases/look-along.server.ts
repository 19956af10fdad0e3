/** An administrator looks through somebody's eyes for a while, to help. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import { IMPERSONATION, refusalToLook } from '../domain/impersonation'
import type { Switches } from '../domain/switches'
import { cannotLook, switchedOff } from '../errors'
import { impersonationBegun, impersonationEnded } from '../events'
import type { AdministrationNeeds } from './judge-account.server'

/**
 * What is done meanwhile stands in the log under the administrator; nothing of the account itself can be changed.
 * @param input `sessionId`: row of the session of this browser, which looks and no other.
 * @throws AppError 401; 404; conflict `administration.look-…`, `administration.switched-off`.
 */
export async function beginLooking(
  needs: AdministrationNeeds & { readonly switches: Switches },
  actor: Actor,
  input: { readonly userId: string; readonly reason: string; readonly sessionId: string },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  const { sessionId, reason } = input
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (!(await needs.switches.isOn('impersonation'))) throw switchedOff()
  const begunAt = needs.clock.now()
  const endsAt = new Date(begunAt.getTime() + IMPERSONATION.minutes * 60_000)
  await needs.transact(async ({ administration, outbox }) => {
    const account = await administration.lock(input.userId)
    const whom = account?.isBlocked ? null : account
    const refusal = refusalToLook(actor.userId, whom, actor.impersonatedBy !== undefined)
    if (refusal || !whom) throw cannotLook(refusal ?? 'gone')
    await administration.beginLooking({ sessionId, userId: whom.id, reason, begunAt, endsAt })
    await outbox.append(impersonationBegun(whom.id, { reason }))
  })
}

/** @throws AppError 401. Ending what has ended changes nothing. */
export async function endLooking(
  needs: Pick<AdministrationNeeds, 'transact'>,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  await needs.transact(async ({ administration, outbox }) => {
    const userId = await administration.endLooking(sessionId)
    if (userId !== null) await outbox.append(impersonationEnded(userId))
  })
}
