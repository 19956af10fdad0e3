/**
 * Running requests of schools around the offers of a company that were not put before it, as ranking sees them, and which
 * of its offers fits each best. Both places that tell a company what schools around ask begin here.
 */
import type { Actor } from '~/authorisation/actor'
import { addDays, type CalendarDate, calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import { distanceKm, type Point } from '~/kernel/geography'
import type { OrganisationId, RegionId } from '~/kernel/ids'
import { type Ranked, rank } from '~/matching/ranking/rank'
import type { ClassLesson, WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import { historyOfBranch } from '~/platform/db/class-history.server'
import type { Db } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { TopicName } from '../../finder/domain/finder-page'
import { OFFERED_AGAIN_DAYS } from '../../proposals/domain/offered'
import { NEARBY_KM } from '../domain/nearby'
import type { FitsOf } from '../domain/text-fits'
import { type RankableOffer, rankableOffers } from './rankable-offers.server'
import type { TextFits } from './text-fits.server'

/** Newest first; a region has some hundreds. */
const LOOKED_AT_MAX = 1_000
const OWN_OFFERS_MAX = 200
const KM_PER_DEGREE = 111.2

export type NearbyNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'topic' | 'offer'>
  readonly textFits: TextFits
}

type Candidate = WordedRequest & {
  readonly id: string
  /** For the program alone: it never leaves the server. */
  readonly branchId: string
  readonly municipality: {
    readonly code: string
    readonly name: string
    /** Its middle: where the school is would name it. */
    readonly point: Point
  }
  /** Groups that have no place yet. */
  readonly groups: number
  /** On which it came on the waiting list; `null`: it is not there. */
  readonly waitingSince: CalendarDate | null
  readonly openedOn: CalendarDate | null
  readonly isDemo: boolean
  /** The school wants no offers for it. */
  readonly refusesOffers: boolean
  /** Offers of companies that wait for the answer of the school. */
  readonly offeredNow: number
}

export type AroundCompany = {
  /** Published offers, whether or not anybody may find them yet. */
  readonly published: number
  /** Those of them that schools find. */
  readonly offers: readonly RankableOffer[]
  readonly candidates: readonly Candidate[]
  readonly topics: readonly TopicName[]
  readonly parents: TopicParents
}

const NOTHING: AroundCompany = {
  published: 0,
  offers: [],
  candidates: [],
  topics: [],
  parents: new Map(),
}

/** Five statements, two more after an offer changed. Somebody of no company gets nothing. @param onlyId of one request. */
export async function aroundCompany(
  { db, textFits }: NearbyNeeds,
  actor: Actor,
  now: Date,
  onlyId: string | null = null,
): Promise<AroundCompany> {
  const organisationIds = actor.kind === 'user' ? [...actor.organisations.keys()] : []
  if (organisationIds.length === 0) return NOTHING
  const own = await db.offer.findMany({
    where: { organisationId: { in: organisationIds }, state: 'published' },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: OWN_OFFERS_MAX,
  })
  if (own.length === 0) return NOTHING
  const today = calendarDateOf(now)
  const within = { from: today, until: lastBookableDay(today) }
  const [offers, topics, fitsOf] = await Promise.all([
    rankableOffers(db, { within, now, offerIds: own.map(({ id }) => id) }),
    db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } }),
    textFits(db),
  ])
  if (offers.length === 0) return { ...NOTHING, published: own.length }
  const parents = new Map(topics.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId]])))
  const candidates = await candidatesAround(db, fitsOf, { offers, organisationIds, today, onlyId })
  return { published: own.length, offers, candidates, topics, parents }
}

export type NearbyFit = Pick<Ranked<RankableOffer>, 'offer' | 'score'> & {
  readonly candidate: Candidate
  /** Between school and company, whoever travels. */
  readonly km: number
}

/** @returns the offer that fits best within reach, `null` when none does. O(offers). */
export function bestNearby(
  candidate: Candidate,
  offers: readonly RankableOffer[],
  parents: TopicParents,
): NearbyFit | null {
  const { ranked } = rank(candidate, offers, parents, 'clearing')
  for (const { offer, score } of ranked) {
    const km = distanceKm(candidate.school.point, offer.point)
    if (km <= NEARBY_KM) return { candidate, offer, score, km }
  }
  return null
}

type Row = Omit<
  Candidate,
  'school' | 'period' | 'textFits' | 'municipality' | 'waitingSince' | 'openedOn'
> & {
  readonly title: string
  readonly text: string
  readonly lat: number
  readonly lng: number
  readonly regionIds: readonly RegionId[]
  readonly history: readonly ClassLesson[]
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
  readonly waitingSince: Date | null
  readonly openedAt: Date | null
  readonly code: string
  readonly name: string
  readonly middleLat: number
  readonly middleLng: number
}

type Around = {
  readonly offers: readonly Pick<RankableOffer, 'point' | 'levels'>[]
  readonly organisationIds: readonly OrganisationId[]
  readonly today: CalendarDate
  /** This request alone, whatever stood between it and the company; `null`: all. */
  readonly onlyId: string | null
}

/**
 * Running requests with a group that has no place, in a box around the offers, that this company was not asked for and
 * offered nothing to, or nothing lately that the school let pass.
 */
async function candidatesAround(
  db: Pick<Db, '$queryRaw'>,
  fitsOf: FitsOf,
  { offers, organisationIds, today, onlyId }: Around,
): Promise<readonly Candidate[]> {
  const again = addDays(today, 1 - OFFERED_AGAIN_DAYS)
  const lats = offers.map(({ point }) => point.lat)
  const lngs = offers.map(({ point }) => point.lng)
  const dLat = NEARBY_KM / KM_PER_DEGREE
  const dLng = dLat / Math.cos((Math.max(...lats) * Math.PI) / 180)
  const levels = [...new Set(offers.flatMap((offer) => offer.levels.map(({ level }) => level)))]
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.branch_id AS "branchId", r.title, r.text, r.kinds::text[] AS kinds, r.topic_ids AS "topicIds", r.level, r.years, r.tracks,
      r.group_size AS "groupSize", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.weekdays,
      r.max_distance_km AS "maxDistanceKm", r.languages, r.is_demo AS "isDemo", r.refuses_offers AS "refusesOffers", b.lat, b.lng, y.code, y.name,
      y.lat AS "middleLat", y.lng AS "middleLng", r.waiting_since AS "waitingSince", r.opened_at AS "openedAt",
      n.left AS groups,
      (SELECT count(*)::int FROM proposal p WHERE p.request_id = r.id AND p.by_company AND p.state = 'sent')
        AS "offeredNow",
      (SELECT coalesce(array_agg(m.region_id ORDER BY m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds",
      ${historyOfBranch(today)} AS history
    FROM support_request r
    JOIN school_branch b ON b.id = r.branch_id
    JOIN municipality y ON y.code = b.municipality_code
    CROSS JOIN LATERAL (SELECT count(*)::int AS left FROM request_group q
      WHERE q.request_id = r.id AND q.dropped_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM place_claim c WHERE c.group_id = q.id AND c.released_at IS NULL)) n
    WHERE r.state IN ('open', 'proposed', 'waiting') AND n.left > 0 AND r.level = ANY(${levels}::text[])
      AND b.lat BETWEEN ${Math.min(...lats) - dLat} AND ${Math.max(...lats) + dLat}
      AND b.lng BETWEEN ${Math.min(...lngs) - dLng} AND ${Math.max(...lngs) + dLng}
      AND CASE WHEN ${onlyId}::uuid IS NOT NULL THEN r.id = ${onlyId}::uuid
        ELSE NOT EXISTS (SELECT 1 FROM proposal p JOIN offer o ON o.id = p.offer_id
          WHERE p.request_id = r.id AND o.organisation_id = ANY(${[...organisationIds]}::uuid[])
            AND (NOT p.by_company OR p.state NOT IN ('withdrawn', 'expired') OR p.sent_at >= ${asDate(again)})) END
    ORDER BY r.opened_at DESC, r.id LIMIT ${LOOKED_AT_MAX}`
  return rows.map((row) => {
    const { lat, lng, regionIds, periodFrom, periodUntil, title, text, ...rest } = row
    const { code, name, middleLat, middleLng, waitingSince, openedAt, history, ...asked } = rest
    return {
      ...asked,
      municipality: { code, name, point: { lat: middleLat, lng: middleLng } },
      waitingSince: waitingSince && calendarDateOf(waitingSince),
      openedOn: openedAt && calendarDateOf(openedAt),
      textFits: fitsOf({ title, text }),
      school: { point: { lat, lng }, regionIds, municipalityCode: code, history },
      period: periodFrom && periodUntil ? { from: asDay(periodFrom), until: asDay(periodUntil) } : null,
    }
  })
}
