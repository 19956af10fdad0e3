/** Requests with their school and what they ask, for the waiting list and for the rows of a round. One statement. */
import { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import type { WaitingReason } from '../../requests/domain/request'
import { type AskingRequest, weeksBetween } from '../domain/asking'
import {
  ASKED_COLUMNS,
  type AskedRow,
  askedOf,
  membershipOn,
  REGIONS_OF_BRANCH,
  refusedOffers,
} from './asked-row.server'

export type AskingFilter = {
  /** Only those that wait with a group without a place, of schools in these regions, the longest waiting first. */
  readonly waitingIn?: readonly string[]
  /** Only these, in any order. */
  readonly ids?: readonly string[]
  readonly level?: string | null
  readonly topicId?: string | null
  readonly reason?: string | null
  readonly limit: number
  readonly offset?: number
}

type Row = Omit<AskingRequest, 'request' | 'waitingWeeks'> &
  AskedRow & {
    readonly waitingSince: Date | null
    readonly total: number
    readonly waitingReason: WaitingReason | null
  }

const OF_ITS_GROUPS = Prisma.sql`d.group_id IN (SELECT x.id FROM request_group x WHERE x.request_id = r.id)`

/** @returns the rows of the page, and how many there are in all. */
export async function askingRequests(
  db: Pick<Db, '$queryRaw'>,
  now: Date,
  filter: AskingFilter,
): Promise<{ readonly rows: readonly AskingRequest[]; readonly total: number }> {
  const regions = filter.waitingIn ? [...filter.waitingIn] : null
  const ids = filter.ids ? [...filter.ids] : null
  const { level = null, topicId = null, reason = null, limit, offset = 0 } = filter
  const rows = await db.$queryRaw<Row[]>`
    WITH ${membershipOn(now)}, standing AS (
      SELECT g.request_id, count(*)::int AS groups, count(*) FILTER (WHERE c.id IS NULL)::int AS left
      FROM request_group g LEFT JOIN place_claim c ON c.group_id = g.id AND c.released_at IS NULL
      WHERE g.dropped_at IS NULL GROUP BY g.request_id
    )
    SELECT r.id, r.title, r.text, b.id AS "schoolId", b.name AS "schoolName", b.place_name AS "placeName", s.groups,
      s.left AS "groupsLeft", r.waiting_since AS "waitingSince", r.waiting_reason::text AS "waitingReason",
      r.is_urgent AS "isUrgent", r.is_demo AS "isDemo", (count(*) OVER ())::int AS total, ${ASKED_COLUMNS},
      ${refusedOffers(OF_ITS_GROUPS)} AS "refusedOfferIds"
    FROM support_request r
    JOIN standing s ON s.request_id = r.id
    JOIN school_branch b ON b.id = r.branch_id
    CROSS JOIN membership m
    WHERE (${ids}::uuid[] IS NULL OR r.id = ANY(${ids}::uuid[]))
      AND (${regions}::text[] IS NULL OR (r.waiting_since IS NOT NULL AND s.left > 0 AND ${REGIONS_OF_BRANCH} ?| ${regions}::text[]))
      AND (${level}::text IS NULL OR r.level = ${level}::text)
      AND (${topicId}::text IS NULL OR EXISTS (SELECT 1 FROM topic t
        WHERE t.id = ANY(r.topic_ids) AND (t.id = ${topicId}::text OR t.parent_id = ${topicId}::text)))
      AND (${reason}::text IS NULL OR r.waiting_reason::text = ${reason}::text)
    ORDER BY r.waiting_since NULLS LAST, r.id LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map((row) => askingOf(row, now)), total: rows[0]?.total ?? 0 }
}

function askingOf(row: Row, now: Date): AskingRequest {
  const { id, title, text, schoolId, schoolName, placeName, regionIds, groups, groupsLeft } = row
  return {
    id,
    title,
    text,
    schoolId,
    schoolName,
    placeName,
    regionIds,
    groups,
    groupsLeft,
    waitingWeeks: row.waitingSince && weeksBetween(row.waitingSince, now),
    waitingReason: row.waitingReason,
    isUrgent: row.isUrgent,
    isDemo: row.isDemo,
    refusedOfferIds: row.refusedOfferIds,
    request: askedOf(row),
  }
}
