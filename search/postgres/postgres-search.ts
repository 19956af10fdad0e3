/**
 * The search port on PostgreSQL. One statement finds, orders, counts and cuts the page; one before it looks up words that no
 * offer may have. Relevance: sum over the words of (rarity × rank), less where level or kind do not fit what was typed.
 */
import type pg from 'pg'
import type { OfferDocument } from '../document'
import { understand } from '../dutch/understand'
import { highlight } from '../highlight'
import { cutOf, MAX_HITS } from '../paging'
import type { EngineHealth, MapPoint, SearchPage, SearchPort } from '../port'
import type { FacetName, SearchQuery } from '../query'
import { explainHits } from './explain'
import { searchStatement, type Wanted } from './search-statement'
import { textQuestion } from './text-question'

type AnswerRow<Document> = {
  readonly total: number
  readonly almost: boolean
  readonly hits: readonly { readonly document: Document; readonly distanceKm: number | null }[] | null
  readonly facets: Readonly<Partial<Record<FacetName, SearchPage['facets'][FacetName]>>> | null
}

export function makePostgresSearch(pool: pg.Pool): SearchPort {
  async function ask<Document>(query: SearchQuery, cut: { offset: number; limit: number; wanted: Wanted }) {
    const text = query.text?.trim()
      ? await textQuestion(pool, query.understood ?? understand(query.text), query.synonyms)
      : null
    const { sql, values } = searchStatement(query, text, cut)
    const { rows } = await pool.query<AnswerRow<Document>>(sql, [...values])
    return {
      answer: rows[0] ?? { total: 0, almost: false, hits: null, facets: null },
      stems: text?.stems ?? new Set<string>(),
    }
  }

  return {
    engine: 'postgres',

    async search(query) {
      const { page, pageSize, offset, limit } = cutOf(query)
      const { answer, stems } = await ask<OfferDocument>(query, { offset, limit, wanted: 'document' })
      return {
        hits: (answer.hits ?? []).map((hit) => ({
          ...hit,
          title: highlight(hit.document.title, stems),
          summary: highlight(hit.document.summary, stems),
        })),
        total: answer.total,
        isAlmost: answer.almost && answer.total > 0,
        page,
        pageSize,
        facets: answer.facets ?? {},
      }
    },

    async mapPoints(query) {
      const { answer } = await ask<Omit<MapPoint, 'rank' | 'point'> & Pick<OfferDocument, 'point'>>(
        { ...query, facets: [] },
        { offset: 0, limit: MAX_HITS, wanted: 'point' },
      )
      return (answer.hits ?? []).flatMap(({ document: { point, ...document } }, i) =>
        point ? [{ ...document, point, rank: i + 1 }] : [],
      )
    },

    explain: (query, ids) => explainHits(pool, query, ids),

    async health(): Promise<EngineHealth> {
      try {
        const { rows } = await pool.query<{ version: string; documents: number }>(
          `SELECT current_setting('server_version') AS version, documents FROM search_generation
           WHERE index = 'offers'`,
        )
        return {
          ok: true,
          engine: 'postgres',
          version: rows[0]?.version ?? '',
          documents: rows[0]?.documents ?? 0,
        }
      } catch (error) {
        const problem = error instanceof Error ? error.message : 'does not answer'
        return { ok: false, engine: 'postgres', version: '', documents: 0, problem }
      }
    },
  }
}
