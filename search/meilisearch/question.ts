/** What is put to Meilisearch for one question: the filter of the hits, the queries that rank them, those that count. */
import type {
  FederatedMultiSearchParams,
  MultiSearchQuery,
  MultiSearchQueryWithFederation,
} from 'meilisearch'
import { written } from '../point'
import type { FacetName, Near, SearchQuery } from '../query'
import { OTHER_KIND, OTHER_LEVEL } from '../text-question'
import { ATTRIBUTE, all, anyOf, type Conditions, conditionsOf, nearCondition } from './filter'
import { ANCHOR } from './settings'
import type { TextQuestion } from './text-question'

/** What an offer has by a part or a synonym of a word in its title or topics; one with all the words has up to 1. */
const WIDER = 0.5
/** What any other offer has that answers. */
const OTHERWISE_FOUND = 0.03

export type Plan = {
  /** What limits the hits whatever is chosen: text, distance, open places. */
  readonly base: readonly string[]
  readonly conditions: Conditions
  readonly text: TextQuestion | null
}

export function planOf(query: SearchQuery, text: TextQuestion | null, travelRadii: readonly number[]): Plan {
  const near = nearCondition(query.near, travelRadii)
  return {
    base: ['full = false', ...(near ? [near] : []), ...textConditions(text)],
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
function filterOf({ base, conditions }: Plan, without?: FacetName): string {
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

/** The hits in the order of its ranking, with the number of all and their facets. */
export function rankedHits(
  indexUid: string,
  query: SearchQuery,
  plan: Plan & { readonly text: TextQuestion },
  slice: Slice,
): FederatedMultiSearchParams {
  const { text } = plan
  const filter = filterOf(plan)
  const rank = (
    q: string,
    weight: number,
    conditions: readonly (string | null)[],
  ): MultiSearchQueryWithFederation => ({
    indexUid,
    q,
    filter: all([filter, ...conditions.filter((condition) => condition !== null)]),
    matchingStrategy: 'last',
    sort: query.near ? [nearest(query.near)] : ['publishedAt:desc'],
    attributesToRetrieve: [...slice.attributes],
    federationOptions: { weight },
  })
  return {
    federation: {
      offset: slice.offset,
      limit: slice.limit,
      facetsByIndex: { [indexUid]: slice.facets.map((facet) => ATTRIBUTE[facet]) },
    },
    queries: tiersOf(text).flatMap(({ weight, conditions }) =>
      lanesOf(text).map((lane) => rank(lane.q, weight * lane.weight, [...conditions, lane.condition])),
    ),
  }
}

type Tier = { readonly weight: number; readonly conditions: readonly (string | null)[] }

/** What fits the typed level and kind, then the rest. An offer counts by the best tier that it is in. */
function tiersOf(text: TextQuestion): readonly Tier[] {
  const level = levelFits(text)
  const kind = kindFits(text)
  if (!text.filter || (!level && !kind)) return [{ weight: 1, conditions: [] }]
  return [
    { weight: 1, conditions: [level, kind] },
    { weight: level ? OTHER_LEVEL : OTHER_KIND, conditions: [] },
  ]
}

type Lane = { readonly q: string; readonly weight: number; readonly condition: string | null }

/** All words together, whatever else tells in a telling place, and whatever else led to the offer. */
function lanesOf({ ranked, wider }: TextQuestion): readonly Lane[] {
  return [
    ...(ranked === '' ? [] : [{ q: ranked, weight: 1, condition: null }]),
    ...(wider ? [{ q: ANCHOR, weight: WIDER, condition: wider }] : []),
    { q: ANCHOR, weight: OTHERWISE_FOUND, condition: null },
  ]
}

/** By first place, distance or date; the id last, so that pages never overlap. */
export function sortedHits(indexUid: string, query: SearchQuery, plan: Plan, slice: Slice): MultiSearchQuery {
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
    filter: filterOf(plan),
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
