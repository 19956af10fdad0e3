/** Lessons that classes of a branch had lately, as a column of a statement: what makes something else new to them. */
import { Prisma } from '~/generated/prisma/client'
import { addDays, type CalendarDate, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'

/** The newest of a branch: more would say nothing else. */
const LESSONS_MAX = 20

/**
 * Of `school_branch b`, as JSON (`ClassLesson[]`): lessons before today in this school year and the last, newest first.
 * A school year begins on 1 August, five months before a calendar year.
 */
export function historyOfBranch(today: CalendarDate): Prisma.Sql {
  const thisYear = daysOfSchoolYear(schoolYearOf(today))
  const lastYear = daysOfSchoolYear(schoolYearOf(addDays(thisYear.from, -1)))
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('offerId', l.offer_id, 'kind', l.kind,
      'topicIds', l.topic_ids, 'level', l.level, 'years', l.years, 'yearsAgo', l.years_ago) ORDER BY l.date DESC), '[]')
    FROM (
      SELECT f.id AS offer_id, f.kind, f.topic_ids, q.level, q.years, t.date,
        CASE WHEN t.date < ${thisYear.from}::date THEN 1 ELSE 0 END AS years_ago
      FROM support_request q
      JOIN request_group w ON w.request_id = q.id
      JOIN place_claim x ON x.group_id = w.id
      JOIN booking t ON t.claim_id = x.id AND t.state IN ('confirmed', 'done')
        AND t.date >= ${lastYear.from}::date AND t.date < ${today}::date
      JOIN capacity_slot z ON z.id = x.slot_id
      JOIN offer f ON f.id = z.offer_id
      WHERE q.branch_id = b.id
      ORDER BY t.date DESC, t.id LIMIT ${LESSONS_MAX}
    ) l)`
}
