/** Levels as one word each, so that an index can filter and count them: `vmbo`, `vmbo-3`, `vmbo-kb`, `vmbo-3-kb`. */
import { type LevelYears, VMBO_TRACKS } from '~/kernel/education'
import type { LevelFilter } from './query'

/** @returns every key that an offer for these levels has. A vmbo offer without tracks is for all of them. */
export function levelKeysOf(levels: readonly LevelYears[]): readonly string[] {
  const keys = new Set<string>()
  for (const { level, years, tracks } of levels) {
    const lanes = level === 'vmbo' ? (tracks ?? VMBO_TRACKS) : []
    keys.add(level)
    for (const lane of lanes) keys.add(`${level}-${lane}`)
    for (const year of years) {
      keys.add(`${level}-${year}`)
      for (const lane of lanes) keys.add(`${level}-${year}-${lane}`)
    }
  }
  return [...keys]
}

/** @returns the key that an offer must have. */
export function levelKey({ level, year, track }: LevelFilter): string {
  return [level, year, track].filter((part) => part !== undefined).join('-')
}
