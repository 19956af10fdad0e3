/** What a typed question says, with the names of the register: `search/dutch` fed from `platform/geo`. */
import type { KnownName, Names } from '~/platform/geo/names.server'
import { type Gazetteer, makeGazetteer } from '~search/dutch/gazetteer'
import { type Understood, understand } from '~search/dutch/understand'

export type ReadQuestion = (
  text: string,
  how: {
    /** What is looked for as it stands, as `UnderstoodPart.words` has it. */
    readonly plain: readonly string[]
    /** Whether a name of a place is one; where another place is asked for it is a word. */
    readonly places: boolean
  },
) => Promise<Understood>

/** One statement for the first question of a process and every six hours; otherwise none. */
export function makeReader(names: Names): ReadQuestion {
  let kept: { readonly from: readonly KnownName[]; readonly gazetteer: Gazetteer } | null = null
  return async (text, { plain, places }) => {
    const known = places && text !== '' ? await names() : null
    if (known && kept?.from !== known) kept = { from: known, gazetteer: makeGazetteer(known) }
    return understand(text, { names: known && kept ? kept.gazetteer : null, plain: new Set(plain) })
  }
}
