/** The clock closes what its time has passed by. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import { proposalExpired } from '../../proposals/events'
import type { ProposalStore } from '../../proposals/store.server'
import { requestExpired } from '../events'
import type { RequestStore } from '../store.server'

export type ExpireRequestsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/** Days without a move of the school after which an open request is over. */
const IDLE_DAYS = 61

/**
 * Expires requests whose wished period has passed, and open ones for which the school asked nobody in two months. Who
 * waits does not age out here: that school is asked whether it still wants to. Groups that have their place keep it,
 * and a request for which a place is held lives until that is answered. One request at a time; safe to run twice.
 * @returns how many.
 */
export async function expireRequests(needs: ExpireRequestsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const idleSince = new Date(now.getTime() - IDLE_DAYS * 86_400_000)
  const due = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM support_request r
    WHERE r.state IN ('open', 'proposed') AND r.waiting_since IS NULL
      AND (r.period_until < ${today}::date
        OR (r.state = 'open' AND r.opened_at < ${idleSince} AND NOT EXISTS (
          SELECT 1 FROM proposal p WHERE p.request_id = r.id AND p.sent_at >= ${idleSince})))
    ORDER BY r.id`
  let expired = 0
  for (const { id } of due) {
    expired += await needs.transact(async ({ requests, proposals, outbox }) => {
      const request = await requests.lock(id)
      if (!request || (request.state !== 'open' && request.state !== 'proposed')) return 0
      if (request.waitingSince !== null || request.groups.some((group) => group.standing === 'held')) return 0
      for (const proposal of await proposals.openOf(id)) {
        await proposals.answer(proposal.id, { state: 'expired', answeredById: null }, now)
        await outbox.append(proposalExpired(proposal.id))
      }
      const rest = request.groups.filter((group) => group.standing === 'none')
      if (rest.length < request.groups.length) {
        await requests.dropGroups(
          rest.map((group) => group.id),
          now,
        )
        await requests.settle(id, now)
        return 1
      }
      await requests.settle(id, now, { decided: 'expired' })
      await outbox.append(requestExpired(request.id))
      return 1
    })
  }
  return expired
}
