/**
 * What was read in a typed text, laid over the question that the reader's own choices make. A choice wins over what was read;
 * a place, a price and "online" limit; a level and a kind put what fits first, and limit when nothing else is typed.
 */
import { type Level, VMBO_TRACKS } from '~/kernel/education'
import type { Understood, UnderstoodPart } from '~search/dutch/understand'
import type { LevelFilter, Near, SearchFilters, SearchQuery } from '~search/query'

/** How far around a place that stands in the text, when no distance is chosen. */
export const UNDERSTOOD_RADIUS_KM = 25

export type Dropped = ReadonlySet<UnderstoodPart>
const NOTHING: Dropped = new Set()

/** @returns what counts beside the reader's own choices. */
export function countingParts(
  { filters = {} }: SearchQuery,
  { parts }: Understood,
): readonly UnderstoodPart[] {
  const isAny = (values: readonly unknown[] | undefined) => (values?.length ?? 0) > 0
  const priced = Boolean(filters.free || filters.paid)
  const chosen: Readonly<Record<UnderstoodPart['kind'], boolean>> = {
    level: isAny(filters.levels),
    kind: isAny(filters.kinds),
    free: priced,
    paid: priced,
    online: isAny(filters.locations),
    girls: filters.girlsFocus === true,
    // Where a place is chosen none is read (`places` of the reader).
    place: filters.bounds !== undefined,
  }
  return parts.filter(({ kind }) => !chosen[kind])
}

/** @returns whether offers that do not fit this part are left out. */
export function limits(part: UnderstoodPart, { words }: Understood): boolean {
  if (part.kind === 'girls') return false
  return part.kind === 'level' || part.kind === 'kind' ? words.length === 0 : true
}

type Options = {
  /** Parts that found nothing and do not count; of a place what is near still comes first. */
  readonly dropped?: Dropped
  /** As chosen; `null`: not chosen. */
  readonly radiusKm?: number | null
}

/** @param question without `understood`. @returns it with what was read in its text. */
export function understoodQuestion(
  question: SearchQuery,
  understood: Understood,
  { dropped = NOTHING, radiusKm = null }: Options = {},
): SearchQuery {
  const counting = countingParts(question, understood)
  const parts = counting.filter((part) => !dropped.has(part))
  const has = (kind: UnderstoodPart['kind']) => parts.some((part) => part.kind === kind)
  const levelKeys = [...new Set(parts.flatMap((part) => (part.kind === 'level' ? part.levelKeys : [])))]
  const kinds = parts.flatMap((part) => (part.kind === 'kind' ? [part.value] : []))
  // With nothing else to look for they are choices, so that each counts what the others would give.
  const alone = understood.words.length === 0
  const filters: SearchFilters = {
    ...question.filters,
    ...(alone && levelKeys.length > 0 ? { levels: levelKeys.map(levelOf) } : {}),
    ...(alone && kinds.length > 0 ? { kinds } : {}),
    ...(has('free') ? { free: true } : {}),
    ...(has('paid') && !has('free') ? { paid: true } : {}),
    ...(has('online') ? { locations: ['online', 'download'] as const } : {}),
  }
  const place = counting.find((part) => part.kind === 'place')
  const near = place && nearOf(place, !dropped.has(place), radiusKm)
  return {
    ...question,
    filters,
    ...(near ? { near } : {}),
    understood: {
      ...understood,
      levelKeys: alone ? [] : levelKeys,
      kinds: alone ? [] : kinds,
      girls: has('girls'),
      parts,
    },
  }
}

/** @param key as the index has it: `vmbo-3-kb`. */
function levelOf(key: string): LevelFilter {
  const [level, ...rest] = key.split('-')
  const year = rest.find((each) => /^\d$/.test(each))
  const track = VMBO_TRACKS.find((each) => rest.includes(each))
  return {
    level: level as Level,
    ...(year ? { year: Number(year) } : {}),
    ...(track ? { track } : {}),
  }
}

function nearOf(
  { place }: Extract<UnderstoodPart, { kind: 'place' }>,
  counts: boolean,
  radiusKm: number | null,
): Near {
  const { point, municipalityCodes } = place
  if (!counts) return { point }
  return place.kind === 'place'
    ? {
        point,
        radiusKm: radiusKm ?? UNDERSTOOD_RADIUS_KM,
        ...(municipalityCodes[0] ? { municipalityCode: municipalityCodes[0] } : {}),
      }
    : { point, municipalityCodes }
}
