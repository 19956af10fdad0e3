/** The clock tells schools that tomorrow is the last day to answer. */
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
} from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import type { RequestStore } from '../../requests/store.server'
import type { HoldId } from '../domain/hold'
import { holdExpiresSoon } from '../events'
import type { HoldStore } from '../hold-store.server'

export type RemindHoldsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly holds: HoldStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

type Open = {
  readonly id: HoldId
  readonly requestId: string
  readonly branchId: string
  readonly expiresOn: CalendarDate
}

/**
 * Says once of every open hold that was not offered today that its last day is the next school day, or today; holidays of
 * its region do not count. Safe to run twice or side by side.
 * @returns of how many.
 */
export async function remindHolds(needs: RemindHoldsNeeds): Promise<number> {
  const today = calendarDateOf(needs.clock.now())
  const open = await needs.db.$queryRaw<Open[]>`
    SELECT h.id, r.id AS "requestId", r.branch_id AS "branchId", h.expires_on::text AS "expiresOn"
    FROM hold h
    JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id
    WHERE h.state = 'offered' AND h.expires_on >= ${today}::date
      AND (h.created_at AT TIME ZONE 'Europe/Amsterdam')::date < ${today}::date
      AND NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.type = 'HoldExpiresSoon' AND e.subject_id = h.id::text)
    ORDER BY h.id LIMIT 2000`
  if (open.length === 0) return 0
  const days = await needs.schoolDays([...new Set(open.map((hold) => hold.branchId))])
  let reminded = 0
  for (const { id, requestId, branchId, expiresOn } of open) {
    const free = days.get(branchId)
    if (!free || expiresOn > addWorkingDays(today, 1, free)) continue
    reminded += await needs.transact(async ({ requests, holds, outbox }) => {
      await requests.lock(requestId)
      if ((await holds.read(id))?.state !== 'offered' || (await holds.isReminded(id))) return 0
      await outbox.append(holdExpiresSoon(id))
      return 1
    })
  }
  return reminded
}
