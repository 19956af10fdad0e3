/** Somebody cannot keep the promise. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'
import { type CancelReason, stageOf } from '../domain/booking'
import { BOOKING_TABLE } from '../domain/booking-states'
import { partyOf } from '../domain/party'
import { bookingIs, bookingNotFound, dayIsOver } from '../errors'
import { bookingCancelled } from '../events'
import type { BookingStore } from '../store.server'

export type CancelBookingNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type CancelBooking = {
  readonly id: string
  /** `stopped`: the company is no longer there. */
  readonly reason: CancelReason | 'stopped'
  /** At most 1,000 characters. */
  readonly text: string | null
}

/**
 * The place is free again and goes to who waits for it. A group whose company cancels stands on the waiting list; a
 * school that cancels drops the group.
 * @throws AppError 404; conflict when it was cancelled or is over, or its day has passed.
 */
export async function cancelBooking(
  needs: CancelBookingNeeds,
  actor: Actor,
  input: CancelBooking,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ requests, bookings, capacity, outbox }) => {
    const requestId = await bookings.requestOf(input.id)
    const request = requestId && (await requests.lock(requestId))
    const booking = await bookings.read(input.id)
    if (!request || !booking) throw bookingNotFound()
    allow(actor, 'booking.change', booking)
    if (!afterMove(BOOKING_TABLE, booking.state, 'cancel')) throw bookingIs(booking.state)
    if (stageOf(booking, calendarDateOf(now)) === 'to-report') throw dayIsOver()
    const by = partyOf(actor, booking)
    await bookings.cancel(booking.id, { by, reason: input.reason, text: input.text }, now)
    await capacity.release(booking.claimId, now)
    await outbox.append(bookingCancelled(booking.id, booking.offerId, by))
    if (by === 'company') {
      const { beganWaiting } = await requests.settle(request.id, now, { ifNobodyLeft: 'declined' })
      if (beganWaiting) await outbox.append(requestWaits(request.id))
      return
    }
    const isLast = request.groups.length === 1
    if (!isLast) await requests.dropGroups([booking.groupId], now)
    await requests.settle(request.id, now, isLast ? { decided: 'withdrawn' } : {})
  })
}
