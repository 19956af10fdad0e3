/** The school makes an address at which parents read what happens, or ends it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { bookingIs, bookingNotFound } from '../errors'
import type { PlanStore } from '../plan-store.server'
import type { BookingStore } from '../store.server'

export type ShareBookingNeeds = {
  readonly transact: Transact<{ readonly bookings: BookingStore; readonly plans: PlanStore }>
  readonly clock: Clock
  readonly secrets: {
    /** A new secret of at least 128 bits, in letters and digits. */
    readonly make: () => string
    readonly hash: (secret: string) => string
  }
}

/**
 * @returns the secret of the address. It is kept as a hash, so it is shown this once.
 * @throws AppError 404 for who does not work at the school; conflict when the booking is over.
 */
export async function shareBooking(needs: ShareBookingNeeds, actor: Actor, id: string): Promise<string> {
  const secret = needs.secrets.make()
  await needs.transact(async ({ bookings, plans }) => {
    const booking = await bookings.read(id)
    if (!booking) throw bookingNotFound()
    allow(actor, 'request.edit', { branchId: booking.branchId })
    if (booking.state !== 'confirmed') throw bookingIs(booking.state)
    await plans.keepShare(booking.id, needs.secrets.hash(secret), needs.clock.now())
  })
  return secret
}

/** The address opens nothing any more. @throws AppError 404 for who does not work at the school. */
export async function endShare(
  needs: Pick<ShareBookingNeeds, 'transact'>,
  actor: Actor,
  id: string,
): Promise<void> {
  await needs.transact(async ({ bookings, plans }) => {
    const booking = await bookings.read(id)
    if (!booking) throw bookingNotFound()
    allow(actor, 'request.edit', { branchId: booking.branchId })
    await plans.endShare(booking.id)
  })
}
