/** What a person asks of the finder: the whole of it stands in the address, so that it can be shared and gone back to. */
import type { Level, OfferKind, OfferLocation } from '~/kernel/education'
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
  readonly kinds: readonly OfferKind[]
  readonly level: LevelChoice | null
  readonly topicIds: readonly string[]
  /** Place or postcode as typed, trimmed; empty: nowhere in particular. */
  readonly place: string
  /** 1–300 km; `null`: however far. Asks nothing as long as there is no place. */
  readonly radiusKm: number | null
  readonly locations: readonly OfferLocation[]
  /** ISO 639-1, two lower-case letters. */
  readonly languages: readonly string[]
  readonly free: boolean
  readonly sort: Sort
  readonly view: View
  /** From 1. */
  readonly page: number
}

export const EMPTY_STATE: FinderState = {
  text: '',
  kinds: [],
  level: null,
  topicIds: [],
  place: '',
  radiusKm: null,
  locations: [],
  languages: [],
  free: false,
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

/** One thing that the person asked for and can take back. */
export type FilterPart =
  | { readonly part: 'text' }
  | { readonly part: 'level' }
  | { readonly part: 'place' }
  | { readonly part: 'radius' }
  | { readonly part: 'free' }
  | { readonly part: 'kind'; readonly value: OfferKind }
  | { readonly part: 'topic'; readonly value: string }
  | { readonly part: 'location'; readonly value: OfferLocation }
  | { readonly part: 'language'; readonly value: string }

/** @returns what is asked, in the order of the address; empty when everything is asked for. */
export function activeParts(state: FinderState): FilterPart[] {
  const parts: FilterPart[] = []
  if (state.text) parts.push({ part: 'text' })
  for (const value of state.kinds) parts.push({ part: 'kind', value })
  if (state.level) parts.push({ part: 'level' })
  for (const value of state.topicIds) parts.push({ part: 'topic', value })
  if (state.place) parts.push({ part: 'place' })
  if (state.place && state.radiusKm !== null) parts.push({ part: 'radius' })
  for (const value of state.locations) parts.push({ part: 'location', value })
  for (const value of state.languages) parts.push({ part: 'language', value })
  if (state.free) parts.push({ part: 'free' })
  return parts
}

/** @returns the state without that part, on page 1. Without a place there is no radius either. */
export function withoutPart(state: FinderState, part: FilterPart): FinderState {
  const first = { ...state, page: 1 }
  switch (part.part) {
    case 'text':
      return { ...first, text: '' }
    case 'level':
      return { ...first, level: null }
    case 'place':
      return {
        ...first,
        place: '',
        radiusKm: null,
        sort: state.sort === 'distance' ? 'relevance' : state.sort,
      }
    case 'radius':
      return { ...first, radiusKm: null }
    case 'free':
      return { ...first, free: false }
    case 'kind':
      return { ...first, kinds: state.kinds.filter((kind) => kind !== part.value) }
    case 'topic':
      return { ...first, topicIds: state.topicIds.filter((id) => id !== part.value) }
    case 'location':
      return { ...first, locations: state.locations.filter((location) => location !== part.value) }
    case 'language':
      return { ...first, languages: state.languages.filter((language) => language !== part.value) }
  }
}

/** @returns the next wider steps after this radius, ascending, at most `count`; empty when it is the widest. */
export function widerRadii(radiusKm: number, count: number): number[] {
  return RADIUS_STEPS_KM.filter((step) => step > radiusKm).slice(0, count)
}
