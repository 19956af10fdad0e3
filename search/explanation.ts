/**
 * Why the hits of a page stand in their order: each part of the score of each hit, as the engine that answers weighs it. Both
 * engines weigh by one formula (`scoreOf`) and differ in how well a word stands in a text (`rank`). Asked apart from the
 * search, so that nobody else pays for it.
 */
import type { Signals } from './quality'
import type { Sort } from './query'

export const EXPLAINED_FIELDS = ['title', 'topics', 'summary', 'body'] as const
export type ExplainedField = (typeof EXPLAINED_FIELDS)[number]

/** One way of writing a word that the offer has. */
export type FoundTerm = {
  /** Stems; of a phrase and of parts together each with a space between. */
  readonly term: string
  /** `itself`, or joined with a neighbour; `otherwise`: a synonym, a beginning, all parts; `part`: one part of a compound alone. */
  readonly how: 'itself' | 'otherwise' | 'part'
  readonly fields: readonly ExplainedField[]
}

export type ExplainedWord = {
  /** Folded, as typed or as corrected. */
  readonly word: string
  /** > 0, higher is rarer. */
  readonly rarity: number
  /** How well the offer has it: 0 when not at all, about 1 in a title. */
  readonly rank: number
  /** Empty when the offer does not have it. */
  readonly found: readonly FoundTerm[]
}

/** What the text is multiplied by; 1 changes nothing. */
export const FACTORS = ['level', 'kind', 'girls', 'quality', 'nearness'] as const
export type FactorName = (typeof FACTORS)[number]

export type ScoreParts = {
  /** In the order of the text; empty when only levels or kinds are typed. */
  readonly words: readonly ExplainedWord[]
  /** Of the rarity of all words the part that the offer has: 0 to 1. */
  readonly share: number
  /** What words of a kind add where the text has them. */
  readonly hint: number
  readonly factors: Readonly<Record<FactorName, number>>
}

export type Explanation = ScoreParts & {
  readonly id: string
  /** What the engine ordered by, higher first; `scoreOf` of the parts. */
  readonly score: number
  /** Not weighed: it stands behind the first hits, in the engine's own order. */
  readonly isBehind: boolean
  /** What the factor `quality` is made of (quality.ts). */
  readonly signals: Signals
  /** What the factor `nearness` is made of; `null` without a point of either. */
  readonly distanceKm: number | null
}

/** The relevance floor: whose share is below `least` is no hit. `null` where no word was looked for. */
export type Floor = { readonly best: number; readonly least: number; readonly isAlmost: boolean }

export type Explained = {
  readonly engine: string
  /** By what the hits are ordered; the score counts where it is `relevance`. */
  readonly orderedBy: Sort
  readonly floor: Floor | null
  /** In the order of the ids that were asked for; what the index does not know is left out. */
  readonly hits: readonly Explanation[]
}

/** @returns ≥ 0: (sum of rarity × rank, × share, + hint) × each factor. */
export function scoreOf({
  words,
  share,
  hint,
  factors,
}: Omit<ScoreParts, 'words'> & {
  readonly words: readonly Pick<ExplainedWord, 'rarity' | 'rank'>[]
}): number {
  const text = words.length > 0 ? share * words.reduce((sum, { rarity, rank }) => sum + rarity * rank, 0) : 1
  return FACTORS.reduce((score, name) => score * factors[name], text + hint)
}

/** Among equally fitting offers the nearer one; fifty kilometres cost a third of the relevance. What has no place lies 15 km off. */
export const NEARNESS = { least: 0.6, rest: 0.4, scaleKm: 40, unknownKm: 15 } as const
export function nearnessOf(distanceKm: number | null): number {
  const { least, rest, scaleKm, unknownKm } = NEARNESS
  return least + rest * Math.exp(-(distanceKm ?? unknownKm) / scaleKm)
}
