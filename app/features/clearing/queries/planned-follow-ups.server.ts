/** Requests of regions that somebody follows, the first day first: a column of the board. One statement. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'

export type PlannedFollowUp = {
  readonly requestId: string
  readonly title: string
  readonly placeName: string
  readonly ownerName: string | null
  readonly dueOn: CalendarDate | null
  /** The newest note. */
  readonly note: string | null
}

/** @param regionIds of the reader: the page that asks has asked whether he may. */
export async function plannedFollowUps(
  db: Pick<Db, '$queryRaw'>,
  { regionIds, today, limit }: { regionIds: readonly string[]; today: CalendarDate; limit: number },
): Promise<{ readonly cards: readonly PlannedFollowUp[]; readonly total: number; readonly urgent: number }> {
  const rows = await db.$queryRaw<
    (Omit<PlannedFollowUp, 'dueOn'> & { dueOn: Date | null; total: number; urgent: number })[]
  >`
    SELECT r.id AS "requestId", r.title, b.place_name AS "placeName", u.name AS "ownerName", f.due_on AS "dueOn",
      (SELECT n.text FROM request_note n WHERE n.request_id = r.id ORDER BY n.created_at DESC, n.id LIMIT 1) AS note,
      (count(*) OVER ())::int AS total,
      (count(*) FILTER (WHERE f.due_on <= ${today}::date) OVER ())::int AS urgent
    FROM request_follow_up f
    JOIN support_request r ON r.id = f.request_id
    JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN app_user u ON u.id = f.owner_id
    WHERE b.municipality_code IN (
      SELECT municipality_code FROM region_municipality WHERE region_id = ANY(${[...regionIds]}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date))
    ORDER BY f.due_on NULLS LAST, r.id LIMIT ${limit}`
  return {
    cards: rows.map(({ dueOn, total: _, urgent: __, ...row }) => ({ ...row, dueOn: dueOn && asDay(dueOn) })),
    total: rows[0]?.total ?? 0,
    urgent: rows[0]?.urgent ?? 0,
  }
}
