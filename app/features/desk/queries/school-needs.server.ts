/** What asks for the people of some schools now. One statement, at most twenty rows of each kind. */
import type { SignedInActor } from '~/authorisation/actor'
import { Prisma } from '~/generated/prisma/client'
import { addDays, type CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Need, Side } from '../domain/needs'

/** More of one kind is told by the list of that kind. */
export const OF_A_KIND = 20
/** An answer that is older is no news; a lesson that was given longer ago is asked after no more. */
const ANSWERED_DAYS = 21
export const EVALUATED_DAYS = 90

type Row = Omit<Need, 'side' | 'dueOn' | 'since'> & { readonly dueOn: Date | null; readonly since: Date }

/** Unordered. None for who works at no school. */
export async function schoolNeeds(
  db: Pick<Db, '$queryRaw'>,
  { userId, schools }: Pick<SignedInActor, 'userId' | 'schools'>,
  today: CalendarDate,
): Promise<readonly Need[]> {
  if (schools.size === 0) return []
  const branches = [...schools.keys()]
  const led = [...schools].filter(([, role]) => role === 'lead').map(([id]) => id)
  const rows = await db.$queryRaw<Row[]>`
    WITH mine AS (
      SELECT r.id, r.title, r.state, r.created_at, r.still_asked, r.still_asked_on, r.still_answer_by,
        EXISTS (SELECT 1 FROM request_group g WHERE g.request_id = r.id AND g.dropped_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)) AS looks,
        EXISTS (SELECT 1 FROM proposal p WHERE p.request_id = r.id AND NOT p.by_company
          AND p.state IN ('sent', 'viewed', 'considering')) AS asks
      FROM support_request r
      WHERE r.branch_id = ANY(${branches}::text[]) AND r.state IN ('open', 'proposed', 'waiting')
    ), promised AS (
      SELECT k.*, o.title, n.name FROM booking k JOIN place_claim c ON c.id = k.claim_id
      JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
      JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
      JOIN organisation n ON n.id = o.organisation_id
      WHERE r.branch_id = ANY(${branches}::text[]) AND k.state IN ('confirmed', 'done')
    )
    (SELECT 'hold' AS kind, h.id::text, o.title, n.name AS partner, h.expires_on AS "dueOn",
        h.created_at::date AS since, 1 AS count
      FROM hold h JOIN request_group g ON g.id = h.group_id JOIN support_request r ON r.id = g.request_id
      JOIN offer o ON o.id = h.offer_id JOIN organisation n ON n.id = o.organisation_id
      WHERE h.state = 'offered' AND h.expires_on >= ${today}::date AND r.branch_id = ANY(${branches}::text[])
      ORDER BY h.expires_on, h.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'choose-day', k.id::text, k.title, k.name, k.agree_by, k.created_at::date,
        (SELECT count(*)::int FROM unnest(k.date_options) day WHERE day >= ${today}::date)
      FROM promised k WHERE k.state = 'confirmed' AND k.date IS NULL ORDER BY k.agree_by, k.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'offered', m.id::text, m.title, min(n.name), min(p.due_on), min(p.sent_at)::date,
        count(*)::int
      FROM mine m JOIN proposal p ON p.request_id = m.id JOIN offer o ON o.id = p.offer_id
      JOIN organisation n ON n.id = o.organisation_id
      WHERE p.by_company AND p.state = 'sent' AND p.due_on >= ${today}::date AND o.state = 'published'
      GROUP BY m.id, m.title ORDER BY min(p.due_on), m.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'still-wanted', m.id::text, m.title, '', m.still_answer_by, m.still_asked_on, 1
      FROM mine m WHERE m.still_asked > 0 ORDER BY m.still_answer_by, m.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'answered', m.id::text, m.title, a.name, NULL::date, a.at::date, a.count
      FROM mine m CROSS JOIN LATERAL (
        SELECT (array_agg(n.name ORDER BY coalesce(p.answered_at, p.due_on) DESC, p.id))[1] AS name,
          max(coalesce(p.answered_at, p.due_on)) AS at, count(DISTINCT n.id)::int AS count
        FROM proposal p JOIN offer o ON o.id = p.offer_id JOIN organisation n ON n.id = o.organisation_id
        WHERE p.request_id = m.id AND NOT p.by_company AND p.state IN ('declined', 'expired')) a
      WHERE m.looks AND NOT m.asks AND a.at >= ${addDays(today, -ANSWERED_DAYS)}::date
      ORDER BY a.at DESC, m.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'ask-somebody', m.id::text, m.title, '', NULL::date, m.created_at::date, 1
      FROM mine m WHERE m.looks AND m.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.request_id = m.id AND p.state IN ('declined', 'expired', 'sent'))
      ORDER BY m.created_at, m.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'member', j.branch_id, u.name, b.name, NULL::date, j.asked_at::date, 1
      FROM school_join_request j JOIN app_user u ON u.id = j.user_id JOIN school_branch b ON b.id = j.branch_id
      WHERE j.branch_id = ANY(${led}::text[]) AND j.user_id <> ${userId}::uuid
      ORDER BY j.asked_at, u.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'report', k.id::text, k.title, k.name, NULL::date, k.date, 1
      FROM promised k WHERE k.state = 'confirmed' AND k.date < ${today}::date ORDER BY k.date, k.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'evaluate', k.id::text, k.title, k.name, k.date + ${EVALUATED_DAYS}::int, k.date, 1
      FROM promised k WHERE k.state = 'done' AND k.date >= ${addDays(today, -EVALUATED_DAYS)}::date
        AND ${notEvaluatedBy('school')}
      ORDER BY k.date, k.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'draft-request', d.id::text, coalesce(d.answers->'title'->>0, ''), '', NULL::date,
        d.updated_at::date, 1
      FROM request_draft d WHERE d.user_id = ${userId}::uuid ORDER BY d.updated_at DESC, d.id LIMIT ${OF_A_KIND})`
  return rows.map(needOf('school'))
}

/** Of a booking `k` in which that side has not said what it thought. */
export function notEvaluatedBy(side: Side): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.booking_id = k.id AND e.party = ${side}::evaluation_party)`
}

export const needOf =
  (side: Side) =>
  ({ dueOn, since, ...row }: Row): Need => ({
    ...row,
    side,
    dueOn: dueOn && asDay(dueOn),
    since: asDay(since),
  })
