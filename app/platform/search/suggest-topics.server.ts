/**
 * Topics that the text of an offer is about: the words of each topic, its parent's and their other words
 * (search/dutch/synonyms) against the words of the text, by the measure that ranks offers for a request.
 */
import { indexTerms, termsOfOffer } from '~search/dutch/text-fit'

export type SuggestedFrom = {
  readonly topics: readonly {
    readonly id: string
    /** Its names in both languages. */
    readonly names: readonly string[]
    /** Those of the topic above it. */
    readonly parentNames: readonly string[]
  }[]
  readonly title: string
  readonly text: string
}
export type SuggestTopics = (from: SuggestedFrom) => readonly string[]

const SUGGESTED = 5
/** Below this share of the best one it is a word in passing. */
const SHARE = 0.35

/** @returns ids, the best first, at most five; empty for a text that names no topic. Some milliseconds. */
export function suggestTopics({ topics, title, text }: SuggestedFrom): readonly string[] {
  const terms = topics.map(({ names, parentNames }) =>
    termsOfOffer({ title: names.join(' '), summary: '', description: parentNames.join(' ') }),
  )
  const found = indexTerms(terms)({ title, text })
  const best = Math.max(0, ...found.map(({ fit }) => fit))
  return found
    .filter(({ fit }) => fit >= best * SHARE)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, SUGGESTED)
    .flatMap(({ place }) => topics[place]?.id ?? [])
}
