/** What a request asks, as columns of a statement and as ranking sees it: read alike for the waiting list and for a round. */
import { Prisma } from '~/generated/prisma/client'
import { calendarDateOf } from '~/kernel/calendar'
import type { Level, OfferKind, VmboTrack } from '~/kernel/education'
import type { ClassLesson, RankedRequest } from '~/matching/ranking/subjects'
import { historyOfBranch } from '~/platform/db/class-history.server'
import { asDay } from '~/platform/db/dates.server'

/**
 * Regions of each municipality on a day, for `WITH`: one row with all of them, so that no row of the rest makes the
 * database look through them again, whatever it expected of their number.
 */
export const membershipOn = (now: Date) => Prisma.sql`membership AS MATERIALIZED (
  SELECT coalesce(jsonb_object_agg(municipality_code, ids), '{}') AS by_code FROM (
    SELECT municipality_code, array_agg(region_id ORDER BY region_id) AS ids FROM region_municipality
    WHERE valid_from <= ${now}::date AND (valid_until IS NULL OR valid_until > ${now}::date)
    GROUP BY municipality_code
  ) AS each
)`

/** Regions of `school_branch b` by `membership m`, as JSON: none when it lies in no region. */
export const REGIONS_OF_BRANCH = Prisma.sql`coalesce(m.by_code -> b.municipality_code, '[]')`

/** Of `support_request r`, its `school_branch b` and `membership m`. */
export const askedColumns = (
  now: Date,
) => Prisma.sql`r.kinds::text[] AS kinds, r.topic_ids AS "topicIds", r.level, r.years, r.tracks,
  r.group_size AS "groupSize", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.weekdays,
  r.max_distance_km AS "maxDistanceKm", r.languages, b.lat, b.lng, ${REGIONS_OF_BRANCH} AS "regionIds",
  b.municipality_code AS "municipalityCode", ${historyOfBranch(calendarDateOf(now))} AS history`

export type AskedRow = {
  readonly kinds: readonly OfferKind[]
  readonly topicIds: readonly string[]
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
  readonly groupSize: number
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
  readonly weekdays: readonly number[]
  readonly maxDistanceKm: number | null
  readonly languages: readonly string[]
  readonly lat: number
  readonly lng: number
  readonly regionIds: readonly string[]
  readonly municipalityCode: string
  readonly history: readonly ClassLesson[]
}

export function askedOf(row: AskedRow): RankedRequest {
  const { kinds, topicIds, level, years, tracks, maxDistanceKm, groupSize, weekdays, languages } = row
  const { regionIds, municipalityCode, history } = row
  const school = { point: { lat: row.lat, lng: row.lng }, regionIds, municipalityCode, history }
  const period =
    row.periodFrom && row.periodUntil ? { from: asDay(row.periodFrom), until: asDay(row.periodUntil) } : null
  return {
    ...{ kinds, topicIds, level, years, tracks, school, maxDistanceKm, groupSize, weekdays, period },
    languages,
  }
}

/**
 * Offers that a group is not given (again): it let them go, the company said no to its request or cancelled,
 * or the school said no when the company offered it.
 * @param group SQL that says which holds are meant, of `hold d`.
 */
export const refusedOffers = (group: Prisma.Sql) => Prisma.sql`ARRAY(
  SELECT d.offer_id::text FROM hold d LEFT JOIN booking k ON k.claim_id = d.claim_id
  WHERE ${group} AND (d.state IN ('refused', 'expired', 'declined')
    OR (k.state = 'cancelled' AND k.cancelled_by = 'company'))
  UNION SELECT p.offer_id::text FROM proposal p WHERE p.request_id = r.id AND (p.state = 'declined'
    OR EXISTS (SELECT 1 FROM booking k WHERE k.proposal_id = p.id AND k.state = 'cancelled' AND k.cancelled_by = 'company'))
  ORDER BY 1)`
