/**
 * What a question says besides its subject: for whom ("groep 7", "havo 5", "kleuters") and in what form ("excursie",
 * "uitje"). Such words order the hits; they are not looked for in the text.
 */
import type { OfferKind } from '~/kernel/education'
import { wordsOf } from './words'

const KINDS: readonly (readonly [OfferKind, readonly string[]])[] = [
  [
    'guest-lesson',
    [
      'gastles',
      'gastlessen',
      'gastdocent',
      'gastspreker',
      'les',
      'lessen',
      'lesson',
      'practicum',
      'workshop',
    ],
  ],
  [
    'excursion',
    [
      'excursie',
      'excursies',
      'uitje',
      'uitstapje',
      'rondleiding',
      'bedrijfsbezoek',
      'bezoek',
      'bezoeken',
      'excursion',
      'visit',
      'tour',
      'schoolreisje',
    ],
  ],
  [
    'lesson-material',
    [
      'lesmateriaal',
      'leskist',
      'leskoffer',
      'lespakket',
      'lesbrief',
      'werkblad',
      'lenen',
      'leenset',
      'download',
    ],
  ],
  ['co-development', ['opdrachtgever', 'meedenken', 'samenwerken', 'opzetten', 'ontwikkelen']],
  ['event', ['wedstrijd', 'evenement', 'event', 'contest', 'toernooi', 'challenge']],
]

const KIND_OF: ReadonlyMap<string, OfferKind> = new Map(
  KINDS.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
)

export type Understood = {
  /** The words that are left to look for. */
  readonly words: readonly string[]
  /** Keys as the index has them: `po-7`, `havo`, `vmbo-2`. Any of them fits. */
  readonly levelKeys: readonly string[]
  readonly kinds: readonly OfferKind[]
}

/** @param text as typed; twelve words are looked at. */
export function understand(text: string): Understood {
  const all = wordsOf(text.slice(0, 400)).slice(0, 12)
  const levelKeys: string[] = []
  const kinds = new Set<OfferKind>()
  const words: string[] = []
  for (let i = 0; i < all.length; i++) {
    const level = levelAt(all, i)
    if (level) {
      levelKeys.push(...level.keys)
      i += level.length - 1
      continue
    }
    const word = all[i] as string
    const kind = KIND_OF.get(word)
    if (kind) kinds.add(kind)
    else words.push(word)
  }
  return { words, levelKeys, kinds: [...kinds] }
}

/** @returns the kind that a word asks for. */
export function kindOf(word: string): OfferKind | undefined {
  return KIND_OF.get(word)
}

const SECONDARY = ['pro', 'vmbo', 'havo', 'vwo'] as const
const NAMES: Readonly<Record<string, string>> = {
  vmbo: 'vmbo',
  mavo: 'vmbo',
  havo: 'havo',
  vwo: 'vwo',
  atheneum: 'vwo',
  gymnasium: 'vwo',
  praktijkonderwijs: 'pro',
}

function levelAt(
  words: readonly string[],
  i: number,
): { readonly keys: readonly string[]; readonly length: number } | null {
  const [word = '', next = '', third = ''] = words.slice(i, i + 3)
  const year = (text: string) => (/^[1-8]$/.test(text) ? text : null)
  if ((word === 'groep' || word === 'grade') && year(next)) return { keys: [`po-${next}`], length: 2 }
  if (word === 'kleuters' || word === 'kleuter') return { keys: ['po-1', 'po-2'], length: 1 }
  if (word === 'basisschool' || word === 'basisonderwijs') return { keys: ['po'], length: 1 }
  if (word === 'bovenbouw' || word === 'onderbouw') {
    const level = NAMES[next]
    const years =
      word === 'bovenbouw'
        ? { vmbo: [3, 4], havo: [4, 5], vwo: [4, 5, 6] }
        : { vmbo: [1, 2], havo: [1, 2, 3], vwo: [1, 2, 3] }
    if (level && level in years) {
      return { keys: years[level as keyof typeof years].map((y) => `${level}-${y}`), length: 2 }
    }
    return { keys: [], length: 1 }
  }
  const level = NAMES[word]
  if (level) {
    if (year(next)) return { keys: [`${level}-${next}`], length: 2 }
    if (next === 'basis' || next === 'kader')
      return { keys: [`${level}-${next === 'basis' ? 'bb' : 'kb'}`], length: 2 }
    return { keys: [level], length: 1 }
  }
  if (word === 'klas' || word === 'leerjaar' || word === 'class') {
    if (!year(next)) return null
    const named = NAMES[third]
    if (named) return { keys: [`${named}-${next}`], length: 3 }
    return { keys: SECONDARY.map((l) => `${l}-${next}`), length: 2 }
  }
  const before = NAMES[next]
  if (year(word) && before) return { keys: [`${before}-${word}`], length: 2 }
  return null
}
