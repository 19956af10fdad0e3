/**
 * Names of places in a typed text. The names are handed over (`search/` reads no database); a name that is a word as well
 * ("Best", "Huizen") counts only where the words before it say that a place is meant.
 */
import type { Point } from '~/kernel/geography'
import { isOrdinaryWord, NEVER_A_PLACE, THINGS } from './homonyms'
import { table } from './table'
import { wordsOf } from './words'

export const NAME_KINDS = ['place', 'municipality', 'region', 'province'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Something on the map that has a name. A place is a point; the others are areas of whole municipalities. */
export type NamedPlace = {
  readonly kind: NameKind
  readonly name: string
  /** Of an area its middle. */
  readonly point: Point
  /** Of a place the one that it lies in. */
  readonly municipalityCodes: readonly string[]
}

/** Folded name, words apart by one space → what bears it. */
export type Gazetteer = ReadonlyMap<string, readonly NamedPlace[]>

/** The longest name that is looked for: "nuenen gerwen en nederwetten". */
const WORDS_MAX = 5

/** @param names each with everything that it is called. O(n). */
export function makeGazetteer(
  names: readonly (NamedPlace & { readonly aliases: readonly string[] })[],
): Gazetteer {
  const gazetteer = new Map<string, NamedPlace[]>()
  for (const { aliases, ...named } of names)
    for (const key of new Set([named.name, ...aliases].map((name) => wordsOf(name).join(' ')))) {
      if (key === '' || key.split(' ').length > WORDS_MAX) continue
      gazetteer.set(key, [...(gazetteer.get(key) ?? []), named])
    }
  return gazetteer
}

/** "regio Twente", "in de omgeving van Almelo": what it says of the name behind it. */
const MARKERS = table<readonly NameKind[]>({
  provincie: ['province'],
  regio: ['region', 'municipality', 'place', 'province'],
  arbeidsmarktregio: ['region'],
  gemeente: ['municipality'],
  plaats: ['place'],
  omgeving: NAME_KINDS,
  buurt: NAME_KINDS,
  rond: NAME_KINDS,
  rondom: NAME_KINDS,
  nabij: NAME_KINDS,
  near: NAME_KINDS,
  around: NAME_KINDS,
  province: ['province'],
  region: ['region', 'municipality', 'place', 'province'],
})
/** Words behind which a place is meant. */
export const BEFORE: ReadonlySet<string> = new Set(['te', 'in', 'bij', 'naar', 'uit', 'vanuit', 'at', 'from'])
/** @returns whether it says of the name behind it that it is one: "regio", "gemeente". */
export const isMarker = (word: string): boolean => MARKERS[word] !== undefined
const ARTICLES: ReadonlySet<string> = new Set(['de', 'het', 'the'])

export type PlaceAt = {
  readonly place: NamedPlace
  /** The words of the name itself. */
  readonly name: string
  /** How many words it takes, those that mark it included. */
  readonly length: number
}

/**
 * @param words folded. @param isCapital whether a word was typed with a capital.
 * @returns the place that is named from word `i` on; `null`: none, or one of several that bear the name. O(1).
 */
export function placeAt(
  gazetteer: Gazetteer,
  words: readonly string[],
  i: number,
  isCapital: (i: number) => boolean,
): PlaceAt | null {
  const kinds = MARKERS[words[i] ?? '']
  let at = i
  if (kinds) {
    at++
    if (words[at] === 'van' || words[at] === 'of') at++
    if (ARTICLES.has(words[at] ?? '')) at++
  }
  for (let count = Math.min(WORDS_MAX, words.length - at); count > 0; count--) {
    const name = words.slice(at, at + count).join(' ')
    const place = chosenOf(gazetteer.get(name) ?? [], kinds)
    if (!place) continue
    if (NEVER_A_PLACE.has(name)) continue
    if (!kinds && isOrdinaryWord(name) && !isMeant(name, words, i, isCapital)) continue
    return { place, name, length: at - i + count + around(words, at + count) }
  }
  return null
}

/** "Twente en omgeving", "Twente regio". */
function around(words: readonly string[], i: number): number {
  if (words[i] === 'en' && words[i + 1] === 'omgeving') return 2
  return words[i] === 'regio' || words[i] === 'eo' ? 1 : 0
}

function isMeant(
  name: string,
  words: readonly string[],
  i: number,
  isCapital: (i: number) => boolean,
): boolean {
  return BEFORE.has(words[i - 1] ?? '') && (!THINGS.has(name) || isCapital(i))
}

/**
 * Of those that bear a name: the place after which its municipality is called (Eindhoven, Utrecht), else the largest: a
 * province before a village of the same name (Zeeland).
 * @param kinds what a marker asks for, in its order.
 */
function chosenOf(named: readonly NamedPlace[], kinds: readonly NameKind[] | undefined): NamedPlace | null {
  const only = (kind: NameKind) => {
    const those = named.filter((each) => each.kind === kind)
    return those.length === 1 ? (those[0] as NamedPlace) : null
  }
  if (kinds && kinds !== NAME_KINDS) return kinds.map(only).find((each) => each !== null) ?? null
  const municipality = only('municipality')
  const seat = named.find(
    (each) => each.kind === 'place' && each.municipalityCodes[0] === municipality?.municipalityCodes[0],
  )
  return seat ?? only('province') ?? municipality ?? only('region') ?? only('place')
}
