/** A saved question in words: "“robot” – vmbo, klas 3 – bij Almelo – tot 25 km". */
import { activeParts } from '~/features/finder/domain/finder-state'
import { partWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { AskedQuestion } from '../queries/saved-searches.server'

export function questionWords({ state, topics, words: vocabulary }: AskedQuestion): string {
  const words = activeParts(state).map((part) =>
    partWord(part, { state, topics, words: vocabulary, from: null }),
  )
  return words.length > 0 ? words.join(' – ') : m.searches_everything()
}
