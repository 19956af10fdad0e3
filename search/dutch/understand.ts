/** What a person typed, taken apart: levels, kinds, a place, wishes, and the words that are left to look for. */
import type { OfferKind } from '~/kernel/education'
import { decompound } from './compounds'
import { type Gazetteer, type NamedPlace, placeAt } from './gazetteer'
import { isTelling, kindOf } from './kinds'
import { levelAt } from './levels'
import { isStopWord } from './stop-words'
import { type Wish, wishAt } from './wishes'
import { wordsOf } from './words'

/** Longer questions are cut: 400 characters, twelve words. */
const TEXT_MAX = 400
const WORDS_MAX = 12

/** `words`: the typed words, folded, that say it; several when it is said several times. */
export type UnderstoodPart = { readonly words: readonly string[] } & (
  | { readonly kind: 'level'; readonly levelKeys: readonly string[] }
  | { readonly kind: 'kind'; readonly value: OfferKind }
  | { readonly kind: 'place'; readonly place: NamedPlace }
  | { readonly kind: Wish }
)

export type Understood = {
  /** Folded, in the order of the text. */
  readonly words: readonly string[]
  /** Keys as the index has them: `po-7`, `havo`, `vmbo-2`. Any of them fits. */
  readonly levelKeys: readonly string[]
  readonly kinds: readonly OfferKind[]
  /** Words of the kinds that put offers that have them first, and leave none out. */
  readonly hints: readonly string[]
  /** Offers with a focus on girls come first; their words are looked for as well. */
  readonly girls: boolean
  /** What was understood, in the order of the text, each once. */
  readonly parts: readonly UnderstoodPart[]
  /** Those of `Reading.plain` that would have been understood. */
  readonly plain: readonly string[]
}

export type Reading = {
  /** Names of places; without it none is understood. */
  readonly names?: Gazetteer | null
  /** What is not to be understood but looked for, as `UnderstoodPart.words` has it. */
  readonly plain?: ReadonlySet<string>
  /** Words with a typing error → the name of a place that is meant (misspelt-names.ts). */
  readonly misspelt?: ReadonlyMap<string, string>
}

const NONE_MISSPELT: ReadonlyMap<string, string> = new Map()

/** @returns the words that are looked at, folded, in the order of the text. */
export function typedWords(text: string): readonly string[] {
  return wordsOf(withSpans(text.slice(0, TEXT_MAX))).slice(0, WORDS_MAX)
}

/** Years from one to another, before their sign is lost: `5 t/m 8`, `5-8`. */
function withSpans(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}-])([1-8])\s*(?:t\s?\/\s?m|[-–])\s*([1-8])(?![\p{L}\p{N}-])/giu,
    '$1 tm $2',
  )
}

/** @returns whether word `i` was typed with a capital; never, where the words cannot be told apart as they were typed. */
function capitalsOf(text: string, words: readonly string[]): (i: number) => boolean {
  const typed = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['‘’`´]/g, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
  return (i) => typed[i]?.toLowerCase() === words[i] && /^[A-Z]/.test(typed[i] ?? '')
}

/** One thing that is said from a word on. */
type Found = {
  readonly length: number
  readonly part: UnderstoodPart
  /** Words that are looked for all the same. */
  readonly kept: readonly string[]
  readonly hint?: string
}

/** Pure, microseconds. @param text as typed. */
export function understand(
  text: string,
  { names = null, plain = new Set(), misspelt = NONE_MISSPELT }: Reading = {},
): Understood {
  const all = typedWords(text)
  const isCapital = capitalsOf(withSpans(text.slice(0, TEXT_MAX)), all)
  const corrected = misspelt.size === 0 ? null : all.map((word) => misspelt.get(word) ?? word)
  const parts = new Map<string, UnderstoodPart>()
  const words: string[] = []
  const hints: string[] = []
  const left = new Set<string>()
  let gazetteer = names
  for (let i = 0; i < all.length; i++) {
    const level = levelAt(all, i)
    if (level && level.keys.length === 0) {
      i += level.length - 1
      continue
    }
    const found = level
      ? levelFound(all.slice(i, i + level.length), level.keys)
      : (placeFound(gazetteer, all, i, isCapital) ??
        (corrected && misspeltFound(gazetteer, { all, corrected }, i, isCapital)) ??
        wishFound(all, i) ??
        kindFound(all, i))
    if (!found) {
      words.push(all[i] as string)
      continue
    }
    const { part, length, kept, hint } = found
    const [said = ''] = part.words
    i += length - 1
    if (plain.has(said)) {
      words.push(...said.split(' '))
      left.add(said)
      continue
    }
    if (part.kind === 'place') gazetteer = null
    words.push(...kept)
    if (hint) hints.push(hint)
    add(parts, part)
  }
  return { ...understoodOf([...parts.values()], words, hints), plain: [...left] }
}

function understoodOf(
  parts: readonly UnderstoodPart[],
  words: readonly string[],
  hints: readonly string[],
): Omit<Understood, 'plain'> {
  const once = [...new Set(words)]
  const telling = once.filter((word) => !isStopWord(word))
  return {
    words: telling.length > 0 || parts.length > 0 ? telling : once,
    levelKeys: [...new Set(parts.flatMap((part) => (part.kind === 'level' ? part.levelKeys : [])))],
    kinds: parts.flatMap((part) => (part.kind === 'kind' ? [part.value] : [])),
    hints,
    girls: parts.some(({ kind }) => kind === 'girls'),
    parts,
  }
}

/** What is said twice, in the same words or in others, is one part. */
function add(parts: Map<string, UnderstoodPart>, part: UnderstoodPart): void {
  const value = part.kind === 'level' ? part.levelKeys.join() : part.kind === 'kind' ? part.value : ''
  const key = `${part.kind} ${value}`
  const before = parts.get(key)
  parts.set(key, before ? { ...before, words: [...new Set([...before.words, ...part.words])] } : part)
}

function levelFound(said: readonly string[], levelKeys: readonly string[]): Found {
  return { length: said.length, part: { kind: 'level', words: [said.join(' ')], levelKeys }, kept: [] }
}

function placeFound(
  gazetteer: Gazetteer | null,
  all: readonly string[],
  i: number,
  isCapital: (i: number) => boolean,
): Found | null {
  const found = gazetteer && placeAt(gazetteer, all, i, isCapital)
  return (
    found && {
      length: found.length,
      part: { kind: 'place', words: [found.name], place: found.place },
      kept: [],
    }
  )
}

/** What is taken back are the words as they were typed. */
function misspeltFound(
  gazetteer: Gazetteer | null,
  { all, corrected }: { readonly all: readonly string[]; readonly corrected: readonly string[] },
  i: number,
  isCapital: (i: number) => boolean,
): Found | null {
  const found = gazetteer && placeAt(gazetteer, corrected, i, isCapital)
  if (!found) return null
  const count = found.name.split(' ').length
  const at = corrected.findIndex(
    (_, from) => from >= i && corrected.slice(from, from + count).join(' ') === found.name,
  )
  const typed = all.slice(at, at + count).join(' ')
  if (typed === found.name) return null
  return { length: found.length, part: { kind: 'place', words: [typed], place: found.place }, kept: [] }
}

function wishFound(all: readonly string[], i: number): Found | null {
  const found = wishAt(all, i, (word) => kindOf(word) !== undefined)
  if (!found) return null
  const said = all.slice(i, i + found.length)
  return {
    length: found.length,
    part: { kind: found.wish, words: [said.join(' ')] },
    kept: found.wish === 'girls' ? said : [],
  }
}

function kindFound(all: readonly string[], i: number): Found | null {
  const word = all[i] as string
  // "bedrijfs bezoek", "guest lesson"
  const pair = kindOf(`${word}${all[i + 1] ?? '-'}`)
  const kind = pair ?? kindOf(word)
  if (kind) {
    const length = pair ? 2 : 1
    const said = all.slice(i, i + length)
    const named = said.join('')
    const part = { kind: 'kind', words: [said.join(' ')], value: kind } as const
    return { length, part, kept: [], ...(isTelling(named) ? { hint: named } : {}) }
  }
  const parts = decompound(word)
  const lastKind = kindOf(parts.at(-1) ?? '')
  // "havenexcursie" is an excursion to a haven.
  return lastKind
    ? { length: 1, part: { kind: 'kind', words: [word], value: lastKind }, kept: parts.slice(0, -1) }
    : null
}
