/** Levels and years as a form sends them, one box per year: `vmbo-3`, `po-7`; the tracks of vmbo apart. */
import { isLevel, isYearOf, LEVELS, type LevelYears, VMBO_TRACKS, type VmboTrack } from '~/kernel/education'

export type ReadLevels =
  | { readonly ok: true; readonly levels: readonly LevelYears[] }
  | { readonly ok: false; readonly given: string }

/**
 * @param tracks of vmbo; all of them or none: the years are for every track.
 * @returns one entry per level in the order of the levels, years and tracks ascending; or the first that does not
 * exist, e.g. `havo-6`.
 */
export function readLevels(keys: readonly string[], tracks: readonly VmboTrack[]): ReadLevels {
  const years = new Map<string, Set<number>>()
  for (const key of keys) {
    const [, level = '', digits = ''] = /^([a-z]+)-(\d{1,2})$/.exec(key) ?? []
    const year = Number(digits)
    if (!isLevel(level) || !isYearOf(level, year)) return { ok: false, given: key }
    years.set(level, (years.get(level) ?? new Set()).add(year))
  }
  const chosen = VMBO_TRACKS.filter((track) => tracks.includes(track))
  const some = chosen.length > 0 && chosen.length < VMBO_TRACKS.length
  const levels = LEVELS.flatMap((level): LevelYears[] => {
    const of = years.get(level)
    if (!of) return []
    const ascending = [...of].sort((a, b) => a - b)
    return [{ level, years: ascending, ...(level === 'vmbo' && some ? { tracks: chosen } : {}) }]
  })
  return { ok: true, levels }
}

/** @returns the boxes that are ticked for these levels: the reverse of `readLevels`. */
export function writeLevels(levels: readonly LevelYears[]): {
  readonly keys: string[]
  readonly tracks: VmboTrack[]
} {
  return {
    keys: levels.flatMap(({ level, years }) => years.map((year) => `${level}-${year}`)),
    tracks: levels.flatMap(({ tracks }) => tracks ?? []),
  }
}
