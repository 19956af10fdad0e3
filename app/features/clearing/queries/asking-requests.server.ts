/** Requests with their school and what they ask, for the waiting list and for the rows of a round. One statement. */
import { Prisma } from '~/generated/prisma/client'
import { addDays, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { WaitingReason } from '../../requests/domain/request'
import { type AskingRequest, weeksBetween } from '../domain/asking'
import { OWNER_NOBODY, type SchoolSector, type WaitingDue, type WaitingSort } from '../domain/waiting-filter'
import {
  type AskedRow,
  askedColumns,
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
  readonly sector?: SchoolSector | null
  /** Id of who follows it, or that nobody does. */
  readonly owner?: string | typeof OWNER_NOBODY | null
  readonly due?: WaitingDue | null
  /** Whole weeks that it waits at least. */
  readonly weeks?: number | null
  readonly sort?: WaitingSort
  readonly limit: number
  readonly offset?: number
}

type Row = Omit<AskingRequest, 'request' | 'waitingWeeks' | 'dueOn'> &
  AskedRow & {
    readonly waitingSince: Date | null
    readonly dueOn: Date | null
    readonly total: number
    readonly waitingReason: WaitingReason | null
  }

const LONGEST = Prisma.sql`r.waiting_since NULLS LAST, r.id`
const ORDERS: Readonly<Record<WaitingSort, Prisma.Sql>> = {
  longest: LONGEST,
  newest: Prisma.sql`r.waiting_since DESC NULLS LAST, r.id`,
  due: Prisma.sql`f.due_on NULLS LAST, ${LONGEST}`,
  groups: Prisma.sql`s.left DESC, ${LONGEST}`,
  place: Prisma.sql`b.place_name COLLATE "nl-x-icu", ${LONGEST}`,
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
  const { level = null, topicId = null, reason = null, limit, offset = 0, sort = 'longest' } = filter
  const rows = await db.$queryRaw<Row[]>`
    WITH ${membershipOn(now)}, standing AS (
      SELECT g.request_id, count(*)::int AS groups, count(*) FILTER (WHERE c.id IS NULL)::int AS left
      FROM request_group g LEFT JOIN place_claim c ON c.group_id = g.id AND c.released_at IS NULL
      WHERE g.dropped_at IS NULL GROUP BY g.request_id
    )
    SELECT r.id, r.title, r.text, b.id AS "schoolId", b.name AS "schoolName", b.place_name AS "placeName", b.sector::text AS sector, s.groups,
      s.left AS "groupsLeft", r.waiting_since AS "waitingSince", r.waiting_reason::text AS "waitingReason",
      u.name AS "ownerName", f.due_on AS "dueOn",
      (SELECT n.text FROM request_note n WHERE n.request_id = r.id ORDER BY n.created_at DESC, n.id LIMIT 1) AS note,
      r.is_urgent AS "isUrgent", r.all_or_none AS "allOrNone", r.may_share AS "mayShare", r.is_demo AS "isDemo", (count(*) OVER ())::int AS total, ${askedColumns(now)},
      ${refusedOffers(OF_ITS_GROUPS)} AS "refusedOfferIds"
    FROM support_request r
    JOIN standing s ON s.request_id = r.id
    JOIN school_branch b ON b.id = r.branch_id
    CROSS JOIN membership m
    LEFT JOIN request_follow_up f ON f.request_id = r.id
    LEFT JOIN app_user u ON u.id = f.owner_id
    WHERE (${ids}::uuid[] IS NULL OR r.id = ANY(${ids}::uuid[]))
      AND (${regions}::text[] IS NULL OR (r.waiting_since IS NOT NULL AND s.left > 0 AND ${REGIONS_OF_BRANCH} ?| ${regions}::text[]))
      AND (${level}::text IS NULL OR r.level = ${level}::text)
      AND (${topicId}::text IS NULL OR EXISTS (SELECT 1 FROM topic t
        WHERE t.id = ANY(r.topic_ids) AND (t.id = ${topicId}::text OR t.parent_id = ${topicId}::text)))
      AND (${reason}::text IS NULL OR r.waiting_reason::text = ${reason}::text)
      AND ${followed(filter, now)}
    ORDER BY ${ORDERS[sort]} LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map((row) => askingOf(row, now)), total: rows[0]?.total ?? 0 }
}

/** What coordinators ask beside the request itself: of which kind of school, who follows it, when again, how old. */
function followed({ sector = null, owner = null, due = null, weeks = null }: AskingFilter, now: Date) {
  const today = calendarDateOf(now)
  const ownerId = owner === OWNER_NOBODY ? null : owner
  const until = due === 'now' ? today : due === 'week' ? addDays(today, 7) : null
  const since = weeks === null ? null : new Date(now.getTime() - weeks * 7 * 86_400_000)
  return Prisma.sql`(${sector}::text IS NULL OR b.sector::text = ${sector}::text)
      AND (${ownerId}::uuid IS NULL OR f.owner_id = ${ownerId}::uuid)
      AND (${owner !== OWNER_NOBODY} OR f.owner_id IS NULL)
      AND (${until}::date IS NULL OR f.due_on <= ${until}::date)
      AND (${due !== 'none'} OR f.due_on IS NULL)
      AND (${since}::timestamptz IS NULL OR r.waiting_since <= ${since}::timestamptz)`
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
    sector: row.sector,
    regionIds,
    groups,
    groupsLeft,
    waitingWeeks: row.waitingSince && weeksBetween(row.waitingSince, now),
    waitingReason: row.waitingReason,
    ownerName: row.ownerName,
    dueOn: row.dueOn && asDay(row.dueOn),
    note: row.note,
    isUrgent: row.isUrgent,
    allOrNone: row.allOrNone,
    mayShare: row.mayShare,
    isDemo: row.isDemo,
    refusedOfferIds: row.refusedOfferIds,
    request: askedOf(row),
  }
}
