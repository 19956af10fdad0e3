/**
 * The meaning of a question without text, in as few words as possible: what both engines are held against. It looks at every
 * document and sorts them all; nobody is answered by it.
 */
import { monthOf } from '~/kernel/calendar'
import { distanceKm } from '~/kernel/geography'
import type { OfferDocument } from './document'
import { levelKey, levelKeysOf } from './level-keys'
import { monthsOfPeriod, soonest } from './months'
import { cutOf } from './paging'
import type { FacetCount } from './port'
import type { FacetName, SearchFilters, SearchQuery } from './query'
import { servedIn, servingWanted } from './served-in'

const VALUES: Readonly<Record<FacetName, (offer: OfferDocument) => readonly string[]>> = {
  kind: (offer) => [offer.kind],
  level: (offer) => levelKeysOf(offer.levels),
  topic: (offer) => offer.topicIds,
  subject: (offer) => offer.subjectIds,
  curriculumGoal: (offer) => offer.curriculumGoalIds,
  network: (offer) => offer.networkIds,
  region: (offer) => offer.regionIds,
  location: (offer) => [offer.location],
  language: (offer) => offer.languages,
  free: (offer) => (offer.costCents === 0 ? ['true'] : []),
  girlsFocus: (offer) => (offer.girlsFocus ? ['true'] : []),
  organisation: (offer) => [offer.organisationSlug],
}

function wantedOf(filters: SearchFilters): Readonly<Record<FacetName, readonly string[]>> {
  return {
    kind: filters.kinds ?? [],
    level: filters.levels?.map(levelKey) ?? [],
    topic: filters.topicIds ?? [],
    subject: filters.subjectIds ?? [],
    curriculumGoal: filters.curriculumGoalIds ?? [],
    network: filters.networkIds ?? [],
    region: filters.regionIds ?? [],
    location: filters.locations ?? [],
    language: filters.languages ?? [],
    free: filters.free ? ['true'] : [],
    girlsFocus: filters.girlsFocus ? ['true'] : [],
    organisation: filters.organisationSlugs ?? [],
  }
}

const kmOf = (offer: OfferDocument, { near }: SearchQuery) =>
  near && offer.point ? distanceKm(near.point, offer.point) : null

function isReached(offer: OfferDocument, query: SearchQuery): boolean {
  const wanted = servingWanted(query.near)
  if (wanted && offer.location === 'at-school' && !servedIn(offer).some((code) => wanted.includes(code)))
    return false
  const { radiusKm, municipalityCodes } = query.near ?? {}
  if (radiusKm === undefined && municipalityCodes === undefined) return true
  const km = kmOf(offer, query) ?? Number.POSITIVE_INFINITY
  if (municipalityCodes?.includes(offer.municipalityCode)) return true
  if (offer.location === 'at-company') return municipalityCodes === undefined && km <= (radiusKm ?? 0)
  return offer.location !== 'at-school' || offer.travelRadiusKm === null || km <= offer.travelRadiusKm
}

function isOpen({ openFrom }: OfferDocument, { period }: SearchFilters): boolean {
  const months = monthsOfPeriod(period)
  return months === null || openFrom === null || openFrom.some((day) => months.includes(monthOf(day)))
}

function liesWithin({ point }: OfferDocument, { bounds }: SearchFilters): boolean {
  if (!bounds) return true
  if (!point) return false
  const { south, west, north, east } = bounds
  return point.lat >= south && point.lat <= north && point.lng >= west && point.lng <= east
}

/** What has no place to wait for comes last. */
function dayOf({ openFrom }: OfferDocument, { sort, soonestFrom }: SearchQuery): string {
  return sort === 'soonest' ? (soonest(openFrom ?? [], soonestFrom) ?? '9') : ''
}

export type NaiveAnswer = {
  readonly ids: readonly string[]
  readonly total: number
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>
}

/** @param query its text is not looked at. O(n log n). */
export function naiveSearch(documents: readonly OfferDocument[], query: SearchQuery): NaiveAnswer {
  const filters = query.filters ?? {}
  const wanted = Object.entries(wantedOf(filters)) as [FacetName, readonly string[]][]
  const open = documents.filter(
    (offer) =>
      (offer.openPlaces === null || offer.openPlaces > 0) &&
      (!filters.paid || offer.costCents > 0) &&
      isOpen(offer, filters) &&
      liesWithin(offer, filters) &&
      isReached(offer, query),
  )
  const chosen = (without?: FacetName) =>
    open.filter((offer) =>
      wanted.every(
        ([facet, values]) =>
          facet === without ||
          values.length === 0 ||
          VALUES[facet](offer).some((value) => values.includes(value)),
      ),
    )
  const byDistance = query.near !== undefined && query.sort !== 'newest'
  const hits = chosen()
    .map((offer) => ({ offer, km: kmOf(offer, query) ?? Number.POSITIVE_INFINITY }))
    .sort(
      (a, b) =>
        dayOf(a.offer, query).localeCompare(dayOf(b.offer, query)) ||
        (byDistance && a.km !== b.km ? a.km - b.km : 0) ||
        b.offer.publishedAt.localeCompare(a.offer.publishedAt) ||
        (a.offer.id < b.offer.id ? -1 : 1),
    )
  const { offset, limit } = cutOf(query)
  const facets = Object.fromEntries(
    (query.facets ?? []).map((facet) => [facet, countsOf(chosen(facet).flatMap(VALUES[facet]))]),
  )
  return {
    ids: hits.slice(offset, offset + limit).map(({ offer }) => offer.id),
    total: hits.length,
    facets,
  }
}

function countsOf(values: readonly string[]): readonly FacetCount[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
