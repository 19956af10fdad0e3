/** What a day should keep to for a proposal: the period and the days of both, and who is free then. */
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { FreeDaysOf } from '~/platform/calendar/free-days.server'
import type { DayWishes } from '../domain/day-warnings'
import { proposalNotFound } from '../errors'

/** Two statements. It tells nothing of the request that is not in the answer; who may answer is asked there. @throws AppError 404. */
export async function dayWishes(
  { db, schoolDays }: { readonly db: Pick<Db, '$queryRaw'>; readonly schoolDays: FreeDaysOf['schoolDays'] },
  proposalId: string,
): Promise<DayWishes> {
  if (!isUuid(proposalId)) throw proposalNotFound()
  const [row] = await db.$queryRaw<
    { branchId: string; from: Date | null; until: Date | null; schoolWeekdays: number[]; ownWeekdays: number[] }[]
  >`
    SELECT r.branch_id AS "branchId", r.period_from AS from, r.period_until AS until, r.weekdays AS "schoolWeekdays",
      o.weekdays AS "ownWeekdays"
    FROM proposal p JOIN support_request r ON r.id = p.request_id JOIN offer o ON o.id = p.offer_id
    WHERE p.id = ${proposalId}::uuid`
  if (!row) throw proposalNotFound()
  const free = (await schoolDays([row.branchId])).get(row.branchId)
  return {
    period: row.from && row.until ? { from: asDay(row.from), until: asDay(row.until) } : null,
    schoolWeekdays: row.schoolWeekdays,
    ownWeekdays: row.ownWeekdays,
    publicHolidays: free?.publicHolidays ?? new Set(),
    schoolHolidays: free?.schoolHolidays ?? [],
  }
}
