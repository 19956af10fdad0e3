/** The clock tells of what was changed after the other side was told that day. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import type { RequestStore } from '../../requests/store.server'
import type { BookingId } from '../domain/booking'
import { type PlanSide, untold } from '../domain/plan'
import { bookingPlanChanged } from '../events'
import type { PlanStore } from '../plan-store.server'
import type { BookingStore } from '../store.server'

export type TellOfPlansNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly plans: PlanStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

const RUN_MAX = 1_000

/** Each side once a day. Safe to run twice. @returns how many were told. */
export async function tellOfPlans(needs: TellOfPlansNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const due = await needs.db.$queryRaw<{ id: BookingId; side: PlanSide }[]>`
    SELECT p.booking_id AS id, w.side FROM booking_plan p
    JOIN booking k ON k.id = p.booking_id AND k.state = 'confirmed'
    CROSS JOIN LATERAL (VALUES ('school', 'company', p.school_told_at), ('company', 'school', p.company_told_at))
      AS w(side, by, told_at)
    WHERE (w.told_at AT TIME ZONE 'Europe/Amsterdam')::date < ${today}::date
      AND EXISTS (SELECT FROM jsonb_each(p.changes) c
        WHERE c.value->>'by' = w.by AND (c.value->>'at')::timestamptz > w.told_at)
    ORDER BY p.booking_id, w.side LIMIT ${RUN_MAX}`
  let told = 0
  for (const { id, side } of due)
    told += await needs.transact(async ({ requests, bookings, plans, outbox }) => {
      const requestId = await bookings.requestOf(id)
      if (requestId) await requests.lock(requestId)
      const { changes, toldAt } = await plans.read(id)
      const since = toldAt[side]
      const parts = untold(changes, side === 'school' ? 'company' : 'school', since)
      if (parts.length === 0 || since === null || calendarDateOf(since) >= today) return 0
      await plans.saveTold(id, side, now)
      await outbox.append(bookingPlanChanged(id, side, parts))
      return 1
    })
  return told
}
