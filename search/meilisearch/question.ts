/** What is put to Meilisearch for one question: the filter of the hits, the queries that rank them, those that count. */
import type { MultiSearchQuery } from 'meilisearch'
import { written } from '../point'
import type { FacetName, Near, SearchQuery } from '../query'
import {
  ATTRIBUTE,
  all,
  anyOf,
  type Conditions,
  conditionsOf,
  nearCondition,
  noneOf,
  roughlyNear,
} from './filter'
import { ANCHOR } from './settings'
import type { TextQuestion } from './text-question'

export type Plan = {
  /** What limits the hits whatever is chosen: text, distance, open places. */
  readonly base: readonly string[]
  /** The same, but that the distance is told roughly: at least as many hits, for a fraction of the cost. */
  readonly roughBase: readonly string[]
  readonly conditions: Conditions
  readonly text: TextQuestion | null
}

export function planOf(query: SearchQuery, text: TextQuestion | null, travelRadii: readonly number[]): Plan {
  const near = nearCondition(query.near, travelRadii)
  const rough = roughlyNear(query.near, travelRadii)
  const others = ['full = false', ...textConditions(text)]
  return {
    base: [...others, ...(near ? [near] : [])],
    roughBase: [...others, ...(rough ? [rough] : [])],
    conditions: conditionsOf(query.filters ?? {}),
    text,
  }
}

function textConditions(text: TextQuestion | null): readonly string[] {
  if (!text) return []
  if (text.filter) return [text.filter]
  // Only a level or a kind is typed: then it is what is asked, not a preference.
  return [levelFits(text), kindFits(text)].filter((condition) => condition !== null)
}

const levelFits = ({ levelKeys }: TextQuestion) =>
  levelKeys.length > 0 ? anyOf('levelKeys', levelKeys) : null
const kindFits = ({ kinds }: TextQuestion) => (kinds.length > 0 ? anyOf('kind', kinds) : null)

/** @param without the facet whose own choice does not count. */
function filterOf({ base, conditions }: Pick<Plan, 'base' | 'conditions'>, without?: FacetName): string {
  const chosen = Object.entries(conditions).filter(([name]) => name !== without)
  return all([...base, ...chosen.map(([, condition]) => condition)])
}

export type Slice = {
  readonly offset: number
  readonly limit: number
  /** What of an offer is given back. */
  readonly attributes: readonly string[]
  /** What is counted of all hits. */
  readonly facets: readonly FacetName[]
}

/** @returns the text that orders the hits, `null` when `sortedHits` orders them. */
export function rankingText(query: SearchQuery, { text }: Plan): TextQuestion | null {
  const sort = query.sort ?? 'relevance'
  const wanted = sort === 'relevance' || (sort === 'distance' && !query.near)
  return text && wanted && (text.ranked !== '' || text.hints.length > 0) ? text : null
}

/**
 * The best hits by each thing that an offer may be good for. The first query has all hits: it counts them and their facets, and
 * gives the best by the words themselves. The others look roughly around: some of theirs may be no hit.
 */
export function candidates(
  indexUid: string,
  query: SearchQuery,
  plan: Plan & { readonly text: TextQuestion },
  { limit, attributes, facets }: Omit<Slice, 'offset'>,
): readonly [MultiSearchQuery, ...MultiSearchQuery[]] {
  const { text, conditions } = plan
  const common = {
    indexUid,
    sort: query.near ? [nearest(query.near)] : ['publishedAt:desc'],
    limit,
    attributesToRetrieve: [...attributes],
  }
  // Every offer has the first word: dropped from the end, the others only say which are better.
  const byWords = { q: [ANCHOR, text.ranked].filter(Boolean).join(' '), matchingStrategy: 'last' as const }
  const rough = (more: readonly (string | null)[]) =>
    all([filterOf({ base: plan.roughBase, conditions }), ...more.filter((condition) => condition !== null)])
  const fits = fitting(text)
  return [
    { ...common, ...byWords, filter: filterOf(plan), facets: facets.map((facet) => ATTRIBUTE[facet]) },
    ...(fits ? [{ ...common, ...byWords, filter: rough(fits) }] : []),
    ...(text.wider ? [{ ...common, q: '', filter: rough([text.wider, ...(fits ?? [])]) }] : []),
  ]
}

/** What fits the typed level and kind, where other things are asked as well. */
function fitting(text: TextQuestion): readonly (string | null)[] | null {
  const conditions = [levelFits(text), kindFits(text)]
  return text.filter && conditions.some((condition) => condition !== null) ? conditions : null
}

/** By first place, distance or date; the id last, so that pages never overlap. */
export function sortedHits(
  indexUid: string,
  query: SearchQuery,
  plan: Plan,
  { without = [], ...slice }: Slice & { readonly without?: readonly string[] },
): MultiSearchQuery {
  const byDistance = query.near && query.sort !== 'newest'
  const sort = [
    ...(query.sort === 'soonest' ? [`soonest.${query.soonestFrom ?? 'any'}:asc`] : []),
    ...(byDistance && query.near ? [nearest(query.near)] : []),
    'publishedAt:desc',
    'id:asc',
  ]
  const { offset, limit, attributes, facets } = slice
  return {
    indexUid,
    q: '',
    filter: without.length > 0 ? all([filterOf(plan), noneOf('id', without)]) : filterOf(plan),
    sort,
    offset,
    limit,
    attributesToRetrieve: [...attributes],
    facets: facets.map((facet) => ATTRIBUTE[facet]),
  }
}

function nearest(near: Near): string {
  const { lat, lng } = written(near.point)
  return `_geoPoint(${lat}, ${lng}):asc`
}

/** For each of these facets one that counts it without its own choice. */
export function countingQueries(
  indexUid: string,
  facets: readonly FacetName[],
  plan: Plan,
): readonly MultiSearchQuery[] {
  return facets.map((facet) => ({
    indexUid,
    q: '',
    filter: filterOf(plan, facet),
    hitsPerPage: 0,
    facets: [ATTRIBUTE[facet]],
  }))
}

/** These offers, in any order. */
export function byIds(
  indexUid: string,
  ids: readonly string[],
  more: readonly string[] = [],
): MultiSearchQuery {
  const filter = anyOf('id', ids)
  return { indexUid, q: '', filter, limit: ids.length, attributesToRetrieve: ['id', 'offer', ...more] }
}
