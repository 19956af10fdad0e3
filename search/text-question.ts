/**
 * A question with everything that its words may be written as; the same for both engines. A word that no offer has is taken
 * for the beginning of one, when it is the last one typed, or for a typing error of one: the engine is asked which.
 */
import type { OfferKind } from '~/kernel/education'
import { partStems } from './dutch/compounds'
import { KIND_WORDS, kindOf } from './dutch/kinds'
import { stemOf } from './dutch/stem'
import { synonymsOf } from './dutch/synonyms'
import type { Understood } from './dutch/understand'
import type { Synonyms } from './query'
import { forgiven, typingDistance } from './typing-errors'

/**
 * The relevance floor: a document must have this share of the rarity of all words, parts of compounds alone not counted.
 * When none has, those that have most are shown as looking like it only.
 */
export const LEAST_SHARE = 0.4
/** A document must have this share of what the best has. */
export const SHARE_OF_BEST = 0.4
/** What is left of the relevance where the typed level or kind does not fit. */
export const OTHER_LEVEL = 0.25
export const OTHER_KIND = 0.7
/** And where girls are asked for, of an offer without a focus on them. */
export const NOT_FOR_GIRLS = 0.7

/** @param documents of the whole index, @param having of those the ones with the word. @returns > 0, higher is rarer. */
export function rarityOf(documents: number, having: number): number {
  return Math.log(1 + documents / (0.5 + having))
}

/** `all`: each stem anywhere in the text; `phrase`: one behind the other. */
export type Wider = { readonly how: 'all' | 'phrase'; readonly stems: readonly string[] }

export type AskedWord = {
  /** Folded, as typed. */
  readonly word: string
  readonly stem: string
  /** It and a neighbour as one word: "waterstof auto" is a waterstofauto. Counts as much as the word itself. */
  readonly joined: readonly string[]
  /** Counts less than the word itself. */
  readonly wider: readonly Wider[]
  /** Stems of its parts: each alone counts when nothing else is found. */
  readonly parts: readonly string[]
}

const NONE_GIVEN: Synonyms = new Map()
const LINKS = ['', 's', 'n', 'e', 'en']

/**
 * @param words folded, without those that say nothing.
 * @returns one per word, in order: its compound's parts, it and its neighbours as one word, synonyms of it and of the pair.
 */
export function askedWords(words: readonly string[], given: Synonyms = NONE_GIVEN): readonly AskedWord[] {
  const stems = words.map(stemOf)
  return words.map((word, i) => {
    const stem = stems[i] as string
    const wider = new Map<string, Wider>()
    const joined = new Set<string>()
    const add = (how: Wider['how'], phrase: readonly string[]) => {
      const key = phrase.join(' ')
      if (key !== stem) wider.set(key, { how, stems: phrase })
    }
    const parts = partStems(word)
    if (parts.length > 0) add('all', parts)
    for (const [at, left, right] of [
      [i, word, words[i + 1]],
      [i - 1, words[i - 1], word],
    ] as const) {
      if (left === undefined || right === undefined) continue
      for (const link of LINKS) joined.add(stemOf(left + link + right))
      const pair = `${stems[at]} ${stems[at + 1]}`
      for (const phrase of synonymsOf(pair)) add('phrase', phrase)
      for (const phrase of given.get(pair) ?? []) add(howGiven(phrase), phrase)
    }
    for (const phrase of synonymsOf(stem)) add('phrase', phrase)
    for (const phrase of given.get(stem) ?? []) add(howGiven(phrase), phrase)
    return { word, stem, joined: [...joined], wider: [...wider.values()], parts }
  })
}

/** An index keeps as phrases only those that the program knew when it was written. */
const howGiven = (phrase: readonly string[]): Wider['how'] => (phrase.length === 1 ? 'phrase' : 'all')

export type Unsure = AskedWord & { readonly last: boolean }

/** What an engine knows of a word that no offer has. */
export type Likeness = {
  readonly word: string
  /** Some offer has a word that begins with it; only looked at for the last one typed. */
  readonly begins: boolean
  /** Words of offers that look like it, most alike first. */
  readonly alike: readonly string[]
}

/** @returns one for each of the words that no offer has. */
export type LookUp = (words: readonly Unsure[]) => Promise<readonly Likeness[]>

export type Question = {
  readonly words: readonly (AskedWord & { readonly begins: boolean })[]
  /** All stems that may stand in a hit: what is marked there. */
  readonly stems: ReadonlySet<string>
  readonly levelKeys: readonly string[]
  readonly kinds: readonly OfferKind[]
  readonly girls: boolean
  /** Put an offer first and leave none out. */
  readonly hints: readonly AskedWord[]
}

const SHORTEST_BEGINNING = 3
export const SHORTEST_MISTAKE = 5

/** Asks the engine once, or not at all when every word has synonyms or parts. */
export async function questionOf(
  understood: Understood,
  lookUp: LookUp,
  given?: Synonyms,
): Promise<Question> {
  const { words, levelKeys, kinds, hints, girls } = understood
  const unsure = askedWords(words, given)
    .filter((word) => !hasOwnWider(word) && word.word.length >= SHORTEST_BEGINNING)
    .map((word) => ({ ...word, last: word.word === words.at(-1) }))
  const known = unsure.length > 0 ? await lookUp(unsure) : []
  const begins = new Set(known.filter((each) => each.begins).map((each) => each.word))
  const meant = new Map(known.map(({ word, alike }) => [word, nearest(word, [...alike, ...KIND_WORDS])]))
  // "excurssie" is a kind once it is spelt right.
  const found = new Set(kinds)
  const left = words.flatMap((word) => {
    const corrected = meant.get(word)
    const kind = corrected === undefined ? undefined : kindOf(corrected)
    if (kind) found.add(kind)
    return kind ? [] : [corrected ?? word]
  })
  const asked = askedWords(left, given).map((word) => ({ ...word, begins: begins.has(word.word) }))
  const stems = asked.flatMap(({ stem, joined, parts, wider }) => [
    stem,
    ...joined,
    ...parts,
    ...wider.flatMap((each) => each.stems),
  ])
  return {
    words: asked,
    stems: new Set(stems),
    levelKeys,
    kinds: [...found],
    hints: askedWords(hints, given),
    girls,
  }
}

/** Whether it is found by something else than itself and its neighbours. */
function hasOwnWider(asked: AskedWord): boolean {
  return asked.wider.some(({ how, stems }) => how === 'phrase' || stems.length > 1)
}

/** Of words that look alike, most alike first, the one with the fewest typing errors between. */
function nearest(word: string, alike: readonly string[]): string | undefined {
  const most = forgiven(word.length)
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const other of alike) {
    // Hardly anybody mistypes the first letter.
    const distance = typingDistance(word, other, most) + (word[0] === other[0] ? 0 : 1)
    if (distance <= most && (best === undefined || distance < best.distance)) best = { word: other, distance }
  }
  return best?.word
}

/** @returns synonyms of one word each: a chocoladefabriek is a cacaofabriek as well. */
export function orSynonyms(stem: string): readonly string[] {
  return [
    stem,
    ...synonymsOf(stem)
      .filter((phrase) => phrase.length === 1)
      .flat(),
  ]
}
