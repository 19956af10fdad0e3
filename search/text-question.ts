/** The words of a question with everything that they may be written as. Pure; the same for both engines. */
import { partStems } from './dutch/compounds'
import { stemOf } from './dutch/stem'
import { synonymsOf } from './dutch/synonyms'

/** `all`: each stem anywhere in the text; `phrase`: one behind the other. */
export type Wider = { readonly how: 'all' | 'phrase'; readonly stems: readonly string[] }

export type AskedWord = {
  /** Folded, as typed. */
  readonly word: string
  readonly stem: string
  /** It and a neighbour as one word: "waterstof auto" is a waterstofauto. Counts as much as the word itself. */
  readonly joined: readonly string[]
  /** Counts less than the word itself. */
  readonly wider: readonly Wider[]
  /** Stems of its parts: each alone counts when nothing else is found. */
  readonly parts: readonly string[]
}

const LINKS = ['', 's', 'n', 'e', 'en']

/**
 * @param words folded, without those that say nothing.
 * @returns one per word, in order: its compound's parts, it and its neighbours as one word, synonyms of it and of the pair.
 */
export function askedWords(words: readonly string[]): readonly AskedWord[] {
  const stems = words.map(stemOf)
  return words.map((word, i) => {
    const stem = stems[i] as string
    const wider = new Map<string, Wider>()
    const joined = new Set<string>()
    const add = (how: Wider['how'], phrase: readonly string[]) => {
      const key = phrase.join(' ')
      if (key !== stem) wider.set(key, { how, stems: phrase })
    }
    const parts = partStems(word)
    if (parts.length > 0) add('all', parts)
    for (const [at, left, right] of [
      [i, word, words[i + 1]],
      [i - 1, words[i - 1], word],
    ] as const) {
      if (left === undefined || right === undefined) continue
      for (const link of LINKS) joined.add(stemOf(left + link + right))
      for (const phrase of synonymsOf(`${stems[at]} ${stems[at + 1]}`)) add('phrase', phrase)
    }
    for (const phrase of synonymsOf(stem)) add('phrase', phrase)
    return { word, stem, joined: [...joined], wider: [...wider.values()], parts }
  })
}
