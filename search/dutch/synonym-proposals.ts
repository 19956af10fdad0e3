/**
 * What a term that is looked for in vain may mean, in words that offers have: words that are spelt nearly alike, words that
 * its compound is made of or that end in the same part, and words that stand beside its known words in titles and topics more
 * often than by chance (lift, as in association rules). Never a word that is only letters of it: "asbest" is no "best". Pure.
 */
import { forgiven, typingDistance } from '../typing-errors'
import { decompound } from './compounds'
import { isTelling, kindOf } from './kinds'
import { stemOf } from './stem'
import { isStopWord } from './stop-words'
import { wordsOf } from './words'

export type VocabularyWord = { readonly word: string; readonly documents: number }

const MOST = 3
/** So often a word must stand beside the known ones, and so much more often than in all offers. */
const LEAST_TOGETHER = 3
const LEAST_LIFT = 3
/** Shorter parts stand at the end of too much. */
const SHORTEST_HEAD = 3
const SHORTEST = 4
const SHORTEST_FIRST = 5

export type Proposer = {
  /** Stems of the words and parts of the term that offers have: what `beside` is asked of. */
  knownStems(term: string): readonly string[]
  /**
   * @param term folded, one or two words. @param beside titles and topics of offers that have one of `knownStems`.
   * @returns at most three, likeliest first; none where nothing sensible is known.
   */
  propose(term: string, beside: readonly string[]): readonly string[]
}

/** @param documents how many offers there are. O(vocabulary) once, and again per term. */
export function makeProposer(vocabulary: readonly VocabularyWord[], documents: number): Proposer {
  /** Of the words of one stem the most frequent. */
  const byStem = new Map<string, VocabularyWord>()
  for (const each of vocabulary) {
    const stem = stemOf(each.word)
    const before = byStem.get(stem)
    if (!before || each.documents > before.documents) byStem.set(stem, each)
  }
  const isKnown = (word: string) => byStem.has(stemOf(word))

  function knownStems(term: string): readonly string[] {
    const words = term.split(' ').filter(says)
    const known = words.filter(isKnown)
    const parts = words.filter((word) => !isKnown(word)).flatMap((word) => decompound(word).filter(isKnown))
    return [...new Set([...known, ...parts].map(stemOf))]
  }

  return {
    knownStems,

    propose(term, beside) {
      const words = term.split(' ').filter(says)
      const unknown = words.filter((word) => !isKnown(word))
      const spelt = unknown.flatMap((word) =>
        speltAlike(word, vocabulary).map((other) =>
          words.map((each) => (each === word ? other : each)).join(' '),
        ),
      )
      const related = unknown.flatMap((word) => relatedByParts(word, vocabulary, byStem))
      const together = besides(beside, new Set(words.map(stemOf)), byStem, documents)
      // A whole word of offers, and never the term in other letters.
      const found = [...spelt, ...related, ...together].filter((each) => stemOf(each) !== stemOf(term))
      return [...new Set(found)].slice(0, MOST)
    },
  }
}

const says = (word: string) => !isStopWord(word) && (kindOf(word) === undefined || isTelling(word))

/** The fewest errors first, then the more frequent word. */
function speltAlike(word: string, vocabulary: readonly VocabularyWord[]): readonly string[] {
  const most = forgiven(word.length)
  if (most === 0) return []
  return vocabulary
    .filter(
      (each) => each.word.charAt(0) === word.charAt(0) && Math.abs(each.word.length - word.length) <= most,
    )
    .map((each) => ({ ...each, distance: typingDistance(word, each.word, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .map((each) => each.word)
}

/** What it is a kind of: words that end in the same part, and the parts as words of their own, the last first. */
function relatedByParts(
  word: string,
  vocabulary: readonly VocabularyWord[],
  byStem: ReadonlyMap<string, VocabularyWord>,
): readonly string[] {
  const parts = decompound(word)
  const head = parts.at(-1)
  if (head === undefined || head.length < SHORTEST_HEAD) return []
  const headStem = stemOf(head)
  const siblings = vocabulary
    .filter(
      (each) =>
        each.word.length > headStem.length &&
        (each.word.endsWith(head) || each.word.endsWith(headStem)) &&
        stemOf(decompound(each.word).at(-1) ?? '') === headStem,
    )
    .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .map((each) => each.word)
  // A short first part says little of what it is about: "kern" of a kerncentrale.
  const whole = [head, ...parts.slice(0, -1).filter((part) => part.length >= SHORTEST_FIRST)]
    .map((part) => byStem.get(stemOf(part))?.word)
    .filter((part) => part !== undefined && part.length >= SHORTEST)
  return [...onePerStem(siblings).slice(0, 2), ...whole] as readonly string[]
}

/** Words of these texts that stand there far more often than elsewhere, the most telling first. */
function besides(
  texts: readonly string[],
  own: ReadonlySet<string>,
  byStem: ReadonlyMap<string, VocabularyWord>,
  documents: number,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const stem of new Set(
      wordsOf(text)
        .filter((word) => word.length >= SHORTEST && says(word))
        .map(stemOf),
    ))
      if (!own.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return [...counts]
    .flatMap(([stem, count]) => {
      const known = byStem.get(stem)
      if (!known || count < LEAST_TOGETHER) return []
      const lift = count / texts.length / (known.documents / Math.max(1, documents))
      return lift >= LEAST_LIFT ? [{ word: known.word, weight: lift * Math.log(1 + count) }] : []
    })
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
}

function onePerStem(words: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return words.filter((word) => {
    const stem = stemOf(word)
    if (seen.has(stem)) return false
    seen.add(stem)
    return true
  })
}
