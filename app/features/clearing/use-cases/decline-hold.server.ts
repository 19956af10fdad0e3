/** A company says no to a place that is kept at it for a school: the place goes to the next. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import { HOLD_TABLE, type HoldDeclineReason } from '../domain/hold-states'
import { holdIs, holdNotFound, holdTooLate } from '../errors'
import { holdUnused } from '../events'
import type { HoldStore } from '../hold-store.server'

export type DeclineHoldNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly holds: HoldStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type DeclineHold = {
  readonly id: string
  readonly reason: HoldDeclineReason
  /** For the school; at most 1,000 characters. */
  readonly text: string | null
}

/**
 * The group keeps its place on the waiting list and is not given this offer again. Once the school has said yes it is a
 * booking, which is cancelled by itself.
 * @throws AppError 404 for a place of another company; conflict when it was answered; gone when its last day has passed.
 */
export async function declineHold(needs: DeclineHoldNeeds, actor: Actor, input: DeclineHold): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ requests, holds, capacity, outbox }) => {
    const requestId = await holds.requestOf(input.id)
    const request = requestId && (await requests.lock(requestId))
    const hold = await holds.read(input.id)
    if (!request || !hold) throw holdNotFound()
    allow(actor, 'hold.decline', { organisationId: hold.organisationId })
    if (!afterMove(HOLD_TABLE, hold.state, 'decline')) throw holdIs(hold.state)
    if (hold.expiresOn < calendarDateOf(now)) throw holdTooLate()
    const byId = actor.kind === 'user' ? actor.userId : null
    await holds.decline(hold.id, { reason: input.reason, text: input.text, byId }, now)
    await capacity.release(hold.claimId, now)
    await outbox.append(holdUnused(hold.id))
    await requests.settle(request.id, now)
  })
}
