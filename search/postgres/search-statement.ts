/** The one statement of a search. Every value is a parameter; nothing typed becomes SQL. */
import { levelKey } from '../level-keys'
import type { FacetName, SearchFilters, SearchQuery } from '../query'
import type { TextQuestion } from './text-question'

type Statement = { readonly sql: string; readonly values: readonly unknown[] }

/** Weights of body, summary, topics, title in `ts_rank`. */
const WEIGHTS = '{0.08, 0.35, 0.6, 1.0}'
/** A word that is found by another spelling or a synonym counts this much. */
const WIDER = 0.6
/** A document must have this share of the rarity of all words, and this share of what the best has. */
const LEAST_SHARE = 0.4
const SHARE_OF_BEST = 0.6
/** What is left of the relevance where the typed level or kind does not fit. */
const OTHER_LEVEL = 0.25
const OTHER_KIND = 0.7

/** Filter → the condition on `search_document d`; a facet leaves out its own. */
type Conditions = Partial<Record<FacetName | 'organisation', string>>

export function searchStatement(
  query: SearchQuery,
  text: TextQuestion | null,
  offset: number,
  limit: number,
): Statement {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = conditionsOf(query.filters ?? {}, bind)
  const near = query.near
  const km = near
    ? `2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(d.lat - ${bind(near.point.lat)}::float8) / 2), 2)
        + cos(radians(${bind(near.point.lat)}::float8)) * cos(radians(d.lat))
        * power(sin(radians(d.lng - ${bind(near.point.lng)}::float8) / 2), 2))))`
    : 'NULL::float8'
  const within =
    near?.radiusKm === undefined
      ? 'true'
      : `(CASE location WHEN 'at-company' THEN km <= ${bind(near.radiusKm)}::float8
           WHEN 'at-school' THEN travel_radius_km IS NULL OR km <= travel_radius_km ELSE true END)`
  const facets = (query.facets ?? []).map((facet) => facetOf(facet, conditions))
  const all = Object.keys(conditions).map((name) => `ok_${name}`)
  const sql = `
    WITH generation AS (SELECT current FROM search_generation WHERE index = 'offers'),
    base AS (
      SELECT d.*, CASE WHEN d.lat IS NULL THEN NULL ELSE ${km} END AS km
      FROM search_document d, generation g
      WHERE d.generation = g.current AND (d.open_places IS NULL OR d.open_places > 0)
    ), ${textOf(text, bind)}
    found AS MATERIALIZED (
      SELECT s.*, ${Object.entries(conditions)
        .map(([name, condition]) => `(${condition}) AS ok_${name}`)
        .concat('true AS ok')
        .join(', ')}
      FROM scored s WHERE ${within}
    ),
    hits AS (SELECT * FROM found WHERE ${['ok', ...all].join(' AND ')}),
    page AS (
      SELECT row_number() OVER (ORDER BY ${orderOf(query, text)}) AS place, document, km FROM hits
      ORDER BY place OFFSET ${bind(offset)}::int LIMIT ${bind(limit)}::int
    )
    SELECT (SELECT count(*)::int FROM hits) AS total,
      (SELECT json_agg(json_build_object('document', document, 'distanceKm', km) ORDER BY place) FROM page) AS hits,
      ${facets.length > 0 ? `json_build_object(${facets.join(', ')})` : 'NULL'} AS facets`
  return { sql, values }
}

function conditionsOf(filters: SearchFilters, bind: (value: unknown) => string): Conditions {
  const conditions: Conditions = {}
  const among = (name: keyof Conditions, column: string, values: readonly string[] | undefined) => {
    if (values && values.length > 0) conditions[name] = `s.${column} = ANY(${bind(values)}::text[])`
  }
  const overlaps = (name: keyof Conditions, column: string, values: readonly string[] | undefined) => {
    if (values && values.length > 0) conditions[name] = `s.${column} && ${bind(values)}::text[]`
  }
  among('kind', 'kind', filters.kinds)
  among('location', 'location', filters.locations)
  overlaps('level', 'level_keys', filters.levels?.map(levelKey))
  overlaps('topic', 'topic_ids', filters.topicIds)
  overlaps('subject', 'subject_ids', filters.subjectIds)
  overlaps('curriculumGoal', 'curriculum_ids', filters.curriculumGoalIds)
  overlaps('network', 'network_ids', filters.networkIds)
  overlaps('language', 'languages', filters.languages)
  if (filters.free) conditions.free = 's.cost_cents = 0'
  if (filters.girlsFocus) conditions.girlsFocus = 's.girls_focus'
  if (filters.organisationId)
    conditions.organisation = `s.organisation_id = ${bind(filters.organisationId)}::uuid`
  return conditions
}

/** `words`: what is looked for with its rarity; `scored`: the documents that have enough of it. */
function textOf(text: TextQuestion | null, bind: (value: unknown) => string): string {
  const levels = text?.levelKeys.length ? `s.level_keys && ${bind(text.levelKeys)}::text[]` : 'true'
  const kinds = text?.kinds.length ? `s.kind = ANY(${bind(text.kinds)}::text[])` : 'true'
  const factor = `(CASE WHEN ${levels} THEN 1 ELSE ${OTHER_LEVEL} END) * (CASE WHEN ${kinds} THEN 1 ELSE ${OTHER_KIND} END)`
  if (!text || text.groups.length === 0) {
    // Only a level or a kind is typed: then it is what is asked, not a preference.
    const asked = text ? `WHERE ${levels} AND ${kinds}` : ''
    return `scored AS (SELECT s.*, 1::float8 AS relevance FROM base s ${asked}),`
  }
  const exact = bind(text.groups.map((group) => group.exact))
  const wider = bind(text.groups.map((group) => group.wider))
  return `
    typed AS (
      SELECT n, to_tsquery('schakel_nl', e) AS exact, to_tsquery('schakel_nl', w) AS wider,
        to_tsquery('schakel_nl', e) || to_tsquery('schakel_nl', w) AS either
      FROM unnest(${exact}::text[], ${wider}::text[]) WITH ORDINALITY AS t(e, w, n)
    ), words AS MATERIALIZED (
      SELECT t.*, ln(1 + (SELECT count(*) FROM base)::float8
        / (0.5 + (SELECT count(*) FROM base b WHERE b.tsv @@ t.either))) AS rarity
      FROM typed t WHERE numnode(t.exact) > 0
    ), matched AS (
      SELECT b.generation, b.id, sum(w.rarity) / (SELECT sum(rarity) FROM words) AS share,
        sum(w.rarity * (ts_rank('${WEIGHTS}', b.tsv, w.exact) + ${WIDER} * ts_rank('${WEIGHTS}', b.tsv, w.wider))) AS rank
      FROM base b JOIN words w ON b.tsv @@ w.either
      GROUP BY b.generation, b.id
    ), scored AS (
      SELECT s.*, (m.rank * m.share * ${factor})::float8 AS relevance
      FROM matched m JOIN base s USING (generation, id)
      WHERE m.share >= greatest(${LEAST_SHARE}, ${SHARE_OF_BEST} * (SELECT max(share) FROM matched))
    ),`
}

/** Always ends in the id, so that pages never overlap. */
function orderOf(query: SearchQuery, text: TextQuestion | null): string {
  const newest = 'published_at DESC'
  const nearest = 'km ASC NULLS LAST'
  const sort = query.sort ?? 'relevance'
  if (sort === 'newest') return `${newest}, id`
  if (sort === 'distance')
    return query.near ? `${nearest}, relevance DESC, id` : `relevance DESC, ${newest}, id`
  if (!text) return query.near ? `${nearest}, ${newest}, id` : `${newest}, id`
  // Among equally fitting offers the nearer one; fifty kilometres cost a third of the relevance.
  return query.near
    ? `relevance * (0.6 + 0.4 * exp(-coalesce(km, 15) / 40)) DESC, ${newest}, id`
    : `relevance DESC, ${newest}, id`
}

const COLUMN: Record<FacetName, string> = {
  kind: 'unnest(ARRAY[kind])',
  location: 'unnest(ARRAY[location])',
  level: 'unnest(level_keys)',
  topic: 'unnest(topic_ids)',
  subject: 'unnest(subject_ids)',
  curriculumGoal: 'unnest(curriculum_ids)',
  network: 'unnest(network_ids)',
  language: 'unnest(languages)',
  free: "unnest(CASE WHEN cost_cents = 0 THEN ARRAY['true'] ELSE '{}' END)",
  girlsFocus: "unnest(CASE WHEN girls_focus THEN ARRAY['true'] ELSE '{}' END)",
}

/** Counts with every filter but its own. */
function facetOf(facet: FacetName, conditions: Conditions): string {
  const others = Object.keys(conditions)
    .filter((name) => name !== facet)
    .map((name) => `ok_${name}`)
  return `'${facet}', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY n DESC, value), '[]')
    FROM (SELECT value, count(*)::int AS n FROM found, ${COLUMN[facet]} AS value
      WHERE ${['ok', ...others].join(' AND ')} GROUP BY value) AS f)`
}
