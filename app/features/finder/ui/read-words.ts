/** What was read in the text, in the reader's language. */
import type { ReadPart } from '~/features/finder/domain/finder-page'
import { isLevel, type Level, VMBO_TRACKS, type VmboTrack } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { inAreaWord, kindWord, levelName } from './words'

const trackWord: Record<VmboTrack, () => string> = {
  bb: m.finder_track_bb,
  kb: m.finder_track_kb,
  gl: m.finder_track_gl,
  tl: m.finder_track_tl,
}
const SECONDARY = 4

/** @returns "havo, klas 4 of 5", "vmbo kader", "middelbare school", "Excursie", "binnen 25 km van Eindhoven". */
export function readWord(part: ReadPart): string {
  switch (part.kind) {
    case 'level':
      return levelsWord(part.levelKeys)
    case 'kind':
      return kindWord[part.value]()
    case 'place':
      if (part.named === 'place') return m.finder_read_near({ km: part.radiusKm, place: part.name })
      return inAreaWord(part.named, part.name)
    case 'free':
      return m.finder_free()
    case 'paid':
      return m.finder_read_paid()
    case 'online':
      return m.finder_location_online()
    case 'girls':
      return m.finder_read_girls()
  }
}

/** @returns "a, b and c". */
export const listWord = (words: readonly string[]) => new Intl.ListFormat(getLocale()).format(words)
const eitherWord = (words: readonly string[]) =>
  new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(words)

/** @param keys as the index has them; all of one text, so each level has the same years. */
function levelsWord(keys: readonly string[]): string {
  const parts = keys.map((key) => key.split('-'))
  const levels = [
    ...new Set(parts.map(([level]) => level).filter((level): level is Level => isLevel(level ?? ''))),
  ]
  const later = parts.flatMap(([, ...rest]) => rest)
  const years = [...new Set(later.filter((each) => /^\d$/.test(each)))]
  const tracks = VMBO_TRACKS.filter((track) => later.includes(track))
  const names =
    levels.length === SECONDARY
      ? m.finder_read_secondary()
      : eitherWord(levels.map((level) => levelName[level]()))
  const level = [
    names,
    ...(tracks.length > 0 ? [eitherWord(tracks.map((track) => trackWord[track]()))] : []),
  ].join(' ')
  if (years.length === 0) return level
  const year = eitherWord(years)
  return levels[0] === 'po' ? m.finder_year_po({ level, year }) : m.finder_year_other({ level, year })
}
