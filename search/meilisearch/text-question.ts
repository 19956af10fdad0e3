/**
 * Which offers answer a text, as a filter. Each word is a group of terms; an offer answers when its groups are rare enough
 * together (text-question.ts), which comes to: it has all groups of one of a few sets. The sets are found by counting.
 */
import type { Understood } from '../dutch/understand'
import type { Synonyms } from '../query'
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

export type TextQuestion = Pick<Question, 'stems' | 'levelKeys' | 'kinds' | 'hints' | 'girls'> & {
  /** Holds for the offers that answer; `null`: all. */
  readonly filter: string | null
  /** What its ranking is asked, rarest word first; empty: nothing to rank by. */
  readonly ranked: string
  readonly words: readonly WeighedWord[]
  /** Holds where a part or a synonym of a word stands in a title or in the topics. */
  readonly wider: string | null
  /** Nothing comes up to the relevance floor. */
  readonly isAlmost: boolean
  /** Of the rarity of all words the part that the best offer has. */
  readonly best: number
}

export type WeighedWord = AskedWord & {
  readonly begins: boolean
  readonly rarity: number
  /** Found, and not by parts of a compound alone. */
  readonly firm: boolean
}

/** Asks how many documents hold to each filter, and lists the words that look like one. */
export type Asker = {
  count(filters: readonly string[]): Promise<readonly number[]>
  alike(word: string): Promise<readonly string[]>
}

type Field = 'terms' | 'titleTerms' | 'topicTerms'

/**
 * One call for a text whose words offers have; up to three more for typing errors, compounds known by their parts alone and
 * questions of more than four words.
 */
export async function textQuestion(
  asker: Asker,
  understood: Understood,
  given?: Synonyms,
): Promise<TextQuestion> {
  const counted = await countedAtOnce(asker, understood, given)
  const { words, ...rest } = await questionOf(understood, (unsure) => lookUp(counted, unsure), given)
  const wider = widerOf(words)
  if (words.length === 0)
    return { ...rest, filter: null, ranked: '', words: [], wider, isAlmost: false, best: 0 }
  const groups = await groupsOf(counted, words)
  const { sets, isAlmost, best } = await smallestSets(counted, groups)
  const filter = some(sets.map((set) => all(set.map((group) => group.filter))))
  const ranked = groups
    .filter(({ found }) => found)
    .sort((a, b) => b.rarity - a.rarity)
    .map(({ stem }) => stem)
  const weighed = words.map((word, i) => {
    const { rarity, firm } = groups[i] as Group
    return { ...word, rarity, firm }
  })
  return { ...rest, filter, ranked: ranked.join(' '), words: weighed, wider, isAlmost, best }
}

/** Counts in one call what will be asked if each word is one that offers have; remembers every count for this question. */
async function countedAtOnce(asker: Asker, understood: Understood, given?: Synonyms): Promise<Asker> {
  const known = new Map<string, number>()
  const count = async (filters: readonly string[]) => {
    const missing = [...new Set(filters)].filter((filter) => !known.has(filter))
    const counts = missing.length > 0 ? await asker.count(missing) : []
    for (const [i, filter] of missing.entries()) known.set(filter, counts[i] ?? 0)
    return filters.map((filter) => known.get(filter) ?? 0)
  }
  const likely: string[] = []
  const { words } = await questionOf(
    understood,
    async (unsure) => {
      likely.push(...unsure.map(({ stem }) => anyOf('terms', [stem])))
      return []
    },
    given,
  )
  if (words.length > 0) likely.push(EVERY, ...words.map(filterOf))
  if (words.length > 1 && words.length <= AT_ONCE) {
    const groups = words.map((word) => ({ filter: filterOf(word) }))
    likely.push(
      ...largerSets(
        groups,
        groups.map((group) => [group]),
        groups.length,
      ).map(bothOf),
    )
  }
  await count(likely)
  return { ...asker, count }
}

const EVERY = 'id EXISTS'
const bothOf = (set: readonly { readonly filter: string }[]) => all(set.map(({ filter }) => filter))
/** What words begin with the last one typed is only looked at when no offer has it: that costs more than all else here. */
async function lookUp(asker: Asker, unsure: readonly Unsure[]): Promise<readonly Likeness[]> {
  const counts = await asker.count(unsure.map(({ stem }) => anyOf('terms', [stem])))
  const unknown = unsure.filter((_, i) => counts[i] === 0)
  return Promise.all(
    unknown.map(async ({ word, stem, last }) => {
      const [beginning = 0] = last ? await asker.count([beginsWith('terms', stem)]) : []
      const begins = beginning > 0
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
  const [documents = 0, ...counts] = await asker.count([EVERY, ...filters])
  const looser = words.map(({ parts }, i) =>
    counts[i] === 0 && parts.length > 0 ? anyOf('terms', parts) : null,
  )
  const loosely = await asker.count(looser.filter((filter) => filter !== null))
  let at = 0
  return words.map(({ stem }, i) => {
    const having = counts[i] ?? 0
    const loose = looser[i] ?? null
    const found = loose === null ? having : (loosely[at++] ?? 0)
    const filter = loose ?? (filters[i] as string)
    return { stem, filter, rarity: rarityOf(documents, found), found: found > 0, firm: having > 0 }
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

function widerOf(words: Question['words']): string | null {
  const conditions = (['titleTerms', 'topicTerms'] as const).flatMap((field) =>
    words.flatMap(({ stem, wider, begins }) => [
      ...wider.map((each) => phraseOf(each, field)),
      ...(begins ? [beginsWith(field, stem)] : []),
    ]),
  )
  return conditions.length > 0 ? some(conditions) : null
}

function phraseOf({ how, stems }: Wider, field: Field = 'terms'): string {
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
): Promise<{ readonly sets: readonly GroupSet[]; readonly isAlmost: boolean; readonly best: number }> {
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
  return { sets: smallest.length > 0 ? smallest : [groups], isAlmost, best }
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
    const counts = next.length > 0 ? await asker.count(next.map(bothOf)) : []
    level = next.filter((_, i) => (counts[i] ?? 0) > 0)
    present.push(...level)
    if (few) break
  }
  return present
}

/** Sets of up to `most` groups that have one of `sets` and more groups behind its last. */
function largerSets<G>(
  groups: readonly G[],
  sets: readonly (readonly G[])[],
  most: number,
): readonly (readonly G[])[] {
  const larger: (readonly G[])[] = []
  for (const set of sets) {
    const behind = groups.slice(groups.indexOf(set.at(-1) as G) + 1)
    for (const group of behind) {
      const more = [...set, group]
      larger.push(more)
      if (more.length < most) larger.push(...largerSets(groups, [more], most))
    }
  }
  return larger
}

const sumOf = (set: GroupSet) => set.reduce((sum, { rarity }) => sum + rarity, 0)
