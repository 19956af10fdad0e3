/** The clock reminds schools of what companies offer to their requests. */
import { type Clock, calendarDateOf, type FreeDays, isWorkingDay } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import type { RequestStore } from '../../requests/store.server'
import { dueReminders } from '../domain/reminders'
import { offeredDue } from '../events'
import type { OfferedStore } from '../offered-store.server'
import type { ProposalStore } from '../store.server'

export type RemindSchoolsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly offered: OfferedStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

/**
 * After three and after seven of its own working days, one mail per request; none on a day off, and none about a request
 * of which the school was told in the last hours. Safe to run twice or side by side.
 * @returns of how many requests.
 */
export async function remindSchools(needs: RemindSchoolsNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const waiting = await needs.db.$queryRaw<{ requestId: string; branchId: string }[]>`
    SELECT DISTINCT p.request_id AS "requestId", r.branch_id AS "branchId"
    FROM proposal p JOIN support_request r ON r.id = p.request_id
    WHERE p.by_company AND p.state = 'sent' AND p.reminders < 2 AND p.due_on >= ${today}::date
      AND p.sent_at < ${now}::timestamptz - interval '2 days' AND r.state IN ('open', 'proposed', 'waiting')
    ORDER BY 1 LIMIT 2000`
  if (waiting.length === 0) return 0
  const days = await needs.schoolDays([...new Set(waiting.map(({ branchId }) => branchId))])
  let reminded = 0
  for (const { requestId, branchId } of waiting) {
    const free = days.get(branchId)
    if (!free || !isWorkingDay(today, free)) continue
    reminded += await needs.transact(async ({ requests, proposals, offered, outbox }) => {
      await requests.lock(requestId)
      const due = dueReminders(await offered.unansweredOf(requestId, today), now, today, free)
      if (due.length === 0) return 0
      for (const { id, reminders } of due) await proposals.setReminded(id, reminders, now)
      await outbox.append(
        offeredDue(
          requestId,
          due.map(({ id }) => id),
        ),
      )
      return 1
    })
  }
  return reminded
}
