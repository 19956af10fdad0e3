/** The lesson was given, or nobody came. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { RequestStore } from '../../requests/store.server'
import { BOOKING_TABLE } from '../domain/booking-states'
import { partyOf } from '../domain/party'
import { bookingIs, bookingNotFound, notYet, schoolTells } from '../errors'
import { bookingDone, bookingMissed } from '../events'
import type { BookingStore } from '../store.server'

export type FinishBookingNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type FinishBooking = {
  readonly id: string
  readonly took: boolean
  /** Pupils who were there, 0–2000; a count, never names. */
  readonly pupils: number | null
}

/**
 * The school tells that it took place and how many pupils were there; either side that nobody came.
 * @throws AppError 404; forbidden when the company would count the pupils; conflict when it was cancelled or its day has
 * not come.
 */
export async function finishBooking(
  needs: FinishBookingNeeds,
  actor: Actor,
  input: FinishBooking,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ requests, bookings, outbox }) => {
    const requestId = await bookings.requestOf(input.id)
    const request = requestId && (await requests.lock(requestId))
    const booking = await bookings.read(input.id)
    if (!request || !booking) throw bookingNotFound()
    allow(actor, 'booking.change', booking)
    if (!afterMove(BOOKING_TABLE, booking.state, input.took ? 'finish' : 'miss'))
      throw bookingIs(booking.state)
    const by = partyOf(actor, booking)
    if (input.took && by === 'company') throw schoolTells()
    if (booking.date === null || booking.date > calendarDateOf(now)) throw notYet()
    await bookings.close(booking.id, input.took ? 'done' : 'no-show', input.took ? input.pupils : null, now)
    await requests.settle(request.id, now)
    await outbox.append((input.took ? bookingDone : bookingMissed)(booking.id, by))
  })
}
