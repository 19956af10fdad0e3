/**
 * How well the words of an offer fit the words of a request: cosine of weighted stems (G. Salton and C. Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988), rare words more than frequent ones, the title more than the
 * text. Compounds count with their parts, and what is asked counts in other words too (`synonyms.ts`). Words of kinds and
 * those that say nothing are left out.
 */
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

type Terms = ReadonlyMap<string, number>

/**
 * @returns per offer 0–1, in order: 0 no word in common, 1 as good as the same. Rarity is that among these offers.
 * O(words of all).
 */
export function textFits(asked: AskedText, offers: readonly OfferText[]): readonly number[] {
  const wished = termsOf([
    [asked.title, ASKED_TITLE],
    [asked.text, 1],
  ])
  const given = offers.map(({ title, summary, description }) =>
    termsOf([
      [title, WEIGHTS.title],
      [summary, WEIGHTS.summary],
      [description, WEIGHTS.description],
    ]),
  )
  const rarity = rarityAmong(given)
  const lengths = given.map((terms) => lengthOf(terms, rarity))
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const wishedLength = lengthOf(wished, rarity)
  return given.map((terms, i) => {
    let sum = 0
    for (const [stem, weight] of wished) sum += weight * weightIn(terms, stem) * rarity(stem) ** 2
    const length = LENGTH * (lengths[i] as number) + (1 - LENGTH) * usual
    return sum === 0 ? 0 : Math.min(1, sum / (length * wishedLength) / SAME)
  })
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

/** The word itself, or what is written for it. */
function weightIn(terms: Terms, stem: string): number {
  const own = terms.get(stem)
  if (own !== undefined) return own
  let best = 0
  for (const phrase of synonymsOf(stem))
    best = Math.max(best, Math.min(...phrase.map((other) => terms.get(other) ?? 0)))
  return best
}

function rarityAmong(given: readonly Terms[]): (stem: string) => number {
  const having = new Map<string, number>()
  for (const terms of given) for (const stem of terms.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + given.length / (0.5 + (having.get(stem) ?? 0)))
}

function lengthOf(terms: Terms, rarity: (stem: string) => number): number {
  let sum = 0
  for (const [stem, weight] of terms) sum += (weight * rarity(stem)) ** 2
  return Math.sqrt(sum)
}
