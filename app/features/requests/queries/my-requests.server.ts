/** The requests of the reader's schools, what needs them now first. */
import type { Actor } from '~/authorisation/actor'
import type { CalendarDate } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import { type NextAction, nextAction } from '../domain/next-action'
import type { RequestState } from '../domain/request-state'

const REQUESTS_A_PAGE = 20

export type RequestRow = {
  readonly id: string
  readonly title: string
  readonly state: RequestState
  readonly schoolName: string
  readonly groups: number
  readonly placed: number
  readonly openProposals: number
  readonly action: NextAction
  readonly isDemo: boolean
}

export type MyRequests = {
  readonly rows: readonly RequestRow[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
  readonly hasMoreSchools: boolean
}

type Found = Omit<RequestRow, 'action'> & {
  heldGroups: number
  datesToAgree: number
  offered: number
  total: number
}

/** One statement; a page beyond the last is empty. @returns `null` for somebody of no school. @throws AppError 401. */
export async function myRequests(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  today: CalendarDate,
  asked: number,
): Promise<MyRequests | null> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (actor.schools.size === 0) return null
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), 10_000)
  const rows = await db.$queryRaw<Found[]>`
    WITH mine AS (
      SELECT r.id, r.title, r.state::text, b.name AS "schoolName", r.is_demo AS "isDemo", r.created_at,
        (SELECT count(*)::int FROM proposal p
          WHERE p.request_id = r.id AND NOT p.by_company
            AND p.state IN ('sent', 'viewed', 'considering')) AS "openProposals",
        (SELECT count(*)::int FROM proposal p JOIN offer o ON o.id = p.offer_id AND o.state = 'published'
          WHERE p.request_id = r.id AND p.by_company AND p.state = 'sent' AND p.due_on >= ${today}::date
            AND r.state IN ('open', 'proposed', 'waiting')) AS offered,
        g.groups, g.placed, g."heldGroups", g."datesToAgree"
      FROM support_request r JOIN school_branch b ON b.id = r.branch_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS groups, count(k.id)::int AS placed,
          count(h.id) FILTER (WHERE k.id IS NULL)::int AS "heldGroups",
          count(k.id) FILTER (WHERE k.state = 'confirmed' AND k.date IS NULL)::int AS "datesToAgree"
        FROM request_group q
        LEFT JOIN place_claim c ON c.group_id = q.id AND c.released_at IS NULL
        LEFT JOIN booking k ON k.claim_id = c.id
        LEFT JOIN hold h ON h.claim_id = c.id
        WHERE q.request_id = r.id AND q.dropped_at IS NULL
      ) g
      WHERE r.branch_id = ANY(${[...actor.schools.keys()]}::text[])
    )
    SELECT *, count(*) OVER ()::int AS total FROM mine
    ORDER BY CASE WHEN "heldGroups" > 0 THEN 0 WHEN "datesToAgree" > 0 THEN 1
        WHEN offered > 0 THEN 1 WHEN state IN ('open', 'draft') THEN 2
        WHEN state = 'proposed' THEN 3 WHEN state = 'waiting' THEN 4 WHEN state = 'booked' THEN 5 ELSE 6 END,
      created_at DESC, id
    LIMIT ${REQUESTS_A_PAGE} OFFSET ${(page - 1) * REQUESTS_A_PAGE}`
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      schoolName: row.schoolName,
      groups: row.groups,
      placed: row.placed,
      openProposals: row.openProposals,
      action: nextAction(row),
      isDemo: row.isDemo,
    })),
    total,
    page,
    pageCount: Math.max(page, Math.ceil(total / REQUESTS_A_PAGE)),
    hasMoreSchools: actor.schools.size > 1,
  }
}
