/** What a person asks of the finder: the whole of it stands in the address, so that it can be shared and gone back to. */
import type { Month } from '~/kernel/calendar'
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import type { Bounds } from '~/kernel/geography'
import type { Sort } from '~search/query'

/** A level, or one year of it. */
export type LevelChoice = { readonly level: Level; readonly year?: number }

/**
 * How the result is shown. `auto`: the list, with the map beside it where the window is wide enough; `filters`: on a
 * phone all filters in place of the list, on a wide window the same as `list`.
 */
export const VIEWS = ['auto', 'list', 'map', 'filters'] as const
export type View = (typeof VIEWS)[number]

export type FinderState = {
  /** As typed, trimmed, at most 200 characters; empty: no text asked. */
  readonly text: string
  /**
   * Words of the text, folded, that are looked for as they stand: each as it was understood before the reader took that
   * away. In the order of the text.
   */
  readonly plain: readonly string[]
  readonly kinds: readonly OfferKind[]
  readonly level: LevelChoice | null
  /** Only with vmbo as the level; empty: every track. */
  readonly tracks: readonly VmboTrack[]
  readonly topicIds: readonly string[]
  readonly subjectIds: readonly string[]
  readonly goalIds: readonly string[]
  readonly networkIds: readonly string[]
  /** Place or postcode as typed, trimmed; empty: nowhere in particular. */
  readonly place: string
  /** 1–300 km; `null`: however far. Asks nothing as long as there is no place. */
  readonly radiusKm: number | null
  /** The part of the map that is searched in; `null`: everywhere. */
  readonly bounds: Bounds | null
  /** Regions of the companies. */
  readonly regionIds: readonly string[]
  readonly locations: readonly OfferLocation[]
  /** ISO 639-1, two lower-case letters. */
  readonly languages: readonly string[]
  readonly free: boolean
  /** Only what is meant for girls in particular. */
  readonly girls: boolean
  /** Companies, as in their address. */
  readonly organisations: readonly string[]
  /** Months in which a place must be open, both included; `null`: no end on that side. */
  readonly openFrom: Month | null
  readonly openUntil: Month | null
  readonly sort: Sort
  readonly view: View
  /** From 1. */
  readonly page: number
}

export const EMPTY_STATE: FinderState = {
  text: '',
  plain: [],
  kinds: [],
  level: null,
  tracks: [],
  topicIds: [],
  subjectIds: [],
  goalIds: [],
  networkIds: [],
  place: '',
  radiusKm: null,
  bounds: null,
  regionIds: [],
  locations: [],
  languages: [],
  free: false,
  girls: false,
  organisations: [],
  openFrom: null,
  openUntil: null,
  sort: 'relevance',
  view: 'auto',
  page: 1,
}

export const RADIUS_STEPS_KM = [5, 10, 15, 25, 40, 60, 100] as const
export const RADIUS_MAX_KM = 300
export const TEXT_MAX = 200
export const PLACE_MAX = 80
/** Rows of one page; the search port pages through at most 1,000 hits. */
export const PAGE_SIZE = 12
export const PAGE_MAX = Math.ceil(1000 / PAGE_SIZE)
/** Values of one filter; more than that is not a person choosing. */
export const CHOICES_MAX = 30

/** Filters of which any number of words can be chosen, each under the list of the state that holds them. */
export const WORD_LISTS = {
  topic: 'topicIds',
  subject: 'subjectIds',
  goal: 'goalIds',
  network: 'networkIds',
  region: 'regionIds',
  organisation: 'organisations',
} as const satisfies Readonly<Record<string, keyof FinderState>>
export type WordPart = keyof typeof WORD_LISTS

/** One thing that the person asked for and can take back. */
export type FilterPart =
  | { readonly part: 'text' }
  | { readonly part: 'level' }
  | { readonly part: 'place' }
  | { readonly part: 'radius' }
  | { readonly part: 'bounds' }
  | { readonly part: 'free' }
  | { readonly part: 'girls' }
  | { readonly part: 'period' }
  | { readonly part: 'kind'; readonly value: OfferKind }
  | { readonly part: 'track'; readonly value: VmboTrack }
  | { readonly part: WordPart; readonly value: string }
  | { readonly part: 'location'; readonly value: OfferLocation }
  | { readonly part: 'language'; readonly value: string }

/** @returns what is asked, in the order of the address; empty when everything is asked for. */
export function activeParts(state: FinderState): FilterPart[] {
  const parts: FilterPart[] = []
  if (state.text) parts.push({ part: 'text' })
  for (const value of state.kinds) parts.push({ part: 'kind', value })
  if (state.level) parts.push({ part: 'level' })
  for (const value of state.tracks) parts.push({ part: 'track', value })
  const words = (...names: WordPart[]) => {
    for (const part of names) for (const value of state[WORD_LISTS[part]]) parts.push({ part, value })
  }
  words('topic', 'subject', 'goal', 'network')
  if (state.place) parts.push({ part: 'place' })
  if (state.place && state.radiusKm !== null) parts.push({ part: 'radius' })
  if (state.bounds) parts.push({ part: 'bounds' })
  words('region')
  for (const value of state.locations) parts.push({ part: 'location', value })
  for (const value of state.languages) parts.push({ part: 'language', value })
  if (state.free) parts.push({ part: 'free' })
  if (state.girls) parts.push({ part: 'girls' })
  words('organisation')
  if (state.openFrom || state.openUntil) parts.push({ part: 'period' })
  return parts
}

/** @returns the state without that part, on page 1. Without a place there is no radius either. */
export function withoutPart(state: FinderState, part: FilterPart): FinderState {
  const first = { ...state, page: 1 }
  switch (part.part) {
    case 'text':
      return { ...first, text: '', plain: [] }
    case 'level':
      return { ...first, level: null, tracks: [] }
    case 'place':
      return {
        ...first,
        place: '',
        radiusKm: null,
        sort: state.sort === 'distance' ? 'relevance' : state.sort,
      }
    case 'radius':
      return { ...first, radiusKm: null }
    case 'bounds':
      return { ...first, bounds: null }
    case 'free':
      return { ...first, free: false }
    case 'girls':
      return { ...first, girls: false }
    case 'period':
      return { ...first, openFrom: null, openUntil: null }
    case 'track':
      return { ...first, tracks: state.tracks.filter((track) => track !== part.value) }
    case 'kind':
      return { ...first, kinds: state.kinds.filter((kind) => kind !== part.value) }
    case 'location':
      return { ...first, locations: state.locations.filter((location) => location !== part.value) }
    case 'language':
      return { ...first, languages: state.languages.filter((language) => language !== part.value) }
    default: {
      const list = WORD_LISTS[part.part]
      return { ...first, [list]: state[list].filter((id) => id !== part.value) }
    }
  }
}

/** @returns the next wider steps after this radius, ascending, at most `count`; empty when it is the widest. */
export function widerRadii(radiusKm: number, count: number): number[] {
  return RADIUS_STEPS_KM.filter((step) => step > radiusKm).slice(0, count)
}
