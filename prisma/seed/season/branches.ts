/** Real branches of the register as the season looks at them: which levels they teach, and which is near. */
import type { Level } from '~/kernel/education'
import { distanceKm, type Point } from '~/kernel/geography'
import type { BranchId, RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { readCsv } from '../read-data'

export type Branch = {
  readonly id: BranchId
  readonly name: string
  readonly placeName: string
  readonly municipalityCode: string
  readonly holidayRegion: string
  readonly point: Point
  readonly regionIds: readonly RegionId[]
  readonly levels: readonly Level[]
  /** A bridge class only: the first two years. */
  readonly isBridge: boolean
}

/** The vocabulary of the register in the levels of the portal. A vso names its level itself, so it may be any. */
const LEVELS_OF: Readonly<Record<string, readonly Level[]>> = {
  bo: ['po'],
  sbo: ['po'],
  so: ['po'],
  vso: ['pro', 'vmbo', 'havo', 'vwo'],
  pro: ['pro'],
  'vmbo-bk': ['vmbo'],
  'vmbo-gt': ['vmbo'],
  havo: ['havo'],
  vwo: ['vwo'],
  brugjaar: ['vmbo', 'havo', 'vwo'],
}

/** Branches that are open, by id. One statement. */
export async function loadBranches(db: Pick<Db, '$queryRaw'>): Promise<readonly Branch[]> {
  const rows = await db.$queryRaw<
    (Omit<Branch, 'point' | 'levels' | 'isBridge'> & { lat: number; lng: number; registerLevels: string[] })[]
  >`
    SELECT b.id, b.name, b.place_name AS "placeName", b.municipality_code AS "municipalityCode", b.lat, b.lng,
      b.holiday_region::text AS "holidayRegion", b.register_levels AS "registerLevels",
      (SELECT coalesce(array_agg(m.region_id ORDER BY m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds"
    FROM school_branch b WHERE b.closed_on IS NULL ORDER BY b.id`
  return rows.map(({ lat, lng, registerLevels, ...row }) => ({
    ...row,
    point: { lat, lng },
    levels: [...new Set(registerLevels.flatMap((level) => LEVELS_OF[level] ?? []))],
    isBridge: registerLevels.every((level) => level === 'brugjaar'),
  }))
}

/** @returns whether the branch teaches the level in these years. */
export function teaches(branch: Branch, level: Level, years: readonly number[]): boolean {
  return branch.levels.includes(level) && (!branch.isBridge || years.every((year) => year <= 2))
}

const known = new WeakMap<readonly Branch[], Map<string, readonly Branch[]>>()

/** @returns those that teach the level in these years; looked up once per list. */
export function teaching(
  branches: readonly Branch[],
  level: Level,
  years: readonly number[],
): readonly Branch[] {
  const lists = known.get(branches) ?? new Map<string, readonly Branch[]>()
  known.set(branches, lists)
  const key = `${level} ${years}`
  const list = lists.get(key) ?? branches.filter((branch) => teaches(branch, level, years))
  lists.set(key, list)
  return list
}

/** @returns the nearest of them, with how far it is; the first by id of equals, `null` of none. O(branches). */
export function nearest(
  branches: readonly Branch[],
  point: Point,
): { readonly branch: Branch; readonly km: number } | null {
  let best: { readonly branch: Branch; readonly km: number } | null = null
  for (const branch of branches) {
    const km = distanceKm(point, branch.point)
    if (best === null || km < best.km || (km === best.km && branch.id < best.branch.id)) best = { branch, km }
  }
  return best
}

/** @returns the centre of each postcode area. */
export function postcodePoints(): ReadonlyMap<string, Point> {
  return new Map(
    readCsv('pc4.csv').map((area) => [area.pc4 ?? '', { lat: Number(area.lat), lng: Number(area.lng) }]),
  )
}
