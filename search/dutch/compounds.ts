/** Takes Dutch compounds apart: `lasrobots` is looked for as a robot as well. Data in compound-parts.ts. */
import { COMBINING, COMPOUND_PARTS, WHOLE } from './compound-parts'
import { stemOf } from './stem'

/** Letters between two parts. */
const LINKS = ['', 's', 'e', 'en', 'n', 'er']
const SHORTEST_PART = 3
const SHORTEST_WORD = 6
/** Longer words than Dutch has are not looked into: the cost grows with the square. */
const LONGEST_WORD = 60

/** What may be the last part; -ster is a woman's trade there: ontwerpster. */
const LAST: ReadonlySet<string> = new Set([...COMPOUND_PARTS].map(stemOf).filter((stem) => stem !== 'ster'))

/**
 * @param word folded.
 * @returns its parts in order, in as few parts as possible: `lasrobots` → `las`, `robots`. Empty when it is one word or has
 * a part that is not known. O(length²).
 */
export function decompound(word: string): readonly string[] {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || WHOLE.has(word)) return []
  const parts = split(word, 0, new Map())
  return parts !== null && parts.length > 1 ? parts : []
}

/** @returns the stems of the parts, each once: `scheepsbouw` → `schip`, `bouw`. Empty as above. */
export function partStems(word: string): readonly string[] {
  return [...new Set(decompound(word).map((part) => stemOf(COMBINING[part] ?? part)))]
}

type Memory = Map<number, readonly string[] | null>

function split(word: string, from: number, seen: Memory): readonly string[] | null {
  if (from === word.length) return []
  const known = seen.get(from)
  if (known !== undefined) return known
  let best: readonly string[] | null = null
  for (let to = word.length; to >= from + SHORTEST_PART; to--) {
    const part = word.slice(from, to)
    // Only the last part has an ending of its own.
    if (!(to === word.length ? from > 0 && LAST.has(stemOf(part)) : COMPOUND_PARTS.has(part))) continue
    if (to === word.length) {
      best = [part]
      break
    }
    for (const link of LINKS) {
      if (!word.startsWith(link, to)) continue
      const rest = split(word, to + link.length, seen)
      if (rest !== null && rest.length > 0 && (best === null || rest.length + 1 < best.length))
        best = [part, ...rest]
    }
  }
  seen.set(from, best)
  return best
}
