/** The clock takes back what no school answered. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import { holdUnused } from '../events'
import type { HoldStore } from '../hold-store.server'
import type { RoundStore } from '../round-store.server'

export type ExpireHoldsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly holds: HoldStore
    readonly capacity: CapacityStore
    readonly rounds: RoundStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * Expires every hold whose last day has passed, one request at a time, and closes the rounds that were answered to the
 * last; safe to run twice or side by side.
 * @returns how many.
 */
export async function expireHolds(needs: ExpireHoldsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const due = await needs.db.$queryRaw<{ requestId: string }[]>`
    SELECT DISTINCT g.request_id AS "requestId" FROM hold h JOIN request_group g ON g.id = h.group_id
    WHERE h.state = 'offered' AND h.expires_on < ${today}::date`
  let expired = 0
  for (const { requestId } of due) {
    expired += await needs.transact(async ({ requests, holds, capacity, outbox }) => {
      await requests.lock(requestId)
      const late = (await holds.offeredTo(requestId)).filter((hold) => hold.expiresOn < today)
      for (const hold of late) {
        await holds.close(hold.id, 'expired', now)
        await capacity.release(hold.claimId, now)
        await outbox.append(holdUnused(hold.id))
      }
      await requests.settle(requestId, now)
      return late.length
    })
  }
  await needs.transact(({ rounds }) => rounds.closeAnswered(now))
  return expired
}
