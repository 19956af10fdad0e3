/**
 * The order of the first hits. Meilisearch compares offers by one rule after the other and cannot weigh a rare word against a
 * common one; so it gives its best, and those are weighed here by what PostgreSQL weighs: per word its rarity and where it
 * stands, less for another spelling, less where the typed level or kind does not fit. Pure; about 20 µs per offer.
 */
import { distanceKm, type Point } from '~/kernel/geography'
import {
  type ExplainedField,
  type ExplainedWord,
  type FoundTerm,
  nearnessOf,
  type ScoreParts,
  scoreOf,
} from '../explanation'
import type { Near } from '../query'
import {
  type AskedWord,
  NOT_FOR_GIRLS,
  OTHER_KIND,
  OTHER_LEVEL,
  orSynonyms,
  type Wider,
} from '../text-question'
import type { TextQuestion } from './text-question'

/** What of an offer is weighed. */
export const WEIGHED = [
  'id',
  'kind',
  'levelKeys',
  'girlsFocus',
  'titleTerms',
  'topicTerms',
  'summaryTerms',
  'terms',
  'publishedAt',
  'quality',
  '_geo',
] as const
export type WeighedOffer = {
  readonly id: string
  readonly kind: string
  readonly levelKeys: readonly string[]
  readonly girlsFocus: boolean
  readonly titleTerms: readonly string[]
  readonly topicTerms: readonly string[]
  readonly summaryTerms: readonly string[]
  /** All of them, the body's too. */
  readonly terms: readonly string[]
  readonly publishedAt: number
  /** 0.8 to 1 (quality.ts). */
  readonly quality: number
  readonly _geo?: Point
}

const FIELDS = { titleTerms: 1, topicTerms: 0.6, summaryTerms: 0.35, terms: 0.08 } as const
type Field = keyof typeof FIELDS
const NAMES = Object.keys(FIELDS) as Field[]
const FIELD_NAMES: Readonly<Record<Field, ExplainedField>> = {
  titleTerms: 'title',
  topicTerms: 'topics',
  summaryTerms: 'summary',
  terms: 'body',
}
/** A word that is found by another spelling or a synonym counts this much. */
const WIDER = 0.6
/** What a word of a kind adds where the text has it. */
const HINT = 1
/** Each further field gives a fraction of its weight, as in `ts_rank`. */
const FURTHER = [1, 1 / 4, 1 / 9, 1 / 16] as const

type Sets = Readonly<Record<Field, ReadonlySet<string>>>

/** @returns the same offers, best first; equal ones by date, then by id. O(offers × words × synonyms). */
export function rescored<Offer extends WeighedOffer>(
  offers: readonly Offer[],
  text: WeighedText,
  near: Near | undefined,
): readonly Offer[] {
  return offers
    .map((offer) => ({ offer, score: weighed(offer, text, near).score }))
    .sort(
      (a, b) =>
        b.score - a.score || b.offer.publishedAt - a.offer.publishedAt || (a.offer.id < b.offer.id ? -1 : 1),
    )
    .map(({ offer }) => offer)
}

export type WeighedText = Pick<TextQuestion, 'words' | 'hints' | 'levelKeys' | 'kinds' | 'girls'>

export type Weighing = Omit<ScoreParts, 'words'> & {
  readonly words: readonly Pick<ExplainedWord, 'word' | 'rarity' | 'rank'>[]
  readonly score: number
  readonly distanceKm: number | null
}

/** @returns the score of an offer and what it is made of. */
export function weighed(offer: WeighedOffer, text: WeighedText, near: Near | undefined): Weighing {
  const sets = setsOf(offer)
  let had = 0
  let all = 0
  const words = text.words.map(({ rarity, ...word }) => {
    const exact = placesOf(sets, (set) => hasExact(set, word))
    const wider = placesOf(sets, (set) => hasWider(set, word))
    all += rarity
    if (exact + wider > 0) had += rarity
    return { word: word.word, rarity, rank: exact + WIDER * wider }
  })
  const hint = text.hints.reduce(
    (sum, word) => sum + HINT * placesOf(sets, (set) => hasExact(set, word) || hasWider(set, word)),
    0,
  )
  const { levelKeys, kinds, girls } = text
  const fitsLevel = levelKeys.length === 0 || levelKeys.some((key) => offer.levelKeys.includes(key))
  const fitsKind = kinds.length === 0 || kinds.some((kind) => kind === offer.kind)
  const km = near && offer._geo ? distanceKm(near.point, offer._geo) : null
  const parts = {
    words,
    share: all > 0 ? had / all : 1,
    hint,
    factors: {
      level: fitsLevel ? 1 : OTHER_LEVEL,
      kind: fitsKind ? 1 : OTHER_KIND,
      girls: girls && !offer.girlsFocus ? NOT_FOR_GIRLS : 1,
      quality: offer.quality,
      nearness: near ? nearnessOf(km) : 1,
    },
  }
  return { ...parts, score: scoreOf(parts), distanceKm: km }
}

/** @returns each way of writing the word that the offer has, with its fields. */
export function foundIn(offer: WeighedOffer, word: Weighed): readonly FoundTerm[] {
  const sets = setsOf(offer)
  const { stem, joined, wider, begins, parts, firm = true } = word
  const ways: readonly (Omit<FoundTerm, 'fields'> & { has: (set: ReadonlySet<string>) => boolean })[] = [
    ...[stem, ...joined].map((term) => ({
      term,
      how: 'itself' as const,
      has: (set: ReadonlySet<string>) => set.has(term),
    })),
    ...(firm
      ? [
          ...(begins ? [{ term: `${stem}…`, has: (set: ReadonlySet<string>) => beginsIn(set, stem) }] : []),
          ...wider.map((each) => ({
            term: each.stems.join(each.how === 'phrase' ? ' ' : ' + '),
            has: (set: ReadonlySet<string>) => hasPhrase(set, each),
          })),
        ].map((way) => ({ ...way, how: 'otherwise' as const }))
      : parts.map((term) => ({
          term,
          how: 'part' as const,
          has: (set: ReadonlySet<string>) => set.has(term),
        }))),
  ]
  return ways.flatMap(({ has, ...way }) => {
    const fields = NAMES.filter((name) => has(sets[name]))
    if (fields.length === 0) return []
    // Among all terms stands what stands in the other fields too.
    const own = fields.filter((name) => name !== 'terms')
    return [{ ...way, fields: own.length > 0 ? own.map((name) => FIELD_NAMES[name]) : (['body'] as const) }]
  })
}

function setsOf(offer: WeighedOffer): Sets {
  return {
    titleTerms: new Set(offer.titleTerms),
    topicTerms: new Set(offer.topicTerms),
    summaryTerms: new Set(offer.summaryTerms),
    terms: new Set(offer.terms),
  }
}

function placesOf(sets: Sets, has: (set: ReadonlySet<string>) => boolean): number {
  let found = 0
  let sum = 0
  for (const name of NAMES) {
    // What stands in a title stands among all terms as well.
    if (name === 'terms' && found > 0) break
    if (has(sets[name])) sum += FIELDS[name] * (FURTHER[found++] as number)
  }
  return sum
}

export type Weighed = Pick<AskedWord, 'stem' | 'joined' | 'wider' | 'parts'> & {
  readonly begins?: boolean
  readonly firm?: boolean
}

function hasExact(set: ReadonlySet<string>, { stem, joined }: Weighed): boolean {
  return set.has(stem) || joined.some((each) => set.has(each))
}

function hasWider(set: ReadonlySet<string>, { stem, wider, begins, parts, firm = true }: Weighed): boolean {
  if (!firm) return parts.some((part) => set.has(part))
  return wider.some((each) => hasPhrase(set, each)) || (begins === true && beginsIn(set, stem))
}

function hasPhrase(set: ReadonlySet<string>, { how, stems }: Wider): boolean {
  return how === 'phrase'
    ? set.has(stems.join(' '))
    : stems.every((stem) => orSynonyms(stem).some((each) => set.has(each)))
}

function beginsIn(set: ReadonlySet<string>, beginning: string): boolean {
  for (const term of set) if (term.startsWith(beginning)) return true
  return false
}
