/**
 * From typed words to what PostgreSQL looks for. Each word becomes a group: the word itself (`exact`) and what else it may
 * be written as (`wider`): parts of a compound, a diminutive's stem, its neighbour joined to it, synonyms, the word that a
 * typing error meant. A document is scored by the groups that it has, rare words counting more.
 */
import type pg from 'pg'
import { kindOf, type Understood, understand } from '../dutch/levels-and-kinds'
import { decompound } from '../dutch/lexicon'
import { synonymsOf } from '../dutch/synonyms'
import { undiminished } from '../dutch/words'

export type WordGroup = {
  /** tsquery texts; `wider` may be empty. */
  readonly exact: string
  readonly wider: string
}

export type TextQuestion = {
  readonly groups: readonly WordGroup[]
  readonly levelKeys: readonly string[]
  readonly kinds: readonly string[]
}

/** Of the trigrams of two words, the share that must be the same for one to be taken for a typing error of the other. */
const ALIKE = 0.38

type Known = { readonly word: string; readonly documents: number; readonly meant: string | null }

/** One statement, or none when nothing but level and kind is typed. */
export async function textQuestion(pool: pg.Pool, text: string): Promise<TextQuestion> {
  const first = understand(text)
  if (first.words.length === 0) return { groups: [], levelKeys: first.levelKeys, kinds: first.kinds }
  const known = await lookUp(pool, askedWords(first.words))
  // "excurssie" is a kind once it is spelt right.
  const kinds = new Set<string>(first.kinds)
  const groups: WordGroup[] = []
  first.words.forEach((word, i) => {
    const meant = known.get(word)?.meant ?? word
    const kind = kindOf(meant)
    if (kind) kinds.add(kind)
    else if (known.get(word)?.documents !== -1) groups.push(groupOf(first, i, meant, known))
  })
  return { groups, levelKeys: first.levelKeys, kinds: [...kinds] }
}

/** The words as typed, and what else each may be in the index. */
function askedWords(words: readonly string[]): readonly string[] {
  const asked = new Set<string>()
  words.forEach((word, i) => {
    asked.add(word)
    for (const form of undiminished(word)) asked.add(form)
    const next = words[i + 1]
    if (next) for (const link of ['', 's', 'n']) asked.add(word + link + next)
  })
  return [...asked]
}

/**
 * In how many documents each word occurs (-1: a word that never counts, like "de"), and for one that occurs in none the
 * likeliest that does.
 */
async function lookUp(pool: pg.Pool, words: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await pool.query<Known>(
    `WITH generation AS (SELECT current FROM search_generation WHERE index = 'offers'),
     asked AS (SELECT w.word, plainto_tsquery('schakel_nl', w.word) AS q FROM unnest($1::text[]) AS w(word)),
     counted AS (
       SELECT a.word, CASE WHEN numnode(a.q) = 0 THEN -1 ELSE (
         SELECT count(*)::int FROM search_document d, generation g WHERE d.generation = g.current AND d.tsv @@ a.q
       ) END AS documents FROM asked a
     )
     SELECT c.word, c.documents, CASE WHEN c.documents = 0 AND length(c.word) >= 5 THEN (
       SELECT s.word FROM search_word s, generation g
       WHERE s.generation = g.current AND s.word % c.word AND similarity(s.word, c.word) >= $2
         AND abs(length(s.word) - length(c.word)) <= 2
       ORDER BY similarity(s.word, c.word) DESC, s.documents DESC, s.word LIMIT 1
     ) END AS meant FROM counted c`,
    [words, ALIKE],
  )
  return new Map(rows.map((row) => [row.word, row]))
}

function groupOf(
  question: Understood,
  i: number,
  meant: string,
  known: ReadonlyMap<string, Known>,
): WordGroup {
  const word = question.words[i] as string
  const wider = new Set<string>()
  const parts = decompound(meant)
  if (parts.length > 0) wider.add(parts.map(lexeme).join(' & '))
  for (const form of undiminished(word)) if ((known.get(form)?.documents ?? 0) > 0) wider.add(lexeme(form))
  for (const [a, b] of [
    [word, question.words[i + 1]],
    [question.words[i - 1], word],
  ]) {
    for (const link of a && b ? ['', 's', 'n'] : []) {
      const joined = `${a}${link}${b}`
      if ((known.get(joined)?.documents ?? 0) > 0) wider.add(lexeme(joined))
    }
  }
  const terms = [meant, ...undiminished(word), phraseAt(question.words, i)]
  for (const term of terms) {
    for (const synonym of term ? synonymsOf(term) : []) {
      wider.add(synonym.split(' ').map(lexeme).join(' <-> '))
    }
  }
  return { exact: lexeme(meant), wider: [...wider].join(' | ') }
}

/** "kunstmatige intelligentie": a pair that has synonyms of its own. */
function phraseAt(words: readonly string[], i: number): string | null {
  for (const [a, b] of [
    [words[i], words[i + 1]],
    [words[i - 1], words[i]],
  ]) {
    if (a && b && synonymsOf(`${a} ${b}`).length > 0) return `${a} ${b}`
  }
  return null
}

/** Letters and digits only, so that it can stand in a tsquery as it is. */
function lexeme(word: string): string {
  return `'${word.replace(/[^a-z0-9]/g, '')}'`
}
