/**
 * What makes a text hard to read for who has little time (Dutch at level B1): long sentences, very long words, and a text
 * about a visit in which no pupil occurs. It judges form only and says at most three things; nothing of it is an error.
 */

/** Above this a sentence is worth cutting in two; writers at level B1 stay at 10 to 15 on average. */
const SENTENCE_MAX = 20
const AVERAGE_MAX = 15
/** Compounds are common in Dutch: only what breaks a line. */
const WORD_MAX = 20
/** Of a sentence so much is shown that its writer finds it. */
const SHOWN_WORDS = 5
/** Too little to judge. */
const JUDGED_WORDS = 8

export type PlainHint =
  /** The longest sentence: its first words and how many it has. */
  | { readonly kind: 'long-sentence'; readonly begins: string; readonly words: number }
  | { readonly kind: 'long-average'; readonly words: number }
  /** At most three. */
  | { readonly kind: 'long-words'; readonly words: readonly string[] }
  | { readonly kind: 'no-pupils' }

const PUPILS =
  /\b(leerling|kinder|kind|klas|groepje|scholier|jongere|student|pupil|child|class|student|ze|zij|je|jullie|they|you)/iu

/**
 * @param summary in the list. @param description what pupils do.
 * @returns hints in the order in which they help most; empty for a text that reads well, or for one too short to judge.
 */
export function plainHints(summary: string, description: string): readonly PlainHint[] {
  const sentences = [...sentencesOf(summary), ...sentencesOf(description)].map(wordsOf)
  const all = sentences.flat()
  if (all.length < JUDGED_WORDS) return []
  const hints: PlainHint[] = []
  if (wordsOf(description).length >= JUDGED_WORDS && !PUPILS.test(description))
    hints.push({ kind: 'no-pupils' })
  const longest = sentences.reduce((a, b) => (b.length > a.length ? b : a), [])
  const average = Math.round(all.length / sentences.length)
  if (longest.length > SENTENCE_MAX)
    hints.push({
      kind: 'long-sentence',
      begins: longest.slice(0, SHOWN_WORDS).join(' '),
      words: longest.length,
    })
  else if (sentences.length > 1 && average > AVERAGE_MAX) hints.push({ kind: 'long-average', words: average })
  const long = [...new Set(all.filter((word) => word.length > WORD_MAX && !word.includes('.')))].slice(0, 3)
  if (long.length > 0) hints.push({ kind: 'long-words', words: long })
  return hints
}

const sentencesOf = (text: string) =>
  text.split(/[.!?:;]+(?=\s|$)|\n+/u).filter((sentence) => wordsOf(sentence).length > 0)
/** A point inside a number or an address is part of it. */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’-]|\.(?=[\p{L}\p{N}]))*/gu) ?? []
