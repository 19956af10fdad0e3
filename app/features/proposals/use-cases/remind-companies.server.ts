/** The clock asks companies again, once for all that they left unanswered. */
import { type Clock, calendarDateOf, type FreeDays, isWorkingDay } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { dueReminders } from '../domain/reminders'
import { answersDue } from '../events'
import type { ProposalStore } from '../store.server'

export type RemindCompaniesNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{ readonly proposals: ProposalStore; readonly outbox: Outbox }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

/**
 * After three and after seven working days, one mail per company; none on a day off, and none to a company that was told
 * of anything in the last hours. Safe to run twice or side by side.
 * @returns how many companies are reminded.
 */
export async function remindCompanies(needs: RemindCompaniesNeeds): Promise<number> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const free = await needs.workingDays()
  if (!isWorkingDay(today, free)) return 0
  const companies = await needs.db.$queryRaw<{ id: OrganisationId }[]>`
    SELECT DISTINCT o.organisation_id AS id FROM proposal p JOIN offer o ON o.id = p.offer_id
    WHERE p.state IN ('sent', 'viewed', 'considering') AND NOT p.by_company AND p.reminders < 2 AND p.due_on >= ${today}::date
      AND p.sent_at < ${now}::timestamptz - interval '2 days'`
  let reminded = 0
  for (const { id } of companies) {
    reminded += await needs.transact(async ({ proposals, outbox }) => {
      const due = dueReminders(await proposals.unansweredOf(id, today), now, today, free)
      if (due.length === 0) return 0
      for (const { id: proposalId, reminders } of due) await proposals.setReminded(proposalId, reminders, now)
      await outbox.append(
        answersDue(
          id,
          due.map((proposal) => proposal.id),
        ),
      )
      return 1
    })
  }
  return reminded
}
