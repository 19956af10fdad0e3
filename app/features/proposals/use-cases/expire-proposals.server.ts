/** The clock closes what nobody answered. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'
import { isOpenProposal } from '../domain/proposal-states'
import { proposalExpired } from '../events'
import type { ProposalStore } from '../store.server'

export type ExpireProposalsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * Expires every proposal whose last day has passed, one request at a time; safe to run twice or side by side.
 * @returns how many.
 */
export async function expireProposals(needs: ExpireProposalsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const due = await needs.db.$queryRaw<{ requestId: string }[]>`
    SELECT DISTINCT request_id AS "requestId" FROM proposal
    WHERE state IN ('sent', 'viewed', 'considering') AND due_on < ${today}::date`
  let expired = 0
  for (const { requestId } of due) {
    expired += await needs.transact(async ({ requests, proposals, outbox }) => {
      const request = await requests.lock(requestId)
      if (!request) return 0
      const late = (await proposals.openOf(requestId)).filter(
        (p) => isOpenProposal(p.state) && p.dueOn < today,
      )
      for (const proposal of late) {
        await proposals.answer(proposal.id, { state: 'expired', answeredById: null }, now)
      }
      // Who asked nobody does not come on the waiting list because it left an offer unanswered.
      const asked = late.some(({ byCompany }) => !byCompany)
      const { beganWaiting } = await requests.settle(
        requestId,
        now,
        asked ? { ifNobodyLeft: 'unanswered' } : {},
      )
      const events = late.map(({ id }) => proposalExpired(id))
      await outbox.append(...events, ...(beganWaiting ? [requestWaits(request.id)] : []))
      return late.length
    })
  }
  return expired
}
