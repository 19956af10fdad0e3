/**
 * How well the words of an offer fit the words of a request: cosine of weighted stems (G. Salton and C. Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988), rare words more than frequent ones, the title more than the
 * text. Compounds count with their parts, and what is asked counts in other words too: those of `synonyms.ts` and, for terms of
 * one word, those that are given. Words of kinds and those that say nothing are left out.
 */
import type { Synonyms } from '../query'
import { partStems } from './compounds'
import { kindOf } from './kinds'
import { stemOf } from './stem'
import { isStopWord } from './stop-words'
import { synonymsOf } from './synonyms'
import { wordsOf } from './words'

export type AskedText = { readonly title: string; readonly text: string }
export type OfferText = { readonly title: string; readonly summary: string; readonly description: string }

/** Most characters of one field that are looked at. */
const FIELD_MAX = 4_000
/** What a word in this field counts. */
const WEIGHTS = { title: 3, summary: 2, description: 1 } as const
const ASKED_TITLE = 2
/** A part of a compound says less than the word. */
const PART = 0.7
const SHORTEST = 3
/** From this cosine on the texts say the same. */
const SAME = 0.35
/** How much a long text counts less: 1 wholly, 0 not at all. */
const LENGTH = 0.7

const NONE_GIVEN: Synonyms = new Map()

type Terms = ReadonlyMap<string, number>

/** The words of an offer as the fit counts them: made once per text, good for every question. */
export type TextTerms = Terms

/** O(words). */
export function termsOfOffer({ title, summary, description }: OfferText): TextTerms {
  return termsOf([
    [title, WEIGHTS.title],
    [summary, WEIGHTS.summary],
    [description, WEIGHTS.description],
  ])
}

/** The offers that have a word, by their place in the list, and what it counts there. */
type Postings = { readonly places: Int32Array; readonly weights: Float64Array }
type Fit = { readonly place: number; readonly fit: number }

/**
 * Rarity is that among these offers: the same offers give a pair the same number, whoever asks and whatever else it asks.
 * O(words of all) once; a question then costs the offers that share a word with it.
 * @returns for a question the offers with a word in common, by their place in the list, ascending, and how well they fit:
 * over 0, and 1 as good as the same.
 */
export function indexTerms(
  given: readonly TextTerms[],
): (asked: AskedText, synonyms?: Synonyms) => readonly Fit[] {
  const postings = postingsOf(given)
  const rarities = new Map<string, number>()
  for (const [stem, { places }] of postings) rarities.set(stem, rarityOf(given.length, places.length))
  const rarity = (stem: string) => rarities.get(stem) ?? rarityOf(given.length, 0)
  const lengths = Float64Array.from(given, (terms) => lengthOf(terms, rarity))
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const sums = new Float64Array(given.length)
  const weightOf = new Float64Array(given.length)
  return (asked, synonyms = NONE_GIVEN) => {
    const wished = termsOf([
      [asked.title, ASKED_TITLE],
      [asked.text, 1],
    ])
    const wishedLength = lengthOf(wished, rarity)
    for (const [stem, weight] of wished) {
      const each = weight * rarity(stem) ** 2
      for (const place of writeWeights(phrasesOf(stem, synonyms), postings.get(stem), {
        postings,
        weightOf,
      })) {
        sums[place] = (sums[place] as number) + each * (weightOf[place] as number)
        weightOf[place] = 0
      }
    }
    const found: Fit[] = []
    for (let place = 0; place < sums.length; place++) {
      if (sums[place] === 0) continue
      const length = LENGTH * (lengths[place] as number) + (1 - LENGTH) * usual
      found.push({ place, fit: Math.min(1, (sums[place] as number) / (length * wishedLength) / SAME) })
      sums[place] = 0
    }
    return found
  }
}

function postingsOf(given: readonly TextTerms[]): ReadonlyMap<string, Postings> {
  const lists = new Map<string, { readonly places: number[]; readonly weights: number[] }>()
  given.forEach((terms, place) => {
    for (const [stem, weight] of terms) {
      const list = lists.get(stem) ?? { places: [], weights: [] }
      lists.set(stem, list)
      list.places.push(place)
      list.weights.push(weight)
    }
  })
  const postings = new Map<string, Postings>()
  for (const [stem, { places, weights }] of lists)
    postings.set(stem, { places: Int32Array.from(places), weights: Float64Array.from(weights) })
  return postings
}

/**
 * @returns per offer 0–1, in order: 0 no word in common, 1 as good as the same. Rarity is that among these offers.
 * O(words of all).
 */
export function textFits(asked: AskedText, offers: readonly OfferText[]): readonly number[] {
  const fits = new Array<number>(offers.length).fill(0)
  for (const { place, fit } of indexTerms(offers.map(termsOfOffer))(asked)) fits[place] = fit
  return fits
}

function termsOf(fields: readonly (readonly [text: string, weight: number])[]): Terms {
  const terms = new Map<string, number>()
  const add = (stem: string, weight: number) => terms.set(stem, Math.max(terms.get(stem) ?? 0, weight))
  for (const [text, weight] of fields) {
    for (const word of wordsOf(text.slice(0, FIELD_MAX))) {
      const { stem, parts } = formsOf(word)
      if (stem === null) continue
      add(stem, weight)
      for (const part of parts) add(part, PART * weight)
    }
  }
  return terms
}

type Forms = { readonly stem: string | null; readonly parts: readonly string[] }

/** Most words are seen again and again: their stems are kept, for the last so many words. */
const KEPT = 50_000
const kept = new Map<string, Forms>()

/** `stem` is `null` for a word that says nothing of what it is about. */
function formsOf(word: string): Forms {
  const known = kept.get(word)
  if (known) return known
  const saysNothing = word.length < SHORTEST || isStopWord(word) || kindOf(word) !== undefined
  const forms = saysNothing ? { stem: null, parts: [] } : { stem: stemOf(word), parts: partStems(word) }
  if (kept.size >= KEPT) kept.clear()
  kept.set(word, forms)
  return forms
}

function phrasesOf(stem: string, synonyms: Synonyms): readonly (readonly string[])[] {
  const given = synonyms.get(stem)
  return given ? [...synonymsOf(stem), ...given] : synonymsOf(stem)
}

/**
 * Writes per offer what it gives for a word: the word itself, or, where it has not, the best of what is written for it.
 * @param phrases what may be written for it. @param own the offers that have the word itself.
 * @returns the places that were written, each once.
 */
function writeWeights(
  phrases: readonly (readonly string[])[],
  own: Postings | undefined,
  {
    postings,
    weightOf,
  }: { readonly postings: ReadonlyMap<string, Postings>; readonly weightOf: Float64Array },
): Iterable<number> {
  own?.places.forEach((place, i) => {
    weightOf[place] = own.weights[i] as number
  })
  if (phrases.length === 0) return own?.places ?? []
  const others = new Map<number, number>()
  for (const [first, ...rest] of phrases) {
    const list = postings.get(first ?? '')
    const seconds = rest.map((other) => weightsByPlace(postings.get(other)))
    list?.places.forEach((place, i) => {
      if (weightOf[place] !== 0) return
      const least = seconds.reduce(
        (min, second) => Math.min(min, second.get(place) ?? 0),
        list.weights[i] as number,
      )
      if (least > (others.get(place) ?? 0)) others.set(place, least)
    })
  }
  for (const [place, weight] of others) weightOf[place] = weight
  return [...(own?.places ?? []), ...others.keys()]
}

function weightsByPlace(list: Postings | undefined): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  list?.places.forEach((place, i) => {
    weights.set(place, list.weights[i] as number)
  })
  return weights
}

function rarityOf(offers: number, having: number): number {
  return Math.log(1 + offers / (0.5 + having))
}

function lengthOf(terms: Terms, rarity: (stem: string) => number): number {
  let sum = 0
  for (const [stem, weight] of terms) sum += (weight * rarity(stem)) ** 2
  return Math.sqrt(sum)
}
