/**
 * Requests of schools around that an offer of the company fits and that were not put before it: what it could help with.
 * The same ranking as everywhere decides what fits. Who asks stays unsaid until the school asks itself.
 */
import type { Actor } from '~/authorisation/actor'
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import { distanceKm, type Point } from '~/kernel/geography'
import type { OrganisationId, RegionId } from '~/kernel/ids'
import { rank } from '~/matching/ranking/rank'
import type { RankedRequest, WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { TopicName } from '../../finder/domain/finder-page'
import { NEARBY_KM, NEARBY_SHOWN_MAX } from '../domain/nearby'
import type { FitsOf } from '../domain/text-fits'
import { type RankableOffer, rankableOffers } from './rankable-offers.server'
import type { TextFits } from './text-fits.server'

/** Newest first; a region has some hundreds. */
const LOOKED_AT_MAX = 1_000
const KM_PER_DEGREE = 111.2

export type NearbyRequest = Pick<RankedRequest, 'level' | 'years' | 'tracks'> & {
  readonly id: string
  readonly topic: TopicName | null
  readonly municipality: string
  readonly distanceKm: number
  readonly groups: number
  readonly isWaiting: boolean
  readonly offerTitle: string
}
export type NearbyRequests = {
  /** Most that are looked at: 1,000. */
  readonly count: number
  /** At most five, those that fit best first. */
  readonly shown: readonly NearbyRequest[]
}

const NOTHING: NearbyRequests = { count: 0, shown: [] }

export type RequestsNearbyNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'topic' | 'offer'>
  readonly textFits: TextFits
}

/** Five statements; O(requests × offers of the company). Somebody of no company gets nothing. */
export async function requestsNearby(
  { db, textFits }: RequestsNearbyNeeds,
  actor: Actor,
  now: Date,
): Promise<NearbyRequests> {
  const organisationIds = actor.kind === 'user' ? [...actor.organisations.keys()] : []
  if (organisationIds.length === 0) return NOTHING
  const own = await db.offer.findMany({
    where: { organisationId: { in: organisationIds }, state: 'published' },
    select: { id: true },
    take: 200,
  })
  if (own.length === 0) return NOTHING
  const today = calendarDateOf(now)
  const within = { from: today, until: lastBookableDay(today) }
  const [offers, topics, fitsOf] = await Promise.all([
    rankableOffers(db, { within, now, offerIds: own.map(({ id }) => id) }),
    db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } }),
    textFits(db),
  ])
  if (offers.length === 0) return NOTHING
  const parents = new Map(topics.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId]])))
  const candidates = await candidatesAround(db, fitsOf, { offers, organisationIds })
  const fitting = candidates.flatMap((candidate) => {
    const found = bestOf(candidate, offers, parents)
    return found ? [found] : []
  })
  fitting.sort((a, b) => b.score - a.score || a.km - b.km || (a.candidate.id < b.candidate.id ? -1 : 1))
  return {
    count: fitting.length,
    shown: fitting.slice(0, NEARBY_SHOWN_MAX).map(({ candidate, offer, km }) => ({
      id: candidate.id,
      topic: topics.find(({ id }) => id === candidate.topicIds[0]) ?? null,
      level: candidate.level,
      years: candidate.years,
      tracks: candidate.tracks,
      municipality: candidate.municipality,
      distanceKm: km,
      groups: candidate.groups,
      isWaiting: candidate.isWaiting,
      offerTitle: offer.title,
    })),
  }
}

type Candidate = WordedRequest & {
  readonly id: string
  readonly municipality: string
  readonly groups: number
  readonly isWaiting: boolean
}

/** The offer of the company that fits best within reach, `null` when none does. */
function bestOf(candidate: Candidate, offers: readonly RankableOffer[], parents: TopicParents) {
  const { ranked } = rank(candidate, offers, parents, 'clearing')
  for (const { offer, score } of ranked) {
    const km = distanceKm(candidate.school.point, offer.point)
    if (km <= NEARBY_KM) return { candidate, offer, score, km }
  }
  return null
}

type Row = Omit<Candidate, 'school' | 'period' | 'textFits'> & {
  readonly title: string
  readonly text: string
  readonly lat: number
  readonly lng: number
  readonly regionIds: readonly RegionId[]
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
}

/** Running requests with a group that has no place, in a box around the offers, not yet put before this company. */
async function candidatesAround(
  db: Pick<Db, '$queryRaw'>,
  fitsOf: FitsOf,
  {
    offers,
    organisationIds,
  }: {
    readonly offers: readonly { readonly point: Point; readonly levels: RankableOffer['levels'] }[]
    readonly organisationIds: readonly OrganisationId[]
  },
): Promise<readonly Candidate[]> {
  const lats = offers.map(({ point }) => point.lat)
  const lngs = offers.map(({ point }) => point.lng)
  const dLat = NEARBY_KM / KM_PER_DEGREE
  const dLng = dLat / Math.cos((Math.max(...lats) * Math.PI) / 180)
  const levels = [...new Set(offers.flatMap((offer) => offer.levels.map(({ level }) => level)))]
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.title, r.text, r.kinds::text[] AS kinds, r.topic_ids AS "topicIds", r.level, r.years, r.tracks,
      r.group_size AS "groupSize", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.weekdays,
      r.max_distance_km AS "maxDistanceKm", r.languages, b.lat, b.lng, y.name AS municipality,
      r.waiting_since IS NOT NULL AS "isWaiting", n.left AS groups,
      (SELECT coalesce(array_agg(m.region_id ORDER BY m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds"
    FROM support_request r
    JOIN school_branch b ON b.id = r.branch_id
    JOIN municipality y ON y.code = b.municipality_code
    CROSS JOIN LATERAL (SELECT count(*)::int AS left FROM request_group q
      WHERE q.request_id = r.id AND q.dropped_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM place_claim c WHERE c.group_id = q.id AND c.released_at IS NULL)) n
    WHERE r.state IN ('open', 'proposed', 'waiting') AND n.left > 0 AND r.level = ANY(${levels}::text[])
      AND b.lat BETWEEN ${Math.min(...lats) - dLat} AND ${Math.max(...lats) + dLat}
      AND b.lng BETWEEN ${Math.min(...lngs) - dLng} AND ${Math.max(...lngs) + dLng}
      AND NOT EXISTS (SELECT 1 FROM proposal p JOIN offer o ON o.id = p.offer_id
        WHERE p.request_id = r.id AND o.organisation_id = ANY(${[...organisationIds]}::uuid[]))
    ORDER BY r.opened_at DESC, r.id LIMIT ${LOOKED_AT_MAX}`
  return rows.map(({ lat, lng, regionIds, periodFrom, periodUntil, title, text, ...row }) => ({
    ...row,
    textFits: fitsOf({ title, text }),
    school: { point: { lat, lng }, regionIds },
    period: periodFrom && periodUntil ? { from: asDay(periodFrom), until: asDay(periodUntil) } : null,
  }))
}
