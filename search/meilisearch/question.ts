/** What is put to Meilisearch for one question: the filter of the hits, the queries that rank them, those that count. */
import type {
  FederatedMultiSearchParams,
  MultiSearchQuery,
  MultiSearchQueryWithFederation,
} from 'meilisearch'
import type { FacetName, SearchQuery } from '../query'
import { OTHER_KIND, OTHER_LEVEL } from '../text-question'
import { ATTRIBUTE, all, anyOf, type Conditions, conditionsOf, nearCondition } from './filter'
import { ANCHOR } from './settings'
import type { TextQuestion, WiderField } from './text-question'

/** What an offer has by a part or a synonym of a word in this place; one with the word itself in its title has 0.8. */
const WIDER: Readonly<Record<WiderField, number>> = { titleTerms: 0.5, topicTerms: 0.35, summaryTerms: 0.2 }
/** What any other offer has that answers. */
const OTHERWISE_FOUND = 0.03
/** What one of several words gives by itself, at most. */
const ONE_WORD = 0.8
/** What an offer gains that has a word of the kind that is asked for. */
const HINTED = 1.5

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

type Slice = { readonly offset: number; readonly limit: number }

/** The hits in their order, `null` when nothing ranks them: then `sortedHits` orders them. */
export function rankedHits(
  indexUid: string,
  query: SearchQuery,
  plan: Plan,
  slice: Slice,
): FederatedMultiSearchParams | null {
  const { text } = plan
  const sort = query.sort ?? 'relevance'
  const wanted = sort === 'relevance' || (sort === 'distance' && !query.near)
  if (!text || !wanted || (text.ranked === '' && !text.hint)) return null
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
    sort: query.near ? [nearest(query)] : ['publishedAt:desc'],
    federationOptions: { weight },
  })
  return {
    federation: { offset: slice.offset, limit: slice.limit },
    queries: tiersOf(text).flatMap(({ weight, conditions }) =>
      lanesOf(text).map((lane) => rank(lane.q, weight * lane.weight, [...conditions, lane.condition])),
    ),
  }
}

type Tier = { readonly weight: number; readonly conditions: readonly (string | null)[] }

/** By level and kind, as far as some were typed. An offer counts by the best tier that it is in. */
function tiersOf(text: TextQuestion): readonly Tier[] {
  if (!text.filter) return [{ weight: 1, conditions: [] }]
  const level = levelFits(text)
  const kind = kindFits(text)
  return [
    { weight: 1, conditions: [level, kind] },
    ...(kind ? [{ weight: OTHER_KIND, conditions: [level] }] : []),
    ...(level ? [{ weight: OTHER_LEVEL, conditions: [kind] }] : []),
    ...(level && kind ? [{ weight: OTHER_LEVEL * OTHER_KIND, conditions: [] }] : []),
  ]
}

type Lane = { readonly q: string; readonly weight: number; readonly condition: string | null }

/** All words together, each by itself, and whatever else led to the offer. */
function lanesOf({ ranked, shares, wider, hint }: TextQuestion): readonly Lane[] {
  const lane = (q: string, weight: number, condition: string | null = null): Lane => ({
    q,
    weight,
    condition,
  })
  const lanes = [
    ...(ranked === '' ? [] : [lane(ranked, 1)]),
    ...(shares.length > 1 ? shares.map(({ stem, share }) => lane(stem, share * ONE_WORD)) : []),
    ...(Object.keys(WIDER) as WiderField[]).flatMap((field) =>
      wider[field] ? [lane(ANCHOR, WIDER[field], wider[field])] : [],
    ),
    lane(ANCHOR, OTHERWISE_FOUND),
  ]
  return hint
    ? [...lanes, ...lanes.slice(0, 1).map(({ q, weight }) => lane(q, weight * HINTED, hint))]
    : lanes
}

/** By distance or date; the id last, so that pages never overlap. */
export function sortedHits(indexUid: string, query: SearchQuery, plan: Plan, slice: Slice): MultiSearchQuery {
  const byDistance = query.near && query.sort !== 'newest'
  const sort = [...(byDistance ? [nearest(query)] : []), 'publishedAt:desc', 'id:asc']
  return { indexUid, q: '', filter: filterOf(plan), sort, ...slice }
}

function nearest({ near }: SearchQuery): string {
  return `_geoPoint(${near?.point.lat}, ${near?.point.lng}):asc`
}

/** One that counts all hits and the facets without a choice of their own; one more for each facet with one. */
export function countingQueries(
  indexUid: string,
  facets: readonly FacetName[],
  plan: Plan,
): readonly { readonly query: MultiSearchQuery; readonly facets: readonly FacetName[] }[] {
  const counting = (some: readonly FacetName[], filter: string) => ({
    facets: some,
    query: { indexUid, q: '', filter, hitsPerPage: 0, facets: some.map((facet) => ATTRIBUTE[facet]) },
  })
  const chosen = facets.filter((facet) => plan.conditions[facet] !== undefined)
  return [
    counting(
      facets.filter((facet) => !chosen.includes(facet)),
      filterOf(plan),
    ),
    ...chosen.map((facet) => counting([facet], filterOf(plan, facet))),
  ]
}
