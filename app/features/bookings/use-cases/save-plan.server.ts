/** One side says how the day goes. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { RequestStore } from '../../requests/store.server'
import { partyOf } from '../domain/party'
import { changedParts, merged, type Plan, type PlanSide, partsOf, untold } from '../domain/plan'
import { bookingIs, bookingNotFound, planChanged, vogInFuture } from '../errors'
import { bookingPlanChanged } from '../events'
import type { PlanStore } from '../plan-store.server'
import type { BookingStore } from '../store.server'

export type SavePlanNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly plans: PlanStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type SavePlan = {
  readonly id: string
  /** What the page showed. */
  readonly version: number
  readonly plan: Plan
}

/**
 * Keeps what is of the actor's side; the rest of what is given is left out. The other side is told at once, and what
 * follows on the same day with the next morning (`tellOfPlans`).
 * @throws AppError 404 for who is no party; conflict when it is over, or `booking.plan-changed` when somebody else was
 * faster; invalid `booking.vog-in-future`.
 */
export async function savePlan(needs: SavePlanNeeds, actor: Actor, input: SavePlan): Promise<void> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  await needs.transact(async ({ requests, bookings, plans, outbox }) => {
    const requestId = await bookings.requestOf(input.id)
    if (requestId) await requests.lock(requestId)
    const booking = await bookings.read(input.id)
    if (!booking) throw bookingNotFound()
    allow(actor, 'booking.change', booking)
    if (booking.state !== 'confirmed') throw bookingIs(booking.state)
    const kept = await plans.read(booking.id)
    if (kept.version !== input.version) throw planChanged()
    const side: PlanSide = partyOf(actor, booking) === 'company' ? 'company' : 'school'
    const other: PlanSide = side === 'school' ? 'company' : 'school'
    const plan = merged(kept.plan, input.plan, partsOf(side, kept.location))
    if (plan.vog.seenOn !== null && plan.vog.seenOn > today) throw vogInFuture()
    const parts = changedParts(kept.plan, plan)
    if (parts.length === 0) return
    const at = now.toISOString()
    const changes = {
      ...kept.changes,
      ...Object.fromEntries(parts.map((part) => [part, { by: side, at }])),
    }
    const seenBy = plan.vog.seenOn !== null && actor.kind === 'user' ? actor.userId : null
    await plans.save(booking.id, { plan, changes }, parts.includes('vog') ? seenBy : undefined)
    const toldAt = kept.toldAt[other]
    if (toldAt !== null && calendarDateOf(toldAt) === today) return
    await plans.saveTold(booking.id, other, now)
    await outbox.append(bookingPlanChanged(booking.id, other, untold(changes, side, toldAt)))
  })
}
