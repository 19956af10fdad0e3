/** Conditions in Meilisearch's filter language. Every value is quoted; nothing typed becomes a filter. */
import { type Bounds, distanceKm } from '~/kernel/geography'
import { levelKey } from '../level-keys'
import { monthsOfPeriod } from '../months'
import { written, writtenBounds } from '../point'
import type { FacetName, Near, SearchFilters } from '../query'
import { servingWanted } from '../served-in'

export const ATTRIBUTE: Readonly<Record<FacetName, string>> = {
  kind: 'kind',
  location: 'location',
  level: 'levelKeys',
  topic: 'topicIds',
  subject: 'subjectIds',
  curriculumGoal: 'curriculumGoalIds',
  network: 'networkIds',
  region: 'regionIds',
  language: 'languages',
  free: 'free',
  girlsFocus: 'girlsFocus',
  organisation: 'organisationSlug',
}

type ConditionName = FacetName | 'period' | 'bounds' | 'paid'

/** Filter → its condition; a facet leaves out its own. */
export type Conditions = Readonly<Partial<Record<ConditionName, string>>>

const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`

export function anyOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`
}

export function noneOf(attribute: string, values: readonly string[]): string {
  return `${attribute} NOT IN [${values.map(quoted).join(', ')}]`
}

export function beginsWith(attribute: string, value: string): string {
  return `${attribute} STARTS WITH ${quoted(value)}`
}

/** @param conditions at least one. */
export const all = (conditions: readonly string[]) => conditions.map((each) => `(${each})`).join(' AND ')
export const some = (conditions: readonly string[]) => conditions.map((each) => `(${each})`).join(' OR ')

export function conditionsOf(filters: SearchFilters): Conditions {
  const asked: Readonly<Partial<Record<FacetName, readonly string[] | undefined>>> = {
    kind: filters.kinds,
    location: filters.locations,
    level: filters.levels?.map(levelKey),
    topic: filters.topicIds,
    subject: filters.subjectIds,
    curriculumGoal: filters.curriculumGoalIds,
    network: filters.networkIds,
    region: filters.regionIds,
    language: filters.languages,
    free: filters.free ? ['true'] : [],
    girlsFocus: filters.girlsFocus ? ['true'] : [],
    organisation: filters.organisationSlugs,
  }
  const conditions: Partial<Record<ConditionName, string>> = {}
  for (const [name, values] of Object.entries(asked) as [FacetName, readonly string[] | undefined][])
    if (values && values.length > 0) conditions[name] = anyOf(ATTRIBUTE[name], values)
  const months = monthsOfPeriod(filters.period)
  if (months) conditions.period = some(['limited = false', anyOf('openMonths', months)])
  if (filters.bounds) conditions.bounds = within(filters.bounds)
  if (filters.paid) conditions.paid = anyOf(ATTRIBUTE.free, ['false'])
  return conditions
}

/** It answers with an error where south lies above north, and goes around the earth where west lies right of east. */
function within(bounds: Bounds): string {
  if (bounds.south > bounds.north || bounds.west > bounds.east) return anyOf('id', [])
  const { south, west, north, east } = writtenBounds(bounds)
  return `_geoBoundingBox([${north}, ${east}], [${south}, ${west}])`
}

/** Meilisearch measures on a sphere of 6,371 km, app/kernel/geography.ts on one of 6,371.0088. */
const ITS_METRES_PER_KM = (6_371 / 6_371.0088) * 1_000

function around(point: Near['point'], km: number): string {
  const { lat, lng } = written(point)
  return `_geoRadius(${lat}, ${lng}, ${(km * ITS_METRES_PER_KM).toFixed(3)})`
}

/** @returns whether it leaves anything out. */
export function isLimited(near: Near | undefined): boolean {
  return near?.radiusKm !== undefined || near?.municipalityCodes !== undefined
}

/**
 * @param travelRadii every travel radius that an offer has, km: a filter cannot compare with a field, so each is one case.
 * @returns what query.ts says of `Near`; `null` when it limits nothing.
 */
export function nearCondition(near: Near | undefined, travelRadii: readonly number[]): string | null {
  if (!near || !isLimited(near)) return null
  const travels = travelRadii.map((km) => all([`travelRadiusKm = ${km}`, around(near.point, km)]))
  const { municipalityCodes, radiusKm = 0 } = near
  const inside = municipalityCodes && anyOf('municipalityCode', municipalityCodes)
  return some([
    all(["location = 'at-company'", inside ?? around(near.point, radiusKm)]),
    all([
      "location = 'at-school'",
      some(['travelRadiusKm IS NULL', ...travels, ...(inside ? [inside] : [])]),
      ...servedThere(near),
    ]),
    "location NOT IN ['at-company', 'at-school']",
  ])
}

/** @returns that an offer at school is given there: one condition, or none where that is not asked. */
function servedThere(near: Near): readonly string[] {
  const wanted = servingWanted(near)
  return wanted ? [anyOf('servedIn', wanted)] : []
}

const KM_PER_DEGREE = 111.2

/** The square around a circle: found by two comparisons, where a circle reads the places of all offers. */
function squareAround({ lat, lng }: Near['point'], km: number): string {
  // Rounding and the shrinking of a degree towards the pole stay inside.
  const up = (1.01 * km) / KM_PER_DEGREE + 0.001
  const narrowest = Math.cos((Math.min(89, Math.abs(lat) + up) * Math.PI) / 180)
  const aside = up / narrowest
  return within({
    south: Math.max(-90, lat - up),
    west: Math.max(-180, lng - aside),
    north: Math.min(90, lat + up),
    east: Math.min(180, lng + aside),
  })
}

/** @returns holds wherever `nearCondition` holds, and for some that are a little farther; `null` when it limits nothing. */
export function roughlyNear(near: Near | undefined, travelRadii: readonly number[]): string | null {
  if (!near || !isLimited(near)) return null
  const { municipalityCodes, radiusKm = 0, point } = near
  const inside = municipalityCodes && anyOf('municipalityCode', municipalityCodes)
  const farthest = Math.max(0, ...travelRadii)
  return some([
    all(["location = 'at-company'", inside ?? squareAround(point, radiusKm)]),
    all([
      "location = 'at-school'",
      some(['travelRadiusKm IS NULL', squareAround(point, farthest), ...(inside ? [inside] : [])]),
      ...servedThere(near),
    ]),
    "location NOT IN ['at-company', 'at-school']",
  ])
}

/** What of an offer says whether it is reached. */
export const REACHED = ['location', 'travelRadiusKm', 'municipalityCode', 'servedIn', '_geo'] as const
export type Reached = {
  readonly location: string
  readonly travelRadiusKm: number | null
  readonly municipalityCode: string
  readonly servedIn: readonly string[]
  readonly _geo?: Near['point'] | null
}

/** @returns whether `nearCondition` surely holds for the offer. */
export function isReached(offer: Reached, near: Near | undefined): boolean {
  if (!near || !isLimited(near)) return true
  const { municipalityCodes, radiusKm = 0, point } = near
  const { location, travelRadiusKm, municipalityCode, _geo } = offer
  if (location !== 'at-company' && location !== 'at-school') return true
  const wanted = location === 'at-school' ? servingWanted(near) : null
  if (wanted && !offer.servedIn.some((code) => wanted.includes(code))) return false
  if (location === 'at-school' && travelRadiusKm === null) return true
  if (municipalityCodes?.includes(municipalityCode)) return true
  if (location === 'at-company' && municipalityCodes) return false
  const limit = location === 'at-school' ? (travelRadiusKm ?? 0) : radiusKm
  // Just on the edge the two may differ in the last digit: then it is for the first query to say.
  return _geo != null && distanceKm(point, _geo) < limit * (1 - 1e-6)
}
