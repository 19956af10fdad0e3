/** What a typed question says, with the names of the register: `search/dutch` fed from `platform/geo`. */
import type { KnownName, Names } from '~/platform/geo/names.server'
import { type Gazetteer, makeGazetteer } from '~search/dutch/gazetteer'
import { misspeltNames, type NameWords, nameWordsOf } from '~search/dutch/misspelt-names'
import { typedWords, type Understood, understand } from '~search/dutch/understand'

export type ReadQuestion = (
  text: string,
  how: {
    /** What is looked for as it stands, as `UnderstoodPart.words` has it. */
    readonly plain: readonly string[]
    /** Whether a name of a place is one; where another place is asked for it is a word. */
    readonly places: boolean
  },
) => Promise<Understood>

/** @returns of these words the ones that some offer has, as it stands or in another form. */
export type KnownWords = (words: readonly string[]) => Promise<ReadonlySet<string>>

type Kept = {
  readonly from: readonly KnownName[]
  readonly gazetteer: Gazetteer
  readonly words: NameWords
}

/**
 * One statement for the first question of a process and every six hours, and one where a word looks like the name of a place
 * with a typing error: a word that offers have is none.
 */
export function makeReader(names: Names, knownWords: KnownWords): ReadQuestion {
  let kept: Kept | null = null
  return async (text, { plain, places }) => {
    const known = places && text !== '' ? await names() : null
    if (known && kept?.from !== known) {
      const gazetteer = makeGazetteer(known)
      kept = { from: known, gazetteer, words: nameWordsOf(gazetteer) }
    }
    if (!known || !kept) return understand(text, { plain: new Set(plain) })
    const { gazetteer, words } = kept
    const near = misspeltNames(words, typedWords(text))
    const misspelt = near.size > 0 ? without(near, await knownWords([...near.keys()])) : near
    return understand(text, { names: gazetteer, plain: new Set(plain), misspelt })
  }
}

function without(all: ReadonlyMap<string, string>, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...all].filter(([word]) => !known.has(word)))
}
