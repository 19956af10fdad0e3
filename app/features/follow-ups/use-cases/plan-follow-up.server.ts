/** A coordinator takes a request, gives it to a colleague, or says when it is looked at again. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { requestNotFound } from '../../requests/errors'
import { type FollowUp, PLAN_AHEAD_DAYS } from '../domain/follow-up'
import { dayPassed, dayTooFar, ownerUnknown } from '../errors'
import type { FollowUpStore } from '../store.server'

export type FollowUpNeeds = {
  readonly transact: Transact<{ readonly followUps: FollowUpStore }>
  readonly clock: Clock
}

/**
 * Replaces what was planned; without owner and day nobody follows it any more.
 * @throws AppError 401, 404; `invalid` for a day that has passed or is further than 400 days away, and for an owner who
 * coordinates no region of the school.
 */
export async function planFollowUp(
  { transact, clock }: FollowUpNeeds,
  actor: Actor,
  { requestId, plan }: { readonly requestId: string; readonly plan: FollowUp },
): Promise<void> {
  const now = clock.now()
  await transact(async ({ followUps }) => {
    const request = await followUps.lock(requestId)
    if (!request) throw requestNotFound()
    allow(actor, 'request.follow-up', request)
    const today = calendarDateOf(now)
    if (plan.dueOn !== null && plan.dueOn < today) throw dayPassed()
    if (plan.dueOn !== null && plan.dueOn > addDays(today, PLAN_AHEAD_DAYS)) throw dayTooFar()
    if (plan.ownerId !== null && !(await followUps.isCoordinator(plan.ownerId, request.regionIds)))
      throw ownerUnknown()
    await followUps.plan(requestId, plan, actor.kind === 'user' ? actor.userId : null, now)
  })
}
