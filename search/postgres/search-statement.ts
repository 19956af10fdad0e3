/** The one statement of a search. Every value is a parameter; nothing typed becomes SQL. */
import { NEARNESS } from '../explanation'
import { levelKey } from '../level-keys'
import { monthsOfPeriod } from '../months'
import { written, writtenBounds } from '../point'
import { FACET_VALUES_MAX, type FacetName, type SearchFilters, type SearchQuery } from '../query'
import { servingWanted } from '../served-in'
import { matchedOf } from './candidates'
import type { TextQuestion } from './text-question'

export type Statement = { readonly sql: string; readonly values: readonly unknown[] }
type Bind = (value: unknown) => string

const COLUMN: Record<FacetName, { readonly column: string; readonly values: string }> = {
  kind: { column: 'kind', values: 'unnest(ARRAY[kind])' },
  location: { column: 'location', values: 'unnest(ARRAY[location])' },
  level: { column: 'level_keys', values: 'unnest(level_keys)' },
  topic: { column: 'topic_ids', values: 'unnest(topic_ids)' },
  subject: { column: 'subject_ids', values: 'unnest(subject_ids)' },
  curriculumGoal: { column: 'curriculum_ids', values: 'unnest(curriculum_ids)' },
  network: { column: 'network_ids', values: 'unnest(network_ids)' },
  region: { column: 'region_ids', values: 'unnest(region_ids)' },
  language: { column: 'languages', values: 'unnest(languages)' },
  free: { column: 'cost_cents', values: "unnest(CASE WHEN cost_cents = 0 THEN ARRAY['true'] ELSE '{}' END)" },
  girlsFocus: {
    column: 'girls_focus',
    values: "unnest(CASE WHEN girls_focus THEN ARRAY['true'] ELSE '{}' END)",
  },
  organisation: { column: 'organisation_slug', values: 'unnest(ARRAY[organisation_slug])' },
}

/** What of a document a caller needs. */
export type Wanted = 'document' | 'point'
const WANTED: Record<Wanted, string> = {
  document: 'd.document',
  // Taken apart once: each `->` would unpack the whole document again.
  point: `(SELECT json_build_object('id', d.id, 'slug', x.slug, 'kind', d.kind, 'title', x.title,
    'organisationName', x."organisationName", 'point', x.point)
    FROM jsonb_to_record(d.document) AS x(slug text, title text, "organisationName" text, point jsonb))`,
}

/** Filter → the condition on `search_document d`; a facet leaves out its own. */
type Conditions = Partial<Record<FacetName | 'period' | 'bounds' | 'paid', string>>

/** Answers one row: `total`, `almost`, `hits` (`[{ document, distanceKm, place }]`), `facets`. */
export function searchStatement(
  query: SearchQuery,
  text: TextQuestion | null,
  cut: { readonly offset: number; readonly limit: number; readonly wanted: Wanted },
): Statement {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(withoutNul(value))}`
  const facets = [...new Set(query.facets ?? [])]
  const conditions = conditionsOf(query.filters ?? {}, bind)
  const matched = matchedOf(text, bind)
  const columns = facets.map((facet) => `d.${COLUMN[facet].column}`)
  const flags = Object.entries(conditions).map(([name, condition]) => `(${condition}) AS ok_${name}`)
  const every = Object.keys(conditions).map((name) => `ok_${name}`)
  const wheres = [
    ...matched.wheres,
    '(d.open_places IS NULL OR d.open_places > 0)',
    ...withinOf(query, bind),
    // Without facets nobody asks for what the filters leave out.
    ...(facets.length === 0 ? Object.values(conditions) : []),
  ]
  const found = `
      SELECT ${['d.id', 'd.published_at', `${matched.relevance} AS relevance`, 'm.km', ...soonestOf(query, bind), ...columns, ...(facets.length > 0 ? flags : [])].join(', ')}
      FROM ${matched.from} CROSS JOIN LATERAL (SELECT ${kmOf(query, bind)} AS km) m
      WHERE ${wheres.map((where) => `(${where})`).join(' AND ')}`
  const sql = `
    WITH generation AS (SELECT current, documents FROM search_generation WHERE index = 'offers')
    ${matched.with(columnsIn(found))},
    found AS MATERIALIZED (${found}
    ),
    hits AS (SELECT * FROM found ${facets.length > 0 && every.length > 0 ? `WHERE ${every.join(' AND ')}` : ''}),
    page AS (
      SELECT row_number() OVER () AS place, id, km FROM (
        SELECT id, km FROM hits ORDER BY ${orderOf(query, text)}
        OFFSET ${bind(cut.offset)}::int LIMIT ${bind(cut.limit)}::int
      ) best
    )
    SELECT (SELECT count(*)::int FROM hits) AS total, ${matched.almost} AS almost,
      (SELECT json_agg(json_build_object('document', ${WANTED[cut.wanted]}, 'distanceKm', p.km) ORDER BY p.place)
        FROM page p, generation g, search_document d WHERE d.generation = g.current AND d.id = p.id) AS hits,
      ${facets.length > 0 ? `json_build_object(${facets.map((facet) => facetOf(facet, conditions)).join(', ')})` : 'NULL'} AS facets`
  return { sql, values }
}

/** What a part of the statement reads of a document, but for what is kept beside it (`has0`, `rank0`, `hint`). */
export function columnsIn(sql: string): readonly string[] {
  const names = new Set([...sql.matchAll(/\bd\.([a-z_]+)\b(?!\d)/g)].map(([, name]) => name as string))
  names.delete('hint')
  return [...names]
}

/** PostgreSQL takes every character but this one. */
export function withoutNul(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNul)
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}

function conditionsOf(filters: SearchFilters, bind: Bind): Conditions {
  const conditions: Conditions = {}
  const among = (name: FacetName, values: readonly string[] | undefined) => {
    if (values && values.length > 0)
      conditions[name] = `d.${COLUMN[name].column} = ANY(${bind(values)}::text[])`
  }
  const overlaps = (name: FacetName, values: readonly string[] | undefined) => {
    if (values && values.length > 0) conditions[name] = `d.${COLUMN[name].column} && ${bind(values)}::text[]`
  }
  among('kind', filters.kinds)
  among('location', filters.locations)
  overlaps('level', filters.levels?.map(levelKey))
  overlaps('topic', filters.topicIds)
  overlaps('subject', filters.subjectIds)
  overlaps('curriculumGoal', filters.curriculumGoalIds)
  overlaps('network', filters.networkIds)
  overlaps('region', filters.regionIds)
  overlaps('language', filters.languages)
  if (filters.paid) conditions.paid = 'd.cost_cents > 0'
  if (filters.free) conditions.free = 'd.cost_cents = 0'
  if (filters.girlsFocus) conditions.girlsFocus = 'd.girls_focus'
  among('organisation', filters.organisationSlugs)
  const months = monthsOfPeriod(filters.period)
  if (months) conditions.period = `d.open_months IS NULL OR d.open_months && ${bind(months)}::text[]`
  if (filters.bounds) {
    const { south, west, north, east } = writtenBounds(filters.bounds)
    const between = (column: string, least: string, most: string) =>
      `d.${column} BETWEEN ${bind(least)}::float8 AND ${bind(most)}::float8`
    conditions.bounds = `d.lat IS NOT NULL AND ${between('lat', south, north)} AND ${between('lng', west, east)}`
  }
  return conditions
}

/** The haversine formula of app/kernel/geography.ts. */
export function kmOf({ near }: SearchQuery, bind: Bind): string {
  if (!near) return 'NULL::float8'
  const point = written(near.point)
  const lat = `${bind(point.lat)}::float8`
  const lng = `${bind(point.lng)}::float8`
  // `least` passes over NULL: without the CASE, what has no point would lie at the other end of the earth.
  return `CASE WHEN d.lat IS NOT NULL THEN 2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(d.lat - ${lat}) / 2), 2)
    + cos(radians(${lat})) * cos(radians(d.lat)) * power(sin(radians(d.lng - ${lng}) / 2), 2)))) END`
}

function withinOf(query: SearchQuery, bind: Bind): readonly string[] {
  const wanted = servingWanted(query.near)
  const served = wanted ? [`d.location <> 'at-school' OR d.served_in && ${bind(wanted)}::text[]`] : []
  return [...reachedOf(query, bind), ...served]
}

function reachedOf({ near }: SearchQuery, bind: Bind): readonly string[] {
  if (near?.municipalityCodes) {
    const inside = `d.municipality_code = ANY(${bind(near.municipalityCodes)}::text[])`
    return [
      `CASE d.location WHEN 'at-company' THEN ${inside}
         WHEN 'at-school' THEN ${inside} OR d.travel_radius_km IS NULL OR m.km <= d.travel_radius_km ELSE true END`,
    ]
  }
  if (near?.radiusKm === undefined) return []
  return [
    `CASE d.location WHEN 'at-company' THEN m.km <= ${bind(near.radiusKm)}::float8
       WHEN 'at-school' THEN d.travel_radius_km IS NULL OR m.km <= d.travel_radius_km ELSE true END`,
  ]
}

/** The first day with a place from that month on: only where it orders. */
function soonestOf({ sort, soonestFrom = '' }: SearchQuery, bind: Bind): readonly string[] {
  if (sort !== 'soonest') return []
  return [
    `(SELECT min(day) FROM unnest(d.open_from) AS day WHERE day COLLATE "C" >= ${bind(soonestFrom)}::text) AS soonest`,
  ]
}

/** Always ends in the id, so that pages never overlap. */
function orderOf(query: SearchQuery, text: TextQuestion | null): string {
  const newest = 'published_at DESC'
  const nearest = 'km ASC NULLS LAST'
  const sort = query.sort ?? 'relevance'
  if (sort === 'newest') return `${newest}, id`
  if (sort === 'soonest')
    return ['soonest ASC NULLS LAST', ...(query.near ? [nearest] : []), newest, 'id'].join(', ')
  if (sort === 'distance')
    return query.near ? `${nearest}, relevance DESC, ${newest}, id` : `relevance DESC, ${newest}, id`
  if (!text) return query.near ? `${nearest}, ${newest}, id` : `${newest}, id`
  return query.near ? `relevance * ${nearnessSql('km')} DESC, ${newest}, id` : `relevance DESC, ${newest}, id`
}

/** `nearnessOf` in explanation.ts. */
export function nearnessSql(km: string): string {
  const { least, rest, scaleKm, unknownKm } = NEARNESS
  return `(${least} + ${rest} * exp(-coalesce(${km}, ${unknownKm}) / ${scaleKm}))`
}

/** Counts with every filter but its own. */
function facetOf(facet: FacetName, conditions: Conditions): string {
  const others = Object.keys(conditions)
    .filter((name) => name !== facet)
    .map((name) => `ok_${name}`)
  return `'${facet}', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY n DESC, value), '[]')
    FROM (SELECT value, count(*)::int AS n FROM found, ${COLUMN[facet].values} AS value
      ${others.length > 0 ? `WHERE ${others.join(' AND ')}` : ''} GROUP BY value ORDER BY n DESC, value LIMIT ${FACET_VALUES_MAX}) AS f)`
}
