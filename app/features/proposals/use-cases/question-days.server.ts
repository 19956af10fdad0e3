/** Asks once more before a day is agreed against which something speaks. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { CalendarDate } from '~/kernel/calendar'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { FreeDaysOf } from '~/platform/calendar/free-days.server'
import type { Db } from '~/platform/db/client.server'
import { warningsOf } from '../domain/day-warnings'
import { daysDoubtful, proposalNotFound } from '../errors'

export type QuestionDaysNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly schoolDays: FreeDaysOf['schoolDays']
}

type Row = {
  readonly organisationId: OrganisationId
  readonly branchId: string
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
  readonly schoolWeekdays: readonly number[]
  readonly ownWeekdays: readonly number[]
}

/** Two statements. @throws AppError 404; invalid `proposal.days-doubtful` when a warning speaks against one of the days. */
export async function questionDays(
  { db, schoolDays }: QuestionDaysNeeds,
  actor: Actor,
  proposalId: string,
  days: readonly CalendarDate[],
): Promise<void> {
  const [row] = isUuid(proposalId)
    ? await db.$queryRaw<Row[]>`
        SELECT o.organisation_id AS "organisationId", r.branch_id AS "branchId", r.period_from::text AS from,
          r.period_until::text AS until, r.weekdays AS "schoolWeekdays", coalesce(o.weekdays, '{}') AS "ownWeekdays"
        FROM proposal p JOIN support_request r ON r.id = p.request_id JOIN offer o ON o.id = p.offer_id
        WHERE p.id = ${proposalId}::uuid AND NOT p.by_company`
    : []
  if (!row) throw proposalNotFound()
  allow(actor, 'proposal.answer', { organisationId: row.organisationId })
  const free = (await schoolDays([row.branchId])).get(row.branchId)
  const wishes = {
    period: row.from && row.until ? { from: row.from, until: row.until } : null,
    schoolWeekdays: row.schoolWeekdays,
    ownWeekdays: row.ownWeekdays,
    publicHolidays: [...(free?.publicHolidays ?? [])],
    schoolHolidays: free?.schoolHolidays ?? [],
  }
  if (days.some((day) => warningsOf(day, wishes).length > 0)) throw daysDoubtful()
}
