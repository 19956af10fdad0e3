/** A school says yes or no to a place that is kept for it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { addWorkingDays, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { BookingId } from '../../bookings/domain/booking'
import { bookingMade } from '../../bookings/events'
import type { BookingStore } from '../../bookings/store.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import { HOLD_TABLE } from '../domain/hold-states'
import { holdIs, holdNotFound, holdTooLate } from '../errors'
import { holdAccepted, holdUnused } from '../events'
import type { HoldStore } from '../hold-store.server'

/** Working days within which school and company agree on a date. */
const AGREE_DAYS = 10

export type AnswerHoldNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly holds: HoldStore
    readonly bookings: BookingStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

/**
 * Yes makes a booking with its date to be agreed, on the place that was kept; no frees the place for the next.
 * @param actor the school, or the system for the bearer of the link in the mail.
 * @returns the booking, `null` after a no.
 * @throws AppError 404 for a hold of another school; conflict when it was answered; gone when its last day has passed.
 */
export async function answerHold(
  needs: AnswerHoldNeeds,
  actor: Actor,
  input: { readonly id: string; readonly yes: boolean },
): Promise<BookingId | null> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const agreeBy = addWorkingDays(today, AGREE_DAYS, await needs.workingDays())
  return needs.transact(async ({ requests, holds, bookings, capacity, outbox }) => {
    const requestId = await holds.requestOf(input.id)
    const request = requestId && (await requests.lock(requestId))
    const hold = await holds.read(input.id)
    if (!request || !hold) throw holdNotFound()
    allow(actor, 'hold.answer', { branchId: hold.branchId })
    const state = afterMove(HOLD_TABLE, hold.state, input.yes ? 'accept' : 'refuse')
    if (!state || state === 'offered') throw holdIs(hold.state)
    if (hold.expiresOn < today) throw holdTooLate()
    await holds.close(hold.id, state, now)
    if (!input.yes) {
      await capacity.release(hold.claimId, now)
      await outbox.append(holdUnused(hold.id))
      await requests.settle(request.id, now)
      return null
    }
    const booking = await bookings.create(
      {
        claimId: hold.claimId,
        proposalId: null,
        date: null,
        startTime: null,
        dateOptions: [],
        agreeBy,
        isDemo: hold.isDemo,
      },
      now,
    )
    await outbox.append(holdAccepted(hold.id))
    await outbox.append(bookingMade(booking))
    await requests.settle(request.id, now)
    return booking
  })
}
