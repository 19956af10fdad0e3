/**
 * Which offers answer a text, as a filter. Each word is a group of terms; an offer answers when its groups are rare enough
 * together (text-question.ts), which comes to: it has all groups of one of a few sets. The sets are found by counting.
 */
import {
  type AskedWord,
  LEAST_SHARE,
  type Likeness,
  orSynonyms,
  type Question,
  questionOf,
  rarityOf,
  SHARE_OF_BEST,
  SHORTEST_MISTAKE,
  type Unsure,
  type Wider,
} from '../text-question'
import { all, anyOf, beginsWith, some } from './filter'

export type TextQuestion = Pick<Question, 'stems' | 'levelKeys' | 'kinds'> & {
  /** Holds for the offers that answer; `null`: all. */
  readonly filter: string | null
  /** What its ranking is asked, rarest word first; empty: nothing to rank by. */
  readonly ranked: string
  /** Its words with their share of the rarity of all, 0–1. */
  readonly shares: readonly { readonly stem: string; readonly share: number }[]
  /** Hold where a part or a synonym of a word stands in a title, in the topics, in a summary. */
  readonly wider: Readonly<Record<WiderField, string | null>>
  /** Holds for offers that come first; `null`: none. */
  readonly hint: string | null
  /** Nothing comes up to the relevance floor. */
  readonly isAlmost: boolean
}

/** Asks how many documents hold to each filter, and lists the words that look like one. */
export type Asker = {
  count(filters: readonly string[]): Promise<readonly number[]>
  alike(word: string): Promise<readonly string[]>
}

const FIELDS = ['titleTerms', 'topicTerms', 'summaryTerms'] as const
export type WiderField = (typeof FIELDS)[number]

export async function textQuestion(asker: Asker, text: string): Promise<TextQuestion> {
  const { words, hints, ...rest } = await questionOf(text, (unsure) => lookUp(asker, unsure))
  const hinted = hints.flatMap(({ stem, wider }) => [
    anyOf('terms', [stem]),
    ...wider.map((each) => phraseOf(each)),
  ])
  const hint = hinted.length > 0 ? some(hinted) : null
  const wider = widerOf(words)
  if (words.length === 0)
    return { ...rest, filter: null, ranked: '', shares: [], wider, hint, isAlmost: false }
  const groups = await groupsOf(asker, words)
  const { sets, isAlmost } = await smallestSets(asker, groups)
  const filter = some(sets.map((set) => all(set.map((group) => group.filter))))
  const total = sumOf(groups)
  const shares = groups
    .filter(({ found }) => found)
    .sort((a, b) => b.rarity - a.rarity)
    .map(({ stem, rarity }) => ({ stem, share: rarity / total }))
  return { ...rest, filter, ranked: shares.map(({ stem }) => stem).join(' '), shares, wider, hint, isAlmost }
}

async function lookUp(asker: Asker, unsure: readonly Unsure[]): Promise<readonly Likeness[]> {
  const counts = await asker.count([
    ...unsure.map(({ stem }) => anyOf('terms', [stem])),
    ...unsure.map(({ stem }) => beginsWith('terms', stem)),
  ])
  const unknown = unsure.flatMap((word, i) =>
    counts[i] === 0 ? [{ ...word, begins: word.last && counts[unsure.length + i] !== 0 }] : [],
  )
  return Promise.all(
    unknown.map(async ({ word, begins }) => {
      const alike = !begins && word.length >= SHORTEST_MISTAKE ? await asker.alike(word) : []
      return { word, begins, alike }
    }),
  )
}

type Group = {
  readonly stem: string
  readonly filter: string
  readonly rarity: number
  readonly found: boolean
  /** Not by parts of a compound alone. */
  readonly firm: boolean
}

/** A word that no offer has in any way counts as the rarest of all: without it no offer has everything. */
async function groupsOf(asker: Asker, words: Question['words']): Promise<readonly Group[]> {
  const filters = words.map(filterOf)
  const looser = words.map(({ parts }) => anyOf('terms', parts))
  const [documents = 0, ...counts] = await asker.count(['id EXISTS', ...filters, ...looser])
  return words.map(({ stem }, i) => {
    const having = counts[i] ?? 0
    const loosely = counts[words.length + i] ?? 0
    return having > 0
      ? { stem, filter: filters[i] as string, rarity: rarityOf(documents, having), found: true, firm: true }
      : {
          stem,
          filter: looser[i] as string,
          rarity: rarityOf(documents, loosely),
          found: loosely > 0,
          firm: false,
        }
  })
}

function filterOf({ stem, joined, wider, begins }: AskedWord & { readonly begins: boolean }): string {
  const terms = [
    stem,
    ...joined,
    ...wider.filter(({ how }) => how === 'phrase').map(({ stems }) => stems.join(' ')),
  ]
  const parts = wider.filter(({ how }) => how === 'all').map((each) => phraseOf(each))
  return some([anyOf('terms', terms), ...parts, ...(begins ? [beginsWith('terms', stem)] : [])])
}

function widerOf(words: Question['words']): TextQuestion['wider'] {
  const conditions = (field: WiderField) =>
    words.flatMap(({ stem, wider, begins }) => [
      ...wider.map((each) => phraseOf(each, field)),
      ...(begins ? [beginsWith(field, stem)] : []),
    ])
  const any = (field: WiderField) => (conditions(field).length > 0 ? some(conditions(field)) : null)
  return { titleTerms: any('titleTerms'), topicTerms: any('topicTerms'), summaryTerms: any('summaryTerms') }
}

function phraseOf({ how, stems }: Wider, field: 'terms' | WiderField = 'terms'): string {
  return how === 'phrase'
    ? anyOf(field, [stems.join(' ')])
    : all(stems.map((stem) => anyOf(field, orSynonyms(stem))))
}

type GroupSet = readonly Group[]
/** So many groups are tried in every combination at once; of more, only what smaller sets leave possible. */
const AT_ONCE = 4
/** So many sets of one size are looked at; where there are more, offers with all these words are many anyway. */
const SETS_MAX = 200

/** @returns sets of groups: who has all of one of them answers. One call for four words, a few for twelve. */
async function smallestSets(
  asker: Asker,
  groups: readonly Group[],
): Promise<{ readonly sets: readonly GroupSet[]; readonly isAlmost: boolean }> {
  const total = sumOf(groups)
  const found = groups.filter((group) => group.found)
  const present = await presentSets(asker, found)
  const best = Math.max(0, ...present.map(sumOf)) / total
  // Floating sums differ in their last digits with the order of their parts.
  const mostFirm = Math.max(0, ...present.map((set) => sumOf(set.filter(({ firm }) => firm)))) / total
  const isAlmost = mostFirm < LEAST_SHARE - 1e-9
  const least = Math.max(isAlmost ? 0 : LEAST_SHARE, SHARE_OF_BEST * best) - 1e-9
  const enough = present.filter((set) => sumOf(set) / total >= least)
  const smallest = enough.filter(
    (set) => !enough.some((other) => other.length < set.length && other.every((each) => set.includes(each))),
  )
  return { sets: smallest.length > 0 ? smallest : [groups], isAlmost }
}

/** @returns each set of groups that some offer has together. */
async function presentSets(asker: Asker, groups: readonly Group[]): Promise<readonly GroupSet[]> {
  const present: GroupSet[] = groups.map((group) => [group])
  let level: readonly GroupSet[] = present
  for (let size = 2; size <= groups.length && level.length > 0; size++) {
    const few = groups.length <= AT_ONCE
    const next = few
      ? largerSets(groups, present, groups.length)
      : largerSets(groups, level, size).slice(0, SETS_MAX)
    const counts =
      next.length > 0 ? await asker.count(next.map((set) => all(set.map(({ filter }) => filter)))) : []
    level = next.filter((_, i) => (counts[i] ?? 0) > 0)
    present.push(...level)
    if (few) break
  }
  return present
}

/** Sets of up to `most` groups that have one of `sets` and more groups behind its last. */
function largerSets(groups: readonly Group[], sets: readonly GroupSet[], most: number): readonly GroupSet[] {
  const larger: GroupSet[] = []
  for (const set of sets) {
    const behind = groups.slice(groups.indexOf(set.at(-1) as Group) + 1)
    for (const group of behind) {
      const more = [...set, group]
      larger.push(more)
      if (more.length < most) larger.push(...largerSets(groups, [more], most))
    }
  }
  return larger
}

const sumOf = (set: GroupSet) => set.reduce((sum, { rarity }) => sum + rarity, 0)
