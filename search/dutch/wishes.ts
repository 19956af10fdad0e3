/** Words that ask for a property of an offer: free or paid, online, for girls. */
import { table } from './table'
export const WISHES = ['free', 'paid', 'online', 'girls'] as const
export type Wish = (typeof WISHES)[number]

export type WishAt = { readonly wish: Wish; readonly length: number }

const WORDS = table<Wish>({
  gratis: 'free',
  kosteloos: 'free',
  kosteloze: 'free',
  free: 'free',
  betaald: 'paid',
  betaalde: 'paid',
  paid: 'paid',
  online: 'online',
  digitaal: 'online',
  digitale: 'online',
  webinar: 'online',
  livestream: 'online',
  meisje: 'girls',
  meisjes: 'girls',
  meid: 'girls',
  meiden: 'girls',
  girl: 'girls',
  girls: 'girls',
})
const PHRASES: readonly (readonly [string, Wish])[] = [
  ['zonder kosten', 'free'],
  ['geen kosten', 'free'],
  ['free of charge', 'free'],
  ['for free', 'free'],
  ['tegen betaling', 'paid'],
  ['op afstand', 'online'],
  ['via teams', 'online'],
  ['via zoom', 'online'],
]
/** Behind these words it is what the lesson is about, not how it is given: "online veiligheid", "free energy". */
const SUBJECT_BEHIND: Readonly<Partial<Record<Wish, ReadonlySet<string>>>> = {
  free: new Set('energy fall software running style'.split(' ')),
  paid: new Set('voetbal baan banen werk stage'.split(' ')),
  online: new Set(
    `veiligheid veilig pesten privacy marketing gamen games gaming winkel winkels winkelen bankieren oplichting identiteit shoppen
     safety security bullying`.split(/\s+/),
  ),
}
/** "gluten free". */
const SUBJECT_BEFORE: ReadonlySet<string> = new Set(
  'gluten sugar lactose emission smoke plastic carbon co2 care tax'.split(' '),
)
/** Nobody asks for a digital lesson by these words alone: "digitale geletterdheid" is a subject. */
const BESIDE_A_KIND: ReadonlySet<string> = new Set(['digitaal', 'digitale'])

/**
 * @param words folded. @param isKind whether a word names a kind of offer.
 * @returns what is asked from word `i` on.
 */
export function wishAt(
  words: readonly string[],
  i: number,
  isKind: (word: string) => boolean,
): WishAt | null {
  for (const [phrase, wish] of PHRASES) {
    const length = phrase.split(' ').length
    if (words.slice(i, i + length).join(' ') === phrase) return { wish, length }
  }
  const word = words[i] ?? ''
  const wish = WORDS[word]
  if (!wish) return null
  const [before = '', behind = ''] = [words[i - 1], words[i + 1]]
  if (SUBJECT_BEHIND[wish]?.has(behind)) return null
  if (word === 'free' && SUBJECT_BEFORE.has(before)) return null
  if (BESIDE_A_KIND.has(word) && !isKind(before) && !isKind(behind)) return null
  return { wish, length: 1 }
}
