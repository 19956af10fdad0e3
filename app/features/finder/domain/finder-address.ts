/**
 * The finder's state as an address and back: `/offers?q=robot&level=vmbo-3&place=7607&radius=25`.
 * There is one spelling of each state (`writeAddress`); reading is forgiving: a part that cannot be is left out and
 * named in `problems`, the rest still counts. `readAddress(writeAddress(s))` gives `s` without problems.
 */
import { isMonth, type Month } from '~/kernel/calendar'
import {
  isLevel,
  isYearOf,
  LEVEL_YEARS,
  type Level,
  OFFER_KINDS,
  OFFER_LOCATIONS,
  VMBO_TRACKS,
} from '~/kernel/education'
import { fold } from '~/kernel/fold'
import type { Bounds } from '~/kernel/geography'
import { SORTS } from '~search/query'
import {
  CHOICES_MAX,
  EMPTY_STATE,
  type FinderState,
  type LevelChoice,
  PAGE_MAX,
  PLACE_MAX,
  RADIUS_MAX_KM,
  TEXT_MAX,
  VIEWS,
} from './finder-state'

/** The names in the address, in their one order. They are also the names of the form's fields. */
export const FIELDS = [
  'q',
  'plain',
  'kind',
  'level',
  'track',
  'topic',
  'subject',
  'goal',
  'network',
  'place',
  'radius',
  'bounds',
  'region',
  'location',
  'language',
  'free',
  'girls',
  'organisation',
  'from',
  'until',
  'sort',
  'view',
  'page',
] as const
export type Field = (typeof FIELDS)[number]

/** What is wrong with a part of the address. `given` is what stood there, cut to 40 characters. */
export type Problem =
  | { readonly field: 'q'; readonly code: 'text-too-long'; readonly given: string; readonly max: number }
  | { readonly field: 'place'; readonly code: 'place-too-long'; readonly given: string; readonly max: number }
  | { readonly field: 'place'; readonly code: 'place-unknown'; readonly given: string }
  | { readonly field: 'level'; readonly code: 'level-unknown'; readonly given: string }
  | {
      readonly field: 'level'
      readonly code: 'year-unknown'
      readonly given: string
      readonly level: Level
      readonly lastYear: number
    }
  | {
      readonly field: 'radius'
      readonly code: 'radius-invalid'
      readonly given: string
      readonly max: number
    }
  | { readonly field: 'topic'; readonly code: 'topic-unknown'; readonly given: string }
  | { readonly field: 'bounds'; readonly code: 'bounds-invalid'; readonly given: string }
  | { readonly field: 'from' | 'until'; readonly code: 'month-invalid'; readonly given: string }
  | { readonly field: 'until'; readonly code: 'period-turned'; readonly given: string }
  | {
      readonly field: ChoiceField | WordField | 'language' | 'free' | 'girls' | 'sort' | 'view' | 'page'
      readonly code: 'value-unknown'
      readonly given: string
    }
  | { readonly field: Field; readonly code: 'too-many'; readonly given: string; readonly max: number }

type ChoiceField = 'kind' | 'track' | 'location'
/** Words of a vocabulary: whether one exists is for the reader of the vocabulary to say. */
export type WordField = 'subject' | 'goal' | 'network' | 'region' | 'organisation'

export type ReadAddress = { readonly state: FinderState; readonly problems: readonly Problem[] }

/** Ids and addresses of companies as the program makes them. */
const WORD = /^[a-z0-9][a-z0-9.-]{0,79}$/i
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
const has = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text)
/** @returns the text without control characters, with single spaces, trimmed. */
export function tidy(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim()
}

/**
 * @param params of the address; unknown names are ignored; of a name that may stand once the last counts.
 * @param topicIds the topics that exist.
 */
export function readAddress(params: URLSearchParams, topicIds: ReadonlySet<string>): ReadAddress {
  const problems: Problem[] = []
  const last = (field: Field) => tidy(params.getAll(field).at(-1) ?? '')

  const all = (field: Field) => {
    const given = [...new Set(params.getAll(field).map(tidy).filter(Boolean))]
    if (given.length > CHOICES_MAX)
      problems.push({ field, code: 'too-many', given: String(given.length), max: CHOICES_MAX })
    return given.slice(0, CHOICES_MAX)
  }
  const choices = <T extends string>(field: ChoiceField, known: readonly T[]): T[] => {
    const given = all(field)
    for (const value of given)
      if (!has(known, value)) problems.push({ field, code: 'value-unknown', given: short(value) })
    return known.filter((value) => given.includes(value))
  }
  const oneOf = <T extends string>(field: 'sort' | 'view', known: readonly T[], otherwise: T): T => {
    const given = last(field)
    if (!given) return otherwise
    if (has(known, given)) return given
    problems.push({ field, code: 'value-unknown', given: short(given) })
    return otherwise
  }
  const cut = (field: 'q' | 'place', code: 'text-too-long' | 'place-too-long', max: number) => {
    const given = last(field)
    if (given.length <= max) return given
    problems.push({ field, code, given: short(given), max } as Problem)
    return ''
  }

  const words = (field: WordField | 'language', shape: RegExp) =>
    all(field)
      .filter((word) => {
        if (shape.test(word)) return true
        problems.push({ field, code: 'value-unknown', given: short(word) })
        return false
      })
      .sort()
  const level = readLevel(last('level'), problems)
  const tracks = choices('track', VMBO_TRACKS)
  const openFrom = readMonth('from', last('from'), problems)

  const text = cut('q', 'text-too-long', TEXT_MAX)
  const state: FinderState = {
    text,
    plain: plainIn(text, all('plain')),
    kinds: choices('kind', OFFER_KINDS),
    level,
    // Ticks that stay behind when another level is chosen ask nothing.
    tracks: level?.level === 'vmbo' ? tracks : [],
    topicIds: all('topic')
      .filter((id) => {
        if (topicIds.has(id)) return true
        problems.push({ field: 'topic', code: 'topic-unknown', given: short(id) })
        return false
      })
      .sort(),
    subjectIds: words('subject', WORD),
    goalIds: words('goal', WORD),
    networkIds: words('network', WORD),
    place: cut('place', 'place-too-long', PLACE_MAX),
    radiusKm: readRadius(last('radius'), problems),
    bounds: readBounds(last('bounds'), problems),
    regionIds: words('region', WORD),
    locations: choices('location', OFFER_LOCATIONS),
    languages: words('language', /^[a-z]{2}$/),
    free: readFlag('free', last('free'), problems),
    girls: readFlag('girls', last('girls'), problems),
    organisations: words('organisation', WORD),
    openFrom,
    openUntil: readUntil(last('until'), openFrom, problems),
    sort: oneOf('sort', SORTS, EMPTY_STATE.sort),
    view: oneOf('view', VIEWS, EMPTY_STATE.view),
    page: readPage(last('page'), problems),
  }
  return { state, problems }
}

/** Letters and digits, as the words of a question are told apart. */
function wordsIn(text: string): string {
  return fold(text)
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** @returns those that stand in the text, in its order: who types on leaves the others behind. */
function plainIn(text: string, given: readonly string[]): readonly string[] {
  const words = ` ${wordsIn(text)} `
  const at = (phrase: string) => words.indexOf(` ${phrase} `)
  return [...new Set(given.map(wordsIn))]
    .filter((phrase) => phrase !== '' && at(phrase) >= 0)
    .sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1))
}

function readLevel(given: string, problems: Problem[]): LevelChoice | null {
  if (!given) return null
  const [name = '', yearText, ...rest] = given.toLowerCase().split('-')
  if (!isLevel(name) || rest.length > 0) {
    problems.push({ field: 'level', code: 'level-unknown', given: short(given) })
    return null
  }
  if (yearText === undefined) return { level: name }
  const year = /^\d{1,2}$/.test(yearText) ? Number(yearText) : Number.NaN
  if (isYearOf(name, year)) return { level: name, year }
  const lastYear = LEVEL_YEARS[name].length
  problems.push({ field: 'level', code: 'year-unknown', given: short(yearText), level: name, lastYear })
  return { level: name }
}

function readRadius(given: string, problems: Problem[]): number | null {
  if (!given) return null
  const km = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN
  if (km >= 1 && km <= RADIUS_MAX_KM) return km
  problems.push({ field: 'radius', code: 'radius-invalid', given: short(given), max: RADIUS_MAX_KM })
  return null
}

/** @returns the edges, `null` when they are none of a rectangle on earth. Three decimals are a hundred metres. */
function readBounds(given: string, problems: Problem[]): Bounds | null {
  if (!given) return null
  const edges = given.split(',')
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = edges.map((edge) =>
    /^-?\d{1,3}(\.\d{1,9})?$/.test(edge) ? edgeOf(Number(edge)) : Number.NaN,
  )
  if (
    edges.length === 4 &&
    south >= -90 &&
    south < north &&
    north <= 90 &&
    west >= -180 &&
    west < east &&
    east <= 180
  )
    return { south, west, north, east }
  problems.push({ field: 'bounds', code: 'bounds-invalid', given: short(given) })
  return null
}

/** @returns degrees as they stand in an address; never a minus before nought. */
export function edgeOf(degrees: number): number {
  return Math.round(degrees * 1000) / 1000 + 0
}

function readMonth(field: 'from' | 'until', given: string, problems: Problem[]): Month | null {
  if (!given) return null
  if (isMonth(given)) return given
  problems.push({ field, code: 'month-invalid', given: short(given) })
  return null
}

function readUntil(given: string, from: Month | null, problems: Problem[]): Month | null {
  const until = readMonth('until', given, problems)
  if (until === null || from === null || from <= until) return until
  problems.push({ field: 'until', code: 'period-turned', given: until })
  return null
}

function readFlag(field: 'free' | 'girls', given: string, problems: Problem[]): boolean {
  if (given !== '' && given !== '1') problems.push({ field, code: 'value-unknown', given: short(given) })
  return given === '1'
}

function readPage(given: string, problems: Problem[]): number {
  if (!given) return 1
  const page = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN
  if (page >= 1 && page <= PAGE_MAX) return page
  problems.push({ field: 'page', code: 'value-unknown', given: short(given) })
  return 1
}

/** @returns the level as it stands in the address: `vmbo` or `vmbo-3`. */
export function writeLevel(choice: LevelChoice): string {
  return choice.year === undefined ? choice.level : `${choice.level}-${choice.year}`
}

/** @returns south, west, north, east: `51.91,4.42,52.03,4.61`. */
export function writeBounds({ south, west, north, east }: Bounds): string {
  return [south, west, north, east].map(edgeOf).join(',')
}

/** @returns the one query string of this state, without `?`; empty for the empty state. */
export function writeAddress(state: FinderState): string {
  const params = new URLSearchParams()
  const add = (field: Field, value: string | number) => params.append(field, String(value))
  if (state.text) add('q', state.text)
  for (const words of state.plain) add('plain', words)
  for (const kind of state.kinds) add('kind', kind)
  if (state.level) add('level', writeLevel(state.level))
  for (const track of state.tracks) add('track', track)
  for (const id of state.topicIds) add('topic', id)
  for (const id of state.subjectIds) add('subject', id)
  for (const id of state.goalIds) add('goal', id)
  for (const id of state.networkIds) add('network', id)
  if (state.place) add('place', state.place)
  if (state.radiusKm !== null) add('radius', state.radiusKm)
  if (state.bounds) add('bounds', writeBounds(state.bounds))
  for (const id of state.regionIds) add('region', id)
  for (const location of state.locations) add('location', location)
  for (const language of state.languages) add('language', language)
  if (state.free) add('free', 1)
  if (state.girls) add('girls', 1)
  for (const slug of state.organisations) add('organisation', slug)
  if (state.openFrom) add('from', state.openFrom)
  if (state.openUntil) add('until', state.openUntil)
  if (state.sort !== EMPTY_STATE.sort) add('sort', state.sort)
  if (state.view !== EMPTY_STATE.view) add('view', state.view)
  if (state.page > 1) add('page', state.page)
  return params.toString()
}

/** @returns the path of the finder in this state. */
export function finderPath(state: FinderState): string {
  const query = writeAddress(state)
  return query ? `/offers?${query}` : '/offers'
}

/**
 * @returns the path to send a reader to whose address is another spelling of the same state (empty fields of a form
 * sent without JavaScript, another order), or `null` when it is the one spelling already. Names that are not the
 * finder's (`lang`) stay, behind its own.
 */
export function canonicalPath(params: URLSearchParams, state: FinderState): string | null {
  const own = new Set<string>(FIELDS)
  const others = new URLSearchParams(
    [...params].filter(([name]) => !own.has(name) && name !== 'index' && name !== '_routes'),
  )
  const given = new URLSearchParams([...params].filter(([name]) => own.has(name)))
  const query = writeAddress(state)
  if (given.toString() === query) return null
  const all = [query, others.toString()].filter(Boolean).join('&')
  return all ? `/offers?${all}` : '/offers'
}
