/**
 * From typed words to what PostgreSQL looks for: per word the stem itself (`exact`) and what else it may be written as
 * (`wider`). A word that no offer has is taken for the beginning of one, when it is the last one typed, or for a typing
 * error of one.
 */
import type pg from 'pg'
import { kindOf } from '../dutch/kinds'
import { synonymsOf } from '../dutch/synonyms'
import { understand } from '../dutch/understand'
import { type AskedWord, askedWords, type Wider } from '../text-question'
import { forgiven, typingDistance } from '../typing-errors'

export type WordGroup = {
  /** tsquery texts; `wider` may be empty. */
  readonly exact: string
  readonly wider: string
  /** Stands in where neither finds anything. */
  readonly loose: string
}

export type TextQuestion = {
  readonly groups: readonly WordGroup[]
  /** All stems that may stand in a hit: what is marked there. */
  readonly stems: ReadonlySet<string>
  readonly levelKeys: readonly string[]
  readonly kinds: readonly string[]
  /** tsquery text of what puts an offer first and leaves none out; may be empty. */
  readonly hints: string
}

const CANDIDATES = 12
const SHORTEST_BEGINNING = 3
const SHORTEST_MISTAKE = 5

/** One statement when a word has neither parts nor synonyms, none otherwise. */
export async function textQuestion(pool: pg.Pool, text: string): Promise<TextQuestion> {
  const { words, levelKeys, kinds, hints } = understand(text)
  const asked = askedWords(words)
  const unsure = asked.filter((word) => !hasOwnWider(word) && word.word.length >= SHORTEST_BEGINNING)
  const meant = unsure.length > 0 ? await lookUp(pool, unsure, words.at(-1)) : new Map<string, Meant>()
  const corrected = words.map((word) => meant.get(word)?.word ?? word)
  // "excurssie" is a kind once it is spelt right.
  const found = new Set(kinds)
  const left = corrected.filter((word, i) => {
    const kind = word === words[i] ? undefined : kindOf(word)
    if (kind) found.add(kind)
    return !kind
  })
  const stems = new Set<string>()
  const groups = askedWords(left).map((word): WordGroup => {
    stems.add(word.stem)
    for (const stem of [...word.joined, ...word.parts, ...word.wider.flatMap((wider) => wider.stems)])
      stems.add(stem)
    const begins = meant.get(word.word)?.begins ? [`${lexeme(word.stem)}:*`] : []
    return {
      exact: [word.stem, ...word.joined].map(lexeme).join(' | '),
      wider: [...begins, ...word.wider.map(phraseOf)].join(' | '),
      loose: word.parts.map(lexeme).join(' | '),
    }
  })
  const hinted = askedWords(hints).flatMap(({ stem, wider }) => [lexeme(stem), ...wider.map(phraseOf)])
  return { groups, stems, levelKeys, kinds: [...found], hints: hinted.join(' | ') }
}

/** Whether it is found by something else than itself and its neighbours. */
function hasOwnWider(asked: AskedWord): boolean {
  return asked.wider.some(({ how, stems }) => how === 'phrase' || stems.length > 1)
}

type Meant = { readonly word: string; readonly begins: boolean }
type Row = { readonly word: string; readonly begins: boolean; readonly alike: readonly string[] | null }

async function lookUp(
  pool: pg.Pool,
  asked: readonly AskedWord[],
  last: string | undefined,
): Promise<ReadonlyMap<string, Meant>> {
  const { rows } = await pool.query<Row>(
    `WITH generation AS (SELECT current FROM search_generation WHERE index = 'offers'),
     asked AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[]) AS a(word, stem, last)
       WHERE NOT EXISTS (SELECT FROM search_document d, generation g
         WHERE d.generation = g.current AND d.tsv @@ quote_literal(a.stem)::tsquery)
     ), begun AS (
       SELECT a.*, a.last AND EXISTS (SELECT FROM search_document d, generation g
         WHERE d.generation = g.current AND d.tsv @@ (quote_literal(a.stem) || ':*')::tsquery) AS begins
       FROM asked a
     )
     SELECT b.word, b.begins, CASE WHEN NOT b.begins AND length(b.word) >= ${SHORTEST_MISTAKE} THEN ARRAY(
       SELECT s.word FROM search_word s, generation g
       WHERE s.generation = g.current AND s.word % b.word AND abs(length(s.word) - length(b.word)) <= 2
       ORDER BY similarity(s.word, b.word) DESC, s.documents DESC, s.word LIMIT ${CANDIDATES}
     ) END AS alike FROM begun b`,
    [asked.map(({ word }) => word), asked.map(({ stem }) => stem), asked.map(({ word }) => word === last)],
  )
  return new Map(
    rows.map(({ word, begins, alike }) => [word, { begins, word: nearest(word, alike ?? []) ?? word }]),
  )
}

/** Of words that look alike, most alike first, the one with the fewest typing errors between. */
function nearest(word: string, alike: readonly string[]): string | undefined {
  const most = forgiven(word.length)
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const other of alike) {
    // Hardly anybody mistypes the first letter.
    const distance = typingDistance(word, other, most) + (word[0] === other[0] ? 0 : 1)
    if (distance <= most && (best === undefined || distance < best.distance)) best = { word: other, distance }
  }
  return best?.word
}

function phraseOf({ how, stems }: Wider): string {
  const lexemes = how === 'phrase' ? stems.map(lexeme).join(' <-> ') : stems.map(orSynonym).join(' & ')
  return stems.length > 1 ? `(${lexemes})` : lexemes
}

/** A chocoladefabriek is a cacaofabriek as well. */
function orSynonym(stem: string): string {
  const others = synonymsOf(stem).filter((phrase) => phrase.length === 1)
  return others.length === 0 ? lexeme(stem) : `(${[stem, ...others.flat()].map(lexeme).join(' | ')})`
}

/** Letters and digits only, so that it can stand in a tsquery as it is. */
function lexeme(stem: string): string {
  return `'${stem.replace(/[^a-z0-9]/g, '')}'`
}
