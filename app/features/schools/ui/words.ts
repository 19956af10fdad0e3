/** The register's vocabulary in the reader's language. */
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'

const LEVEL: Readonly<Record<string, () => string>> = {
  bo: m.schools_level_bo,
  sbo: m.schools_level_sbo,
  so: m.schools_level_so,
  vso: m.schools_level_vso,
  pro: m.schools_level_pro,
  'vmbo-bk': m.schools_level_vmbo_bk,
  'vmbo-gt': m.schools_level_vmbo_gt,
  havo: m.schools_level_havo,
  vwo: m.schools_level_vwo,
  brugjaar: m.schools_level_brugjaar,
}

/** @param levels as the register has them. @returns "vmbo basis en kader, havo"; a level that is new is shown as written. */
export function levelsWord(levels: readonly string[]): string {
  if (levels.length === 0) return m.schools_levels_unknown()
  return levels.map((level) => LEVEL[level]?.() ?? level).join(', ')
}

export const holidayRegionWord = {
  noord: m.schools_holidays_noord,
  midden: m.schools_holidays_midden,
  zuid: m.schools_holidays_zuid,
} as const

/** @returns "7607 AB". */
export function postcodeWord(postcode: string): string {
  return `${postcode.slice(0, 4)}\u00a0${postcode.slice(4)}`
}

/** @returns the place, and the municipality where it has another name: 60 names are borne by more than one place. */
export function placeWord(place: string, municipality: string): string {
  return place === municipality ? place : m.schools_in_municipality({ place, municipality })
}

/** @param edition `2024-11`. @returns "november 2024". */
export function editionWord(edition: string): string {
  const [year, month] = edition.split('-').map(Number)
  if (!year || !month) return edition
  return new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : 'nl-NL', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(year, month - 1, 1)))
}
