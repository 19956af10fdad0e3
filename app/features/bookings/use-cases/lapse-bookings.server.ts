/** The clock ends what nobody chose a day for. */
import { SYSTEM } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Db, Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'
import { BOOKING_TABLE } from '../domain/booking-states'
import { partyOf } from '../domain/party'
import { bookingCancelled } from '../events'
import type { BookingStore } from '../store.server'

export type LapseBookingsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/** How many one run ends at most; the next run takes the rest. */
const RUN_MAX = 500

/**
 * A place that nobody names a day for helps nobody: the day after the last day to choose, the booking ends, the place
 * goes to who waits, and the group stands on the waiting list again. It is not dropped: a busy teacher said no "no".
 * What became a project has meetings instead and does not end.
 * One booking at a time; safe to run twice or side by side.
 * @returns how many ended.
 */
export async function lapseBookings(needs: LapseBookingsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const due = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM booking WHERE state = 'confirmed' AND date IS NULL AND agree_by < ${today}::date
      AND NOT EXISTS (SELECT FROM project j WHERE j.booking_id = booking.id)
    ORDER BY agree_by, id LIMIT ${RUN_MAX}`
  let ended = 0
  for (const { id } of due) {
    ended += await needs.transact(async ({ requests, bookings, capacity, outbox }) => {
      const requestId = await bookings.requestOf(id)
      const request = requestId && (await requests.lock(requestId))
      const booking = await bookings.read(id)
      // Somebody may have chosen a day, or cancelled, while this one waited for the lock.
      if (!request || booking?.date !== null || booking.agreeBy === null || booking.agreeBy >= today) return 0
      if (!afterMove(BOOKING_TABLE, booking.state, 'cancel')) return 0
      const by = partyOf(SYSTEM, booking)
      await bookings.cancel(booking.id, { by, reason: 'no-date', text: null }, now)
      await capacity.release(booking.claimId, now)
      await outbox.append(bookingCancelled(booking.id, booking.offerId, by))
      const { beganWaiting } = await requests.settle(request.id, now, { ifNobodyLeft: 'unanswered' })
      if (beganWaiting) await outbox.append(requestWaits(request.id))
      return 1
    })
  }
  return ended
}
