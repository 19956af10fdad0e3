/** The rounds of one's regions, newest first, and where a new one can begin. Four statements. */
import type { Actor } from '~/authorisation/actor'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { RoundState } from '../domain/round-states'
import { boardRegions } from './board-regions.server'

const ROUNDS_PAGE_SIZE = 20

export type RoundListRow = {
  readonly id: string
  readonly state: RoundState
  readonly regionNames: readonly string[]
  readonly createdOn: CalendarDate
  readonly createdBy: string
  /** Groups. */
  readonly waiting: number
  readonly served: number
  readonly firstComeServed: number
  /** Groups of `served` whose place is kept for a later round. */
  readonly later: number
  readonly holds: { readonly open: number; readonly accepted: number; readonly unused: number }
}

export type RoundList = {
  /** Own regions with the groups that wait there: a round can begin with them. */
  readonly mine: readonly { readonly id: string; readonly name: string; readonly groups: number }[]
  readonly rows: readonly RoundListRow[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

type Needs = { readonly db: Pick<Db, '$queryRaw' | 'region'>; readonly clock: Clock }
type Row = Omit<RoundListRow, 'createdOn' | 'holds' | 'regionNames'> & {
  readonly createdAt: Date
  readonly regionIds: readonly string[]
  readonly open: number
  readonly accepted: number
  readonly unused: number
  readonly total: number
}

/** @param page from 1. @throws AppError as `boardRegions`. */
export async function rounds({ db, clock }: Needs, actor: Actor, page: number): Promise<RoundList> {
  const regions = await boardRegions(db, actor, null)
  const now = clock.now()
  const ids = [...regions.ids]
  const [rows, waiting] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT c.id, c.state::text, c.region_ids AS "regionIds", c.created_at AS "createdAt", u.name AS "createdBy",
        (SELECT count(*)::int FROM clearing_assignment a WHERE a.round_id = c.id) AS waiting,
        (c.result->>'served')::int AS served, (c.result->>'firstComeServed')::int AS "firstComeServed",
        coalesce((c.result->>'later')::int, 0) AS later,
        (SELECT count(*)::int FROM hold h WHERE h.round_id = c.id AND h.state = 'offered') AS open,
        (SELECT count(*)::int FROM hold h WHERE h.round_id = c.id AND h.state = 'accepted') AS accepted,
        (SELECT count(*)::int FROM hold h WHERE h.round_id = c.id AND h.state IN ('refused', 'expired', 'withdrawn', 'declined')) AS unused,
        (count(*) OVER ())::int AS total
      FROM clearing_round c LEFT JOIN app_user u ON u.id = c.created_by_id
      WHERE c.region_ids && ${ids}::text[]
      ORDER BY c.created_at DESC, c.id LIMIT ${ROUNDS_PAGE_SIZE} OFFSET ${(page - 1) * ROUNDS_PAGE_SIZE}`,
    db.$queryRaw<{ id: string; groups: number }[]>`
      SELECT m.region_id AS id, count(*)::int AS groups
      FROM support_request r
      JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
      JOIN school_branch b ON b.id = r.branch_id
      JOIN region_municipality m ON m.municipality_code = b.municipality_code AND m.region_id = ANY(${ids}::text[])
        AND m.valid_from <= ${now}::date AND (m.valid_until IS NULL OR m.valid_until > ${now}::date)
      WHERE r.waiting_since IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)
      GROUP BY m.region_id`,
  ])
  const nameOf = new Map(regions.all.map((region) => [region.id, region.name]))
  const groupsOf = new Map(waiting.map((row) => [row.id, row.groups]))
  const isOwn = (id: string) => actor.kind === 'user' && [...actor.regions].some((own) => own === id)
  const total = rows[0]?.total ?? 0
  return {
    mine: regions.all
      .filter((region) => isOwn(region.id))
      .map((region) => ({ ...region, groups: groupsOf.get(region.id) ?? 0 })),
    rows: rows.map(({ createdAt, regionIds, open, accepted, unused, total: _, createdBy, ...row }) => ({
      ...row,
      createdBy: createdBy ?? '',
      regionNames: regionIds.map((id) => nameOf.get(id) ?? id),
      createdOn: calendarDateOf(createdAt),
      holds: { open, accepted, unused },
    })),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / ROUNDS_PAGE_SIZE)),
  }
}
