/** The clock closes what its time has passed by. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { ASK_AFTER_DAYS } from '../domain/still-wanted'
import { type EndRestStores, endRest } from './end-rest.server'

export type ExpireRequestsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<EndRestStores>
  readonly clock: Clock
}

/**
 * Expires requests whose wished period has passed, and open ones for which the school asked nobody and no
 * company offered anything in two months. Who
 * waits does not age out here: that school is asked whether it still wants to. Groups that have their place keep it,
 * and a request for which a place is held lives until that is answered. One request at a time; safe to run twice.
 * @returns how many.
 */
export async function expireRequests(needs: ExpireRequestsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const idleSince = new Date(now.getTime() - ASK_AFTER_DAYS * 86_400_000)
  const due = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM support_request r
    WHERE r.state IN ('open', 'proposed') AND r.waiting_since IS NULL
      AND (r.period_until < ${today}::date
        OR (r.state = 'open' AND r.opened_at < ${idleSince} AND NOT EXISTS (
          SELECT 1 FROM proposal p WHERE p.request_id = r.id AND p.sent_at >= ${idleSince})))
    ORDER BY r.id`
  let expired = 0
  for (const { id } of due) {
    expired += await needs.transact(async (stores) => {
      const request = await stores.requests.lock(id)
      if (!request || (request.state !== 'open' && request.state !== 'proposed')) return 0
      if (request.waitingSince !== null || request.groups.some((group) => group.standing === 'held')) return 0
      await endRest(stores, request, now)
      return 1
    })
  }
  return expired
}
