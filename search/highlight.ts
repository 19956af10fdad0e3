/** Which words of a text were asked for. Parts of text, never HTML: what is shown is escaped where it is shown. */
import { partStems } from './dutch/compounds'
import { stemOf } from './dutch/stem'
import { fold } from './dutch/words'
import { forgiven, typingDistance } from './typing-errors'

export type TextPart = { readonly text: string; readonly marked: boolean }

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu

/**
 * @param stems what was looked for.
 * @returns the whole text in order, cut where marking begins and ends; one unmarked part when nothing is marked, none for
 * an empty text. A word is marked when it, a part of it, or it without a typing error was looked for. O(words × stems).
 */
export function highlight(text: string, stems: ReadonlySet<string>): readonly TextPart[] {
  const parts: TextPart[] = []
  const add = (piece: string, marked: boolean) => {
    if (piece === '') return
    const last = parts.at(-1)
    if (last && last.marked === marked) parts[parts.length - 1] = { text: last.text + piece, marked }
    else parts.push({ text: piece, marked })
  }
  let end = 0
  for (const match of stems.size > 0 ? text.matchAll(WORD) : []) {
    add(text.slice(end, match.index), false)
    add(match[0], isAsked(match[0], stems))
    end = match.index + match[0].length
  }
  add(text.slice(end), false)
  return parts
}

function isAsked(word: string, stems: ReadonlySet<string>): boolean {
  const folded = fold(word).replace(/'/g, '')
  const stem = stemOf(folded)
  if (stems.has(stem) || partStems(folded).some((part) => stems.has(part))) return true
  const most = forgiven(stem.length)
  if (most === 0) return false
  for (const asked of stems) {
    if (asked.length >= 5 && asked[0] === stem[0] && typingDistance(stem, asked, most) <= most) return true
  }
  return false
}
