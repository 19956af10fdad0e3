/** The finder's vocabulary in the reader's language. */
import type { Problem } from '~/features/finder/domain/finder-address'
import type { FinderPage, TopicName } from '~/features/finder/domain/finder-page'
import type { FilterPart, FinderState, LevelChoice } from '~/features/finder/domain/finder-state'
import type { Vocabulary } from '~/features/finder/domain/finder-words'
import type { AreaKind, PlaceChoice } from '~/features/finder/domain/place-answer'
import type { Month } from '~/kernel/calendar'
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'

export const kindWord: Record<OfferKind, () => string> = {
  'guest-lesson': m.finder_kind_guest_lesson,
  excursion: m.finder_kind_excursion,
  'lesson-material': m.finder_kind_lesson_material,
  'co-development': m.finder_kind_co_development,
  event: m.finder_kind_event,
}

export const locationWord: Record<OfferLocation, () => string> = {
  'at-school': m.finder_location_at_school,
  'at-company': m.finder_location_at_company,
  online: m.finder_location_online,
  download: m.finder_location_download,
}

export const levelName: Record<Level, () => string> = {
  po: m.finder_level_po,
  pro: m.finder_level_pro,
  vmbo: m.finder_level_vmbo,
  havo: m.finder_level_havo,
  vwo: m.finder_level_vwo,
}

/** @returns "vmbo, klas 3", "basisschool, groep 7", "vmbo". */
export function levelWord({ level, year }: LevelChoice): string {
  const name = levelName[level]()
  if (year === undefined) return name
  return level === 'po' ? m.finder_year_po({ level: name, year }) : m.finder_year_other({ level: name, year })
}

export function topicWord(topic: Pick<TopicName, 'nl' | 'en'>): string {
  return getLocale() === 'en' ? (topic.en ?? topic.nl) : topic.nl
}

/** @returns the language's own name in the reader's language: "Nederlands", "Dutch". */
export function languageWord(code: string): string {
  const name = new Intl.DisplayNames([getLocale()], { type: 'language', fallback: 'code' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(getLocale()) + name.slice(1)
}

/** @returns the number as read: "1.240" in Dutch, "1,240" in English. */
export function numberWord(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value)
}

/** @returns what the person asked for, in words; the place as it was understood. */
export function partWord(
  part: FilterPart,
  {
    state,
    topics,
    words,
    from,
  }: Pick<FinderPage, 'state' | 'topics' | 'from'> & {
    readonly words: Vocabulary
  },
): string {
  switch (part.part) {
    case 'text':
      return m.finder_chip_text({ text: state.text })
    case 'level':
      return state.level ? levelWord(state.level) : ''
    case 'place':
      if (from?.kind === 'area') return inAreaWord(from.area, from.label)
      return m.finder_chip_place({ place: from?.kind === 'place' ? from.label : state.place })
    case 'radius':
      return m.finder_radius_to({ km: state.radiusKm ?? 0 })
    case 'bounds':
      return m.finder_chip_bounds()
    case 'free':
      return m.finder_free()
    case 'girls':
      return m.finder_girls()
    case 'period':
      return periodWord(state)
    case 'track':
      return m.finder_chip_track({ track: trackWord[part.value]() })
    case 'kind':
      return kindWord[part.value]()
    case 'location':
      return locationWord[part.value]()
    case 'language':
      return languageWord(part.value)
    case 'topic': {
      const topic = topics.find(({ id }) => id === part.value)
      return topic ? topicWord(topic) : part.value
    }
    default: {
      const word = words[part.part].find(({ id }) => id === part.value)
      const text = word ? topicWord(word) : part.value
      return part.part === 'goal' ? goalWord(part.value, text) : text
    }
  }
}

/** @returns "in gemeente Almelo", "in Twente". */
export function inAreaWord(area: AreaKind, name: string): string {
  return area === 'municipality'
    ? m.finder_read_in_municipality({ place: name })
    : m.finder_read_in({ place: name })
}

/** @returns "gemeente Utrecht", "provincie Utrecht", "Almelo". */
export function placeChoiceWord({ label, area }: PlaceChoice): string {
  if (area === undefined) return label
  const word = {
    municipality: m.finder_area_municipality,
    region: m.finder_area_region,
    province: m.finder_area_province,
  }[area]
  return word({ place: label })
}

/** @returns "Kerndoel 42 Natuurkundige verschijnselen (basisschool)": both kinds of school number from 1. */
function goalWord(id: string, text: string): string {
  return id.startsWith('po-')
    ? m.finder_chip_goal_primary({ goal: text })
    : m.finder_chip_goal({ goal: text })
}

export const trackWord: Record<VmboTrack, () => string> = {
  bb: m.finder_track_bb,
  kb: m.finder_track_kb,
  gl: m.finder_track_gl,
  tl: m.finder_track_tl,
}

/** @returns "november 2026". */
export function monthWord(month: Month): string {
  const day = new Date(`${month}-01T12:00:00Z`)
  return new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)
}

function periodWord({ openFrom, openUntil }: FinderState): string {
  if (openFrom && openUntil)
    return openFrom === openUntil
      ? m.finder_chip_month({ month: monthWord(openFrom) })
      : m.finder_chip_period({ from: monthWord(openFrom), until: monthWord(openUntil) })
  if (openFrom) return m.finder_chip_period_from({ from: monthWord(openFrom) })
  return openUntil ? m.finder_chip_period_until({ until: monthWord(openUntil) }) : ''
}

const fieldWord: Record<Problem['field'], () => string> = {
  q: m.finder_text,
  plain: m.finder_field_plain,
  kind: m.finder_kind,
  level: m.finder_level,
  track: m.finder_track,
  subject: m.finder_subject,
  goal: m.finder_goal,
  network: m.finder_network,
  bounds: m.finder_bounds,
  region: m.finder_region,
  girls: m.finder_girls,
  organisation: m.finder_organisation,
  from: m.finder_open_from,
  until: m.finder_open_until,
  topic: m.finder_topic,
  place: m.finder_place,
  radius: m.finder_radius,
  location: m.finder_location,
  language: m.finder_language,
  free: m.finder_free,
  sort: m.finder_sort,
  view: m.finder_field_view,
  page: m.finder_field_page,
}

/** @returns what is wrong and what to do. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'text-too-long':
      return m.finder_problem_text_too_long({ max: problem.max })
    case 'place-too-long':
      return m.finder_problem_place_too_long()
    case 'place-unknown':
      return m.finder_problem_place_unknown({ given: problem.given })
    case 'level-unknown':
      return m.finder_problem_level_unknown({ given: problem.given })
    case 'year-unknown':
      return m.finder_problem_year_unknown({
        given: problem.given,
        level: levelName[problem.level](),
        lastYear: problem.lastYear,
      })
    case 'radius-invalid':
      return m.finder_problem_radius({ given: problem.given, max: problem.max })
    case 'bounds-invalid':
      return m.finder_problem_bounds()
    case 'month-invalid':
      return m.finder_problem_month({ given: problem.given })
    case 'period-turned':
      return m.finder_problem_period_turned()
    case 'topic-unknown':
      return m.finder_problem_topic({ given: problem.given })
    case 'value-unknown':
      return m.finder_problem_value({ given: problem.given, field: fieldWord[problem.field]() })
    case 'too-many':
      return m.finder_problem_too_many({
        given: problem.given,
        max: problem.max,
        field: fieldWord[problem.field](),
      })
  }
}
