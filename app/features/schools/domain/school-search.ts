/** The words by which a school is found. What is stored and what is asked go through the same mill. */
import { fold } from '~/kernel/fold'

/** More than this is not a name any more. */
export const ASKED_MAX = 100
const WORDS_MAX = 8

/** @returns lower case, without accents, letters and digits only, one space between words; "7522 GK" becomes "7522gk". */
function plainWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b([1-9]\d{3}) ([a-z]{2})\b/g, '$1$2')
}

/** @param facts all that people may type to find the school: name, place and its other names, municipality, codes. */
export function searchTextOf(facts: readonly string[]): string {
  return plainWords(facts.join(' '))
}

/** @returns the words that a school must have, at most eight; none when nothing was asked that can be searched. */
export function askedWords(text: string): readonly string[] {
  const words = plainWords(text.slice(0, ASKED_MAX)).split(' ')
  return [...new Set(words)].filter((word) => word !== '').slice(0, WORDS_MAX)
}
