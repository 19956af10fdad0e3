/** The words that a cell may hold, in both languages and by their code, with what they stand for. */
import {
  isLevel,
  LEVEL_YEARS,
  type Level,
  type OfferKind,
  type OfferLocation,
  type VmboTrack,
} from '~/kernel/education'
import { fold } from '~/kernel/fold'

export type Term = { readonly id: string; readonly nl: string; readonly en: string }
export const TERM_FIELDS = [
  'topics',
  'subjects',
  'goals',
  'profiles',
  'networks',
  'regions',
  'municipalities',
] as const
export type TermField = (typeof TERM_FIELDS)[number]
/** The vocabularies of the program. */
export type Terms = Readonly<Record<TermField, readonly Term[]>>
/** A branch of the company: named by its name or its number. */
export type NamedBranch = { readonly id: string; readonly name: string; readonly branchNumber: string | null }
/** The same by folded word, and the branches of the company. */
export type LoadWords = Readonly<Record<TermField | 'branch', ReadonlyMap<string, string>>>

/** O(terms). Where two terms have a word in common, the first one has it. */
export function wordsOf(terms: Terms, branches: readonly NamedBranch[] = []): LoadWords {
  const mapOf = (list: readonly Term[]) => {
    const map = new Map<string, string>()
    for (const { id, nl, en } of list)
      for (const word of [id, nl, en]) if (!map.has(fold(word))) map.set(fold(word), id)
    return map
  }
  const maps = TERM_FIELDS.map((field) => [field, mapOf(terms[field])])
  const branch = new Map(
    branches.flatMap(({ id, name, branchNumber }) =>
      [id, name, branchNumber ?? name].map((word): [string, string] => [fold(word), id]),
    ),
  )
  return { ...(Object.fromEntries(maps) as Record<TermField, ReadonlyMap<string, string>>), branch }
}

export const KIND_WORDS: Readonly<Record<string, OfferKind>> = {
  'guest-lesson': 'guest-lesson',
  gastles: 'guest-lesson',
  'guest lesson': 'guest-lesson',
  les: 'guest-lesson',
  excursion: 'excursion',
  excursie: 'excursion',
  bedrijfsbezoek: 'excursion',
  rondleiding: 'excursion',
  visit: 'excursion',
  'lesson-material': 'lesson-material',
  lesmateriaal: 'lesson-material',
  'lesson material': 'lesson-material',
  'teaching material': 'lesson-material',
  materiaal: 'lesson-material',
  'co-development': 'co-development',
  'samen ontwikkelen': 'co-development',
  'developing together': 'co-development',
  event: 'event',
  evenement: 'event',
  wedstrijd: 'event',
}

export const LOCATION_WORDS: Readonly<Record<string, OfferLocation>> = {
  'at-school': 'at-school',
  'op school': 'at-school',
  school: 'at-school',
  'in de klas': 'at-school',
  'at school': 'at-school',
  'at-company': 'at-company',
  'bij het bedrijf': 'at-company',
  'op locatie': 'at-company',
  bedrijf: 'at-company',
  'at the company': 'at-company',
  company: 'at-company',
  online: 'online',
  download: 'download',
}

const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  po: 'po',
  groep: 'po',
  group: 'po',
  bo: 'po',
  pro: 'pro',
  praktijkonderwijs: 'pro',
  vmbo: 'vmbo',
  havo: 'havo',
  vwo: 'vwo',
  atheneum: 'vwo',
  gymnasium: 'vwo',
}

export const TRACK_WORDS: Readonly<Record<string, VmboTrack>> = {
  bb: 'bb',
  basis: 'bb',
  b: 'bb',
  kb: 'kb',
  kader: 'kb',
  k: 'kb',
  gl: 'gl',
  gemengd: 'gl',
  tl: 'tl',
  theoretisch: 'tl',
  mavo: 'tl',
}

export const DAY_WORDS: Readonly<Record<string, number>> = {
  ...days(['ma', 'di', 'wo', 'do', 'vr']),
  ...days(['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag']),
  ...days(['mon', 'tue', 'wed', 'thu', 'fri']),
  ...days(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
  ...days(['1', '2', '3', '4', '5']),
}

export const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  nl: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  en: 'en',
  engels: 'en',
  english: 'en',
  de: 'de',
  duits: 'de',
  german: 'de',
  fr: 'fr',
  frans: 'fr',
  french: 'fr',
  fy: 'fy',
  fries: 'fy',
  frisian: 'fy',
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'x', '1', 'true', 'waar'])
const NO = new Set(['nee', 'n', 'no', '0', 'false', 'onwaar', '-'])

/** @returns `null` for what is neither. */
export function readYesNo(text: string): boolean | null {
  const word = fold(text)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

function days(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, i + 1]))
}

export type ReadWords<Value> =
  | { readonly ok: true; readonly values: readonly Value[] }
  | { readonly ok: false; readonly given: string }

/**
 * Words with `;` `|` or a line between them; where that gives an unknown word, commas part words too, so that a word with
 * a comma in it can be written as it is.
 * @returns each once, or the first that is not known.
 */
export function readWords<Value>(
  text: string,
  known: (folded: string) => Value | undefined,
): ReadWords<Value> {
  const values = new Set<Value>()
  for (const piece of text.split(/[;|\n]/)) {
    const whole = known(fold(piece))
    const parts = whole === undefined ? piece.split(',') : [piece]
    for (const part of parts) {
      const word = fold(part)
      if (word === '') continue
      const value = known(word)
      if (value === undefined) return { ok: false, given: part.trim() }
      values.add(value)
    }
  }
  return { ok: true, values: [...values] }
}

export type ReadYears =
  | { readonly ok: true; readonly keys: readonly string[] }
  | { readonly ok: false; readonly reason: 'unknown' | 'no-year'; readonly given: string }

const TOKEN = /([a-z]+)|(\d+)(?:\s*(?:-|–|t\/m|tot en met|tm|to)\s*(\d+))?|(\S)/gy
const FILLERS = new Set(['klas', 'klassen', 'leerjaar', 'leerjaren', 'jaar', 'year', 'years', 'en', 'and'])
const ALL = new Set(['alle', 'all'])

/**
 * `groep 7-8; vmbo 3, 4`, `havo 1 t/m 3`, `vwo alle`, `po-7`: levels with their years.
 * @returns keys as the form has them, e.g. `vmbo-3`; which years exist is the form's to say. The first word that is not
 * understood, or the level that has no year.
 */
export function readYears(text: string): ReadYears {
  const keys = new Set<string>()
  let level: Level | null = null
  let hasYear = true
  const folded = fold(text).replace(/\b(po|pro|vmbo|havo|vwo)-(?=\d)/g, '$1 ')
  let at = 0
  TOKEN.lastIndex = 0
  while (at < folded.length) {
    TOKEN.lastIndex = at
    const found = /\s/.test(folded.charAt(at)) ? null : TOKEN.exec(folded)
    if (!found) {
      at++
      continue
    }
    at = TOKEN.lastIndex
    const [, word, from, until, sign] = found
    if (word !== undefined && word in LEVEL_WORDS) {
      if (!hasYear && level !== null) return { ok: false, reason: 'no-year', given: level }
      level = LEVEL_WORDS[word] ?? null
      hasYear = false
    } else if (word !== undefined && ALL.has(word) && level !== null && isLevel(level)) {
      for (const year of LEVEL_YEARS[level]) keys.add(`${level}-${year}`)
      hasYear = true
    } else if (word !== undefined && !FILLERS.has(word)) return { ok: false, reason: 'unknown', given: word }
    else if (from !== undefined) {
      if (level === null) return { ok: false, reason: 'unknown', given: found[0] }
      const last = Number(until ?? from)
      for (let year = Number(from); year <= Math.min(last, Number(from) + 20); year++)
        keys.add(`${level}-${year}`)
      if (last < Number(from)) return { ok: false, reason: 'unknown', given: found[0] }
      hasYear = true
    } else if (sign !== undefined && !/[;,|/&+]/.test(sign))
      return { ok: false, reason: 'unknown', given: sign }
  }
  if (!hasYear && level !== null) return { ok: false, reason: 'no-year', given: level }
  return { ok: true, keys: [...keys] }
}
