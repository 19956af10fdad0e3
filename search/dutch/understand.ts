/** What a person typed, taken apart: levels, kinds, and the words that are left to look for. */
import type { OfferKind } from '~/kernel/education'
import { decompound } from './compounds'
import { isTelling, kindOf } from './kinds'
import { levelAt } from './levels'
import { isStopWord } from './stop-words'
import { wordsOf } from './words'

/** Longer questions are cut: 400 characters, twelve words. */
const TEXT_MAX = 400
const WORDS_MAX = 12

export type Understood = {
  /** Folded, in the order of the text. */
  readonly words: readonly string[]
  /** Keys as the index has them: `po-7`, `havo`, `vmbo-2`. Any of them fits. */
  readonly levelKeys: readonly string[]
  readonly kinds: readonly OfferKind[]
  /** Words of the kinds that put offers that have them first, and leave none out. */
  readonly hints: readonly string[]
}

/** Years from one to another, before their sign is lost: `5 t/m 8`, `5-8`. */
function withSpans(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}-])([1-8])\s*(?:t\s?\/\s?m|[-–])\s*([1-8])(?![\p{L}\p{N}-])/giu,
    '$1 tm $2',
  )
}

/** Pure, microseconds. @param text as typed. */
export function understand(text: string): Understood {
  const all = wordsOf(withSpans(text.slice(0, TEXT_MAX))).slice(0, WORDS_MAX)
  const levelKeys = new Set<string>()
  const kinds = new Set<OfferKind>()
  const words: string[] = []
  const hints: string[] = []
  for (let i = 0; i < all.length; i++) {
    const level = levelAt(all, i)
    if (level) {
      for (const key of level.keys) levelKeys.add(key)
      i += level.length - 1
      continue
    }
    const word = all[i] as string
    // "bedrijfs bezoek", "guest lesson"
    const pair = kindOf(`${word}${all[i + 1] ?? '-'}`)
    const kind = pair ?? kindOf(word)
    if (kind) {
      kinds.add(kind)
      const named = pair ? `${word}${all[++i]}` : word
      if (isTelling(named)) hints.push(named)
      continue
    }
    const parts = decompound(word)
    const lastKind = kindOf(parts.at(-1) ?? '')
    // "havenexcursie" is an excursion to a haven.
    if (lastKind) {
      kinds.add(lastKind)
      words.push(...parts.slice(0, -1))
    } else words.push(word)
  }
  const once = [...new Set(words)]
  const telling = once.filter((word) => !isStopWord(word))
  const nothingElse = levelKeys.size === 0 && kinds.size === 0
  return {
    words: telling.length > 0 || !nothingElse ? telling : once,
    levelKeys: [...levelKeys],
    kinds: [...kinds],
    hints,
  }
}
