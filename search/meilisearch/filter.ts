/** Conditions in Meilisearch's filter language. Every value is quoted; nothing typed becomes a filter. */
import type { Bounds } from '~/kernel/geography'
import { levelKey } from '../level-keys'
import { monthsOfPeriod } from '../months'
import { written, writtenBounds } from '../point'
import type { FacetName, Near, SearchFilters } from '../query'

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
    ]),
    "location NOT IN ['at-company', 'at-school']",
  ])
}
