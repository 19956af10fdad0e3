/** Offers as the index knows them, in their present state. */

import { offerSlug } from '~/features/finder/domain/offer-address'
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  daysOfSchoolYear,
  lastBookableDay,
  schoolYearOf,
} from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { Db } from '~/platform/db/client.server'
import type { OfferDocument } from '~search/document'
import { type QualityFacts, signalsOf } from '~search/quality'

type Row = Omit<
  OfferDocument,
  'point' | 'publishedAt' | 'lastConfirmedAt' | 'topicIds' | 'openPlaces' | 'openFrom' | 'signals'
> & {
  readonly kind: OfferKind
  readonly location: OfferLocation
  readonly levels: readonly LevelYears[]
  readonly topicIds: readonly string[]
  readonly lat: number
  readonly lng: number
  readonly publishedAt: Date
  readonly lastConfirmedAt: Date | null
} & Omit<QualityFacts, 'openPlaces' | 'monthsSinceConfirmed'>

/**
 * Published offers of verified companies only: what is not among them does not belong in the index. Two statements.
 * @param ids `null`: the next `limit` after `afterId`, by id.
 */
export async function offerDocuments(
  db: Pick<Db, '$queryRaw'>,
  ask: { readonly ids: readonly string[] } | { readonly afterId: string | null; readonly limit: number },
  now: Date,
): Promise<readonly OfferDocument[]> {
  const ids = 'ids' in ask ? [...ask.ids] : null
  const afterId = 'afterId' in ask ? ask.afterId : null
  const limit = 'limit' in ask ? ask.limit : ask.ids.length
  const today = calendarDateOf(now)
  // From the middle of June, people plan for the school year that comes.
  const year = daysOfSchoolYear(schoolYearOf(addDays(today, 45)))
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id, o.slug, o.version AS revision, o.kind::text, o.title, o.summary,
      concat_ws(E'\n', o.goal, o.description, o.preparation, o.follow_up) AS description,
      o.organisation_id AS "organisationId", g.slug AS "organisationSlug", g.name AS "organisationName",
      o.place_name AS "placeName", o.municipality_code AS "municipalityCode", m.name AS "municipalityName",
      m.province AS "provinceName",
      ARRAY(SELECT region_id FROM region_municipality r WHERE r.municipality_code = o.municipality_code
        AND r.valid_from <= ${now}::date AND (r.valid_until IS NULL OR r.valid_until > ${now}::date)
        ORDER BY 1) AS "regionIds",
      ARRAY(SELECT DISTINCT x FROM topic t, unnest(ARRAY[t.id, t.parent_id]) AS x
        WHERE t.id = ANY(o.topic_ids) AND x IS NOT NULL ORDER BY 1) AS "topicIds",
      ARRAY(SELECT DISTINCT x FROM topic t LEFT JOIN topic p ON p.id = t.parent_id, unnest(ARRAY[t.nl, t.en, p.nl, p.en]) AS x
        WHERE t.id = ANY(o.topic_ids) AND x IS NOT NULL ORDER BY 1) AS "topicLabels",
      o.levels, o.subject_ids AS "subjectIds",
      ARRAY(SELECT v.nl FROM vocabulary_term v WHERE v.vocabulary = 'subject' AND v.id = ANY(o.subject_ids)
        ORDER BY 1) AS "subjectLabels",
      o.curriculum_goal_ids AS "curriculumGoalIds", o.profile_ids AS "profileIds", o.network_ids AS "networkIds",
      o.location::text, o.lat, o.lng, o.travel_radius_km AS "travelRadiusKm",
      CASE WHEN cardinality(coalesce(o.service_region_ids, '{}') || coalesce(o.service_municipality_codes, '{}')) > 0
        THEN ARRAY(SELECT r.municipality_code FROM region_municipality r WHERE r.region_id = ANY(o.service_region_ids)
            AND r.valid_from <= ${now}::date AND (r.valid_until IS NULL OR r.valid_until > ${now}::date)
          UNION SELECT unnest(o.service_municipality_codes) ORDER BY 1) END AS "servedMunicipalityCodes",
      o.group_size_max AS "groupSizeMax",
      o.duration_minutes AS "durationMinutes", o.cost_cents AS "costCents", o.languages, o.girls_focus AS "girlsFocus",
      o.programme, o.weekdays, o.is_demo AS "isDemo",
      (SELECT json_build_object('alt', p.alt, 'altEn', p.alt_en, 'credit', p.credit, 'sizes', p.sizes)
        FROM offer_picture p WHERE p.offer_id = o.id ORDER BY p.position LIMIT 1) AS cover,
      (SELECT json_build_object('licence', j.licence, 'names', (
          SELECT json_agg(coalesce(x.name, b2.name) ORDER BY w.branch_id IS NOT NULL, w.asked_at, w.id)
          FROM project_member w LEFT JOIN organisation x ON x.id = w.organisation_id
          LEFT JOIN school_branch b2 ON b2.id = w.branch_id WHERE w.project_id = j.id AND w.is_credited))
        FROM project j WHERE j.result_offer_id = o.id) AS together,
      o.published_at AS "publishedAt", o.last_confirmed_at AS "lastConfirmedAt",
      coalesce(a.asked, 0) AS asked, coalesce(a.answered, 0) AS answered, coalesce(a.lately, 0) AS "askedLately"
    FROM offer o
    JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
    JOIN municipality m ON m.code = o.municipality_code
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.state NOT IN ('withdrawn', 'passed'))::int AS asked,
        count(*) FILTER (WHERE p.state IN ('accepted', 'declined'))::int AS answered,
        count(*) FILTER (WHERE p.sent_at > ${now}::timestamptz - interval '30 days')::int AS lately
      FROM proposal p JOIN offer other ON other.id = p.offer_id
      WHERE other.organisation_id = o.organisation_id AND NOT p.by_company
        AND p.sent_at > ${now}::timestamptz - interval '12 months'
    ) a ON true
    WHERE o.state = 'published' AND (${ids}::uuid[] IS NULL OR o.id = ANY(${ids}::uuid[]))
      AND (${afterId}::uuid IS NULL OR o.id > ${afterId}::uuid)
    ORDER BY o.id LIMIT ${limit}`
  const places = await readPlaces(
    db,
    rows.map(({ id }) => id),
    { today, until: year.until },
  )
  return rows.map((row) => documentOf(row, now, places.get(row.id) ?? NO_LIMIT))
}

/** `open`: in the school year that people plan for; `from`: the first day with a place of each month that has one. */
type Places = { readonly open: number | null; readonly from: readonly CalendarDate[] | null }

const NO_LIMIT: Places = { open: null, from: null }

/** What is open of each of these offers; one that is not among them has no limit. */
async function readPlaces(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly string[],
  { today, until }: { readonly today: CalendarDate; readonly until: CalendarDate },
): Promise<ReadonlyMap<string, Places>> {
  if (ids.length === 0) return new Map()
  const last = lastBookableDay(today)
  const rows = await db.$queryRaw<({ id: string } & Places)[]>`
    WITH asked AS (SELECT ${[...ids]}::uuid[] AS ids), year AS (
      SELECT offer_id AS id, sum(open)::int AS open FROM asked, open_slots(${today}::date, ${until}::date, asked.ids) GROUP BY 1
    ), month AS (
      SELECT f.offer_id AS id, date_trunc('month', d.first) AS month, min(f.first_day)::text AS day
      FROM asked, generate_series(date_trunc('month', ${today}::date), ${last}::date, interval '1 month') AS d(first)
      CROSS JOIN LATERAL open_slots(greatest(d.first::date, ${today}::date), (d.first + interval '1 month')::date - 1, asked.ids) f
      WHERE f.open > 0 GROUP BY 1, 2
    )
    SELECT y.id, y.open, ARRAY(SELECT m.day FROM month m WHERE m.id = y.id ORDER BY m.month) AS from FROM year y`
  return new Map(rows.map(({ id, ...places }) => [id, places]))
}

const MONTH_MS = (365.25 / 12) * 86_400_000

function documentOf(row: Row, now: Date, places: Places): OfferDocument {
  const { lat, lng, publishedAt, lastConfirmedAt, asked, answered, askedLately, ...same } = row
  const confirmedAt = lastConfirmedAt ?? publishedAt
  return {
    ...same,
    slug: offerSlug(row.slug, row.id),
    point: row.location === 'online' || row.location === 'download' ? null : { lat, lng },
    publishedAt: publishedAt.toISOString(),
    lastConfirmedAt: lastConfirmedAt?.toISOString() ?? null,
    openPlaces: places.open,
    openFrom: places.from,
    signals: signalsOf({
      asked,
      answered,
      askedLately,
      monthsSinceConfirmed: Math.max(0, now.getTime() - confirmedAt.getTime()) / MONTH_MS,
      openPlaces: places.open,
    }),
  }
}

/** All of them, by the thousand: what a rebuild is fed with. */
export async function* allOfferDocuments(
  db: Pick<Db, '$queryRaw'>,
  now: Date,
): AsyncGenerator<readonly OfferDocument[]> {
  let afterId: string | null = null
  for (;;) {
    const batch: readonly OfferDocument[] = await offerDocuments(db, { afterId, limit: 1000 }, now)
    if (batch.length > 0) yield batch
    const last = batch.at(-1)
    if (!last || batch.length < 1000) return
    afterId = last.id
  }
}
