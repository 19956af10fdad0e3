/** What PostgreSQL looks for: per word the stem itself (`exact`) and what else it may be written as (`wider`). */
import type pg from 'pg'
import type { Understood } from '../dutch/understand'
import type { FoundTerm } from '../explanation'
import type { Synonyms } from '../query'
import {
  type AskedWord,
  type Likeness,
  orSynonyms,
  questionOf,
  SHORTEST_MISTAKE,
  type Unsure,
  type Wider,
} from '../text-question'

export type WordGroup = {
  /** tsquery texts; `wider` may be empty. */
  readonly exact: string
  readonly wider: string
  /** Stands in where neither finds anything. */
  readonly loose: string
}

export type LookedFor = AskedWord & { readonly begins: boolean }

export type TextQuestion = {
  /** One per word. */
  readonly groups: readonly WordGroup[]
  readonly words: readonly LookedFor[]
  readonly stems: ReadonlySet<string>
  readonly levelKeys: readonly string[]
  readonly kinds: readonly string[]
  readonly girls: boolean
  /** tsquery text; may be empty. */
  readonly hints: string
}

const CANDIDATES = 12

/** One statement when a word has neither parts nor synonyms, none otherwise. */
export async function textQuestion(
  pool: pg.Pool,
  understood: Understood,
  given?: Synonyms,
): Promise<TextQuestion> {
  const { words, hints, ...rest } = await questionOf(understood, (unsure) => lookUp(pool, unsure), given)
  const hinted = hints.flatMap(({ stem, wider }) => [lexeme(stem), ...wider.map(phraseOf)])
  return { ...rest, words, groups: words.map(groupOf), hints: hinted.join(' | ') }
}

function groupOf({ stem, joined, wider, parts, begins }: LookedFor): WordGroup {
  return {
    exact: [stem, ...joined].map(lexeme).join(' | '),
    wider: [...(begins ? [`${lexeme(stem)}:*`] : []), ...wider.map(phraseOf)].join(' | '),
    loose: parts.map(lexeme).join(' | '),
  }
}

/** Each way of writing a word, in words and as a tsquery text: what `groupOf` asks for together, one by one. */
export function waysOf({ stem, joined, wider, parts, begins }: LookedFor): readonly Way[] {
  return [
    ...[stem, ...joined].map((term) => ({ term, how: 'itself' as const, tsquery: lexeme(term) })),
    ...(begins ? [{ term: `${stem}…`, how: 'otherwise' as const, tsquery: `${lexeme(stem)}:*` }] : []),
    ...wider.map((each) => ({
      term: each.stems.join(each.how === 'phrase' ? ' ' : ' + '),
      how: 'otherwise' as const,
      tsquery: phraseOf(each),
    })),
    ...parts.map((term) => ({ term, how: 'part' as const, tsquery: lexeme(term) })),
  ]
}

export type Way = Pick<FoundTerm, 'term' | 'how'> & { readonly tsquery: string }

async function lookUp(pool: pg.Pool, unsure: readonly Unsure[]): Promise<readonly Likeness[]> {
  const { rows } = await pool.query<Likeness>(
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
     ) ELSE '{}' END AS alike FROM begun b`,
    [unsure.map(({ word }) => word), unsure.map(({ stem }) => stem), unsure.map(({ last }) => last)],
  )
  return rows
}

function phraseOf({ how, stems }: Wider): string {
  const lexemes = how === 'phrase' ? stems.map(lexeme).join(' <-> ') : stems.map(orSynonym).join(' & ')
  return stems.length > 1 ? `(${lexemes})` : lexemes
}

function orSynonym(stem: string): string {
  const others = orSynonyms(stem)
  return others.length === 1 ? lexeme(stem) : `(${others.map(lexeme).join(' | ')})`
}

/** Letters and digits only, so that it can stand in a tsquery as it is. */
function lexeme(stem: string): string {
  return `'${stem.replace(/[^a-z0-9]/g, '')}'`
}
