/** Reads the row of `explainStatement` back into words. */
import type pg from 'pg'
import { understand } from '../dutch/understand'
import type { Explained, Explanation, Floor, FoundTerm } from '../explanation'
import type { SearchQuery } from '../query'
import { explainStatement, fieldAt } from './explain-statement'
import { type TextQuestion, textQuestion, waysOf } from './text-question'

type FoundWay = { readonly way: number; readonly fields: readonly number[] }
type HitRow = Omit<Explanation, 'words' | 'isBehind'> & {
  readonly words: readonly {
    readonly rarity: number
    readonly rank: number
    readonly firm: boolean
    readonly found: readonly FoundWay[]
  }[]
  readonly floor: Floor | null
}

/** Two statements, as many as a search. */
export async function explainHits(
  pool: pg.Pool,
  query: SearchQuery,
  ids: readonly string[],
): Promise<Explained> {
  const text = query.text?.trim()
    ? await textQuestion(pool, query.understood ?? understand(query.text), query.synonyms)
    : null
  const { sql, values } = explainStatement(query, text, ids)
  const { rows } = await pool.query<{ hit: HitRow }>(sql, [...values])
  const byId = new Map(rows.map(({ hit }) => [hit.id, hit]))
  const hits = ids.map((id) => byId.get(id)).filter((hit) => hit !== undefined)
  return {
    engine: 'postgres',
    orderedBy: orderedBy(query, text !== null),
    floor: hits[0]?.floor ?? null,
    hits: hits.map(({ floor, words, ...hit }) => ({
      ...hit,
      isBehind: false,
      words: words.map(({ rarity, rank, firm, found }, i) => ({
        word: text?.words[i]?.word ?? '',
        rarity,
        rank,
        found: termsOf(text, i, found).filter(({ how }) => how !== 'part' || !firm),
      })),
    })),
  }
}

function termsOf(text: TextQuestion | null, i: number, found: readonly FoundWay[]): readonly FoundTerm[] {
  const word = text?.words[i]
  const ways = word ? waysOf(word) : []
  return found.flatMap(({ way, fields }) => {
    const known = ways[way - 1]
    if (!known) return []
    return [
      {
        term: known.term,
        how: known.how,
        fields: fields.map(fieldAt).filter((field) => field !== undefined),
      },
    ]
  })
}

/** As `orderOf` of the search statement. */
function orderedBy({ sort = 'relevance', near }: SearchQuery, hasText: boolean): Explained['orderedBy'] {
  if (sort === 'newest' || sort === 'soonest') return sort
  if (sort === 'distance' || !hasText) return near ? 'distance' : hasText ? 'relevance' : 'newest'
  return 'relevance'
}
