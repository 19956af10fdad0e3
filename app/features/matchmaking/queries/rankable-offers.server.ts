/** Published offers of verified companies as ranking and clearing see them. */
import type { Span } from '~/kernel/calendar'
import type { Level, LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { OrganisationId } from '~/kernel/ids'
import { attentionShare } from '~/kernel/standing'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { Db, Tx } from '~/platform/db/client.server'

export type RankableOffer = RankedOffer & {
  readonly slug: string
  readonly title: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly placeName: string
  readonly costCents: number
  readonly durationMinutes: number | null
}

export type RankableWish = {
  /** Offers for this level only: it is the one thing that a school cannot change. */
  readonly level?: Level
  /** Days in which an open place must lie. */
  readonly within: Span
  readonly now: Date
  /** Only these. */
  readonly offerIds?: readonly string[]
}

type Row = Omit<RankableOffer, 'point' | 'available' | 'exposure' | 'levels' | 'kind' | 'location'> & {
  readonly lat: number
  readonly lng: number
  readonly kind: OfferKind
  readonly location: OfferLocation
  readonly levels: readonly LevelYears[]
  readonly askedLately: number
}

/** One statement, in the order of the ids. */
export async function rankableOffers(
  db: Pick<Db | Tx, '$queryRaw'>,
  wish: RankableWish,
): Promise<readonly RankableOffer[]> {
  const levelFilter = wish.level === undefined ? null : JSON.stringify([{ level: wish.level }])
  const rows = await db.$queryRaw<Row[]>`
    WITH answers AS (
      SELECT o.organisation_id,
        count(*) FILTER (WHERE p.state NOT IN ('withdrawn', 'passed'))::int AS asked,
        count(*) FILTER (WHERE p.state IN ('accepted', 'declined'))::int AS answered,
        count(*) FILTER (WHERE p.sent_at > ${wish.now}::timestamptz - interval '30 days')::int AS lately
      FROM proposal p JOIN offer o ON o.id = p.offer_id
      WHERE NOT p.by_company AND p.sent_at > ${wish.now}::timestamptz - interval '12 months'
      GROUP BY o.organisation_id
    ), regions AS (
      SELECT municipality_code, array_agg(region_id ORDER BY region_id) AS ids FROM region_municipality
      WHERE valid_from <= ${wish.now}::date AND (valid_until IS NULL OR valid_until > ${wish.now}::date)
      GROUP BY municipality_code
    ), open AS (
      SELECT offer_id, sum(open)::int AS places
      FROM open_slots(${wish.within.from}::date, ${wish.within.until}::date, ${wish.offerIds ? [...wish.offerIds] : null}::uuid[])
      GROUP BY offer_id
    )
    SELECT o.id, o.slug, o.title, o.kind::text, o.topic_ids AS "topicIds", o.levels, o.location::text, o.lat, o.lng,
      coalesce(r.ids, '{}') AS "regionIds", o.travel_radius_km AS "travelRadiusKm",
      coalesce(o.service_region_ids, '{}') AS "serviceRegionIds",
      coalesce(o.service_municipality_codes, '{}') AS "serviceMunicipalityCodes", o.group_size_max AS "groupSizeMax", o.weekdays, o.languages,
      open.places AS "openPlaces", coalesce(a.asked, 0) AS asked, coalesce(a.answered, 0) AS answered,
      coalesce(a.lately, 0) AS "askedLately", o.organisation_id AS "organisationId", g.name AS "organisationName",
      o.place_name AS "placeName", o.cost_cents AS "costCents", o.duration_minutes AS "durationMinutes",
      (greatest(0, extract(epoch FROM ${wish.now}::timestamptz - coalesce(o.last_confirmed_at, o.published_at)))
        / 2629800)::float8 AS "monthsSinceConfirmed"
    FROM offer o
    JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
    LEFT JOIN answers a ON a.organisation_id = o.organisation_id
    LEFT JOIN regions r ON r.municipality_code = o.municipality_code
    LEFT JOIN open ON open.offer_id = o.id
    WHERE o.state = 'published'
      AND (${levelFilter}::jsonb IS NULL OR o.levels @> ${levelFilter}::jsonb)
      AND (${wish.offerIds ? [...wish.offerIds] : null}::uuid[] IS NULL OR o.id = ANY(${wish.offerIds ? [...wish.offerIds] : null}::uuid[]))
    ORDER BY o.id`
  return rows.map(({ lat, lng, askedLately, ...row }) => ({
    ...row,
    point: { lat, lng },
    available: null,
    exposure: attentionShare(askedLately),
  }))
}
