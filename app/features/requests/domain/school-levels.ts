/** Which levels, years and tracks a branch can ask for, by what the national register says of it. */
import { LEVEL_YEARS, LEVELS, type Level, VMBO_TRACKS, type VmboTrack } from '~/kernel/education'

export type SchoolLevel = {
  readonly level: Level
  /** Ascending. */
  readonly years: readonly number[]
  /** Vmbo only; empty elsewhere. */
  readonly tracks: readonly VmboTrack[]
}

type Grant = {
  readonly level: Level
  readonly years?: readonly number[]
  readonly tracks?: readonly VmboTrack[]
}

/** The first years, in which pupils have no level yet, are asked for as years of the levels that they may lead to. */
const BRIDGE_YEARS = [1, 2]

/** Words of the register → what they allow. A school for special secondary education chooses its level itself. */
const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  bo: [{ level: 'po' }],
  sbo: [{ level: 'po' }],
  so: [{ level: 'po' }],
  vso: [{ level: 'pro' }, { level: 'vmbo', tracks: VMBO_TRACKS }, { level: 'havo' }, { level: 'vwo' }],
  pro: [{ level: 'pro' }],
  'vmbo-bk': [{ level: 'vmbo', tracks: ['bb', 'kb'] }],
  'vmbo-gt': [{ level: 'vmbo', tracks: ['gl', 'tl'] }],
  havo: [{ level: 'havo' }],
  vwo: [{ level: 'vwo' }],
  brugjaar: [
    { level: 'vmbo', years: BRIDGE_YEARS, tracks: VMBO_TRACKS },
    { level: 'havo', years: BRIDGE_YEARS },
    { level: 'vwo', years: BRIDGE_YEARS },
  ],
}

/**
 * @param registerLevels in the words of the register; unknown ones allow nothing.
 * @returns in the order of the levels; all levels when the register says nothing that is known.
 */
export function schoolLevels(registerLevels: readonly string[]): readonly SchoolLevel[] {
  const grants = registerLevels.flatMap((word) => GRANTS[word] ?? [])
  const known: readonly Grant[] =
    grants.length > 0
      ? grants
      : LEVELS.map((level) => ({ level, ...(level === 'vmbo' && { tracks: VMBO_TRACKS }) }))
  return LEVELS.map((level) => {
    const here = known.filter((grant) => grant.level === level)
    return {
      level,
      years: (LEVEL_YEARS[level] as readonly number[]).filter((year) =>
        here.some((grant) => grant.years === undefined || grant.years.includes(year)),
      ),
      tracks: VMBO_TRACKS.filter((track) => here.some((grant) => grant.tracks?.includes(track))),
    }
  }).filter(({ years }) => years.length > 0)
}

export type ChosenYears = { readonly level: Level; readonly years: readonly number[] }
export type YearsMistake = 'none' | 'unknown' | 'more-levels'

/**
 * Reads "vmbo-3", "vmbo-4" into one level with its years.
 * @param chosen as the form names them.
 */
export function readYears(
  chosen: readonly string[],
  levels: readonly SchoolLevel[],
):
  | { readonly ok: true; readonly chosen: ChosenYears }
  | { readonly ok: false; readonly mistake: YearsMistake } {
  if (chosen.length === 0) return { ok: false, mistake: 'none' }
  const entries = levels.flatMap(({ level, years }) =>
    years.map((year) => ({ level, year, name: yearName(level, year) })),
  )
  const found = entries.filter(({ name }) => chosen.includes(name))
  if (found.length < new Set(chosen).size) return { ok: false, mistake: 'unknown' }
  const level = found[0]?.level
  if (level === undefined) return { ok: false, mistake: 'none' }
  if (found.some((entry) => entry.level !== level)) return { ok: false, mistake: 'more-levels' }
  return { ok: true, chosen: { level, years: found.map(({ year }) => year) } }
}

/** @returns the name of a year in forms and addresses: "vmbo-3". */
export function yearName(level: Level, year: number): string {
  return `${level}-${year}`
}
