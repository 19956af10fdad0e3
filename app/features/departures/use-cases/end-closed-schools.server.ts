/** The clock looks which branches left the register: they are told, and two weeks later what they had open ends. */
import { SYSTEM } from '~/authorisation/actor'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { BranchId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { bookingCancelled } from '../../bookings/events'
import type { BookingStore } from '../../bookings/store.server'
import { isRunning } from '../../requests/domain/request-state'
import { type WithdrawStores, withdrawIn } from '../../requests/use-cases/withdraw-request.server'
import { closedStep, lastDayOf } from '../domain/departure'
import { schoolCloses, schoolEnded } from '../events'

type Stores = WithdrawStores & { readonly bookings: BookingStore }
export type EndClosedSchoolsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<Stores & { readonly outbox: Outbox }>
  readonly clock: Clock
}

type Closed = {
  readonly branchId: BranchId
  readonly closedOn: CalendarDate
  readonly requestIds: readonly string[]
  readonly isTold: boolean
}

/** Safe to run twice. @returns how many branches were told, and how many requests ended. */
export async function endClosedSchools(
  needs: EndClosedSchoolsNeeds,
): Promise<{ readonly told: number; readonly ended: number }> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const closed = await needs.db.$queryRaw<Closed[]>`
    SELECT b.id AS "branchId", b.closed_on::text AS "closedOn", array_agg(r.id::text ORDER BY r.id) AS "requestIds",
      EXISTS (SELECT FROM outbox_event e WHERE e.type = 'SchoolCloses' AND e.subject_id = b.id
        AND e.payload->>'closedOn' = b.closed_on::text) AS "isTold"
    FROM school_branch b JOIN support_request r ON r.branch_id = b.id
    WHERE b.closed_on <= ${today}::date AND r.state IN ('draft', 'open', 'proposed', 'waiting', 'booked')
    GROUP BY b.id ORDER BY b.id`
  let told = 0
  let ended = 0
  for (const { branchId, closedOn, requestIds, isTold } of closed) {
    // Who was never told, because the clock stood still, is told first and ends the next morning.
    if (!isTold) {
      const days = { closedOn, lastDay: lastDayOf(closedOn) }
      await needs.transact(({ outbox }) => outbox.append(schoolCloses(branchId, days)))
      told++
    } else if (closedStep(closedOn, today) === 'end') {
      let here = 0
      for (const id of requestIds) here += await needs.transact((stores) => endRequest(stores, id, now))
      if (here > 0) await needs.transact(({ outbox }) => outbox.append(schoolEnded(branchId, closedOn)))
      ended += here
    }
  }
  return { told, ended }
}

/** @returns 1 when something ended. Bookings whose day has passed are left to be told about. */
async function endRequest(stores: Stores, id: string, now: Date): Promise<number> {
  const { requests, bookings, capacity, outbox } = stores
  const today = calendarDateOf(now)
  const request = await requests.lock(id)
  if (!request || !isRunning(request.state)) return 0
  let cancelled = 0
  for (const booking of await bookings.confirmedOf(request.id)) {
    if (booking.date !== null && booking.date < today) continue
    await bookings.cancel(booking.id, { by: 'school', reason: 'school-closed', text: null }, now)
    await capacity.release(booking.claimId, now)
    await outbox.append(bookingCancelled(booking.id, booking.offerId, 'school'))
    cancelled++
  }
  const { state } = await requests.settle(request.id, now)
  if (!isRunning(state) || state === 'booked') return cancelled > 0 ? 1 : 0
  await withdrawIn(stores, SYSTEM, request.id, now)
  return 1
}
