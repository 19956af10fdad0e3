/**
 * Names of places with typing errors: "amsterdm", "eindhofen". A word is taken for one only when it is near exactly one name
 * and no word of its own; whether offers have it is for the caller to ask (`search/` reads a database in its engines only).
 * Pure; some 20 µs per word.
 */
import { forgiven, typingDistance } from '../typing-errors'
import { decompound } from './compounds'
import { BEFORE, type Gazetteer, isMarker } from './gazetteer'
import { isOrdinaryWord, NEAR_A_PLACE } from './homonyms'
import { kindOf } from './kinds'
import { levelAt } from './levels'
import { stemOf } from './stem'
import { isStopWord } from './stop-words'
import { synonymsOf } from './synonyms'
import { wishAt } from './wishes'

const SHORTEST = 5

/** Names of one word by their first letter; `isLarge`: known in the whole country. */
export type NameWords = ReadonlyMap<string, readonly { readonly name: string; readonly isLarge: boolean }[]>

/** O(names). */
export function nameWordsOf(gazetteer: Gazetteer): NameWords {
  const words = new Map<string, { name: string; isLarge: boolean }[]>()
  for (const [name, named] of gazetteer) {
    if (name.includes(' ') || name.length < SHORTEST - 1) continue
    const letter = name.charAt(0)
    const isLarge = named.some(({ kind }) => kind !== 'place')
    words.set(letter, [...(words.get(letter) ?? []), { name, isLarge }])
  }
  return words
}

/**
 * @param words folded, in the order of the text.
 * @returns per word that is none of the lexicon the one name that it is near: one error from five letters, two from nine,
 * never the first letter. A village only where a preposition says that a place is meant.
 */
export function misspeltNames(names: NameWords, words: readonly string[]): ReadonlyMap<string, string> {
  const meant = new Map<string, string>()
  for (const [i, word] of words.entries()) {
    if (word.length < SHORTEST || /[0-9]/.test(word) || isOfLexicon(word)) continue
    const near = nearestNames(names.get(word.charAt(0)) ?? [], word)
    const [only, second] = near
    if (!only || second || isOrdinaryWord(only.name)) continue
    const before = words[i - 1] ?? ''
    if (only.isLarge || BEFORE.has(before) || isMarker(before)) meant.set(word, only.name)
  }
  return meant
}

/** @returns those with the fewest errors; none when one of them is the word itself. */
function nearestNames<Name extends { readonly name: string }>(
  names: readonly Name[],
  word: string,
): readonly Name[] {
  let least = forgiven(word.length) as number
  let near: Name[] = []
  for (const each of names) {
    const distance = typingDistance(word, each.name, least)
    if (distance === 0) return []
    if (distance > least) continue
    if (distance < least) near = []
    least = distance
    near.push(each)
  }
  return near
}

/** Whether the program knows the word as something else. */
function isOfLexicon(word: string): boolean {
  return (
    isStopWord(word) ||
    isOrdinaryWord(word) ||
    NEAR_A_PLACE.has(word) ||
    kindOf(word) !== undefined ||
    levelAt([word], 0) !== null ||
    wishAt([word], 0, () => false) !== null ||
    synonymsOf(stemOf(word)).length > 0 ||
    decompound(word).length > 1
  )
}
