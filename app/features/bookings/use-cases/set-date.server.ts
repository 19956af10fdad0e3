/** A date is agreed or moved. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import { type AskedMoment, mistakeInDate } from '../domain/booking'
import { BOOKING_TABLE } from '../domain/booking-states'
import { partyOf } from '../domain/party'
import { badDate, bookingIs, bookingNotFound, noPlaceThen } from '../errors'
import { bookingDateSet } from '../events'
import type { BookingStore } from '../store.server'

export type SetDateNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type SetDate = AskedMoment & { readonly id: string }

/**
 * The school chooses one of the company's days; either side moves a date that was set. The place moves along.
 * @throws AppError 404; conflict when it was cancelled or is over, or that day has no place; invalid day.
 */
export async function setDate(needs: SetDateNeeds, actor: Actor, input: SetDate): Promise<void> {
  const today = calendarDateOf(needs.clock.now())
  await needs.transact(async ({ requests, bookings, capacity, outbox }) => {
    const requestId = await bookings.requestOf(input.id)
    if (requestId) await requests.lock(requestId)
    const booking = await bookings.read(input.id)
    if (!booking) throw bookingNotFound()
    allow(actor, 'booking.change', booking)
    if (!afterMove(BOOKING_TABLE, booking.state, 'move')) throw bookingIs(booking.state)
    const asked = { date: input.date, startTime: input.startTime, by: partyOf(actor, booking) }
    const mistake = mistakeInDate(booking, asked, { today, lastDay: lastBookableDay(today) })
    if (mistake) throw badDate(mistake)
    const place = await capacity.move(booking.claimId, booking.offerId, asked.date)
    if (place !== 'moved') throw noPlaceThen(place)
    await bookings.setDate(booking.id, asked)
    await outbox.append(bookingDateSet(booking, asked))
  })
}
