/**
 * The search port on PostgreSQL. One statement finds, orders, counts and cuts the page; a second one before it reads the
 * typed words. Relevance: sum over the words of (rarity × rank), halved where level or kind do not fit what was typed.
 */
import type pg from 'pg'
import type { OfferDocument } from '../document'
import type { EngineHealth, MapPoint, SearchHit, SearchPage, SearchPort } from '../port'
import type { FacetName, SearchQuery } from '../query'
import { searchStatement } from './search-statement'
import { textQuestion } from './text-question'

const MAX_HITS = 1000
const DEFAULT_PAGE_SIZE = 20

type HitRow = { readonly document: OfferDocument; readonly distanceKm: number | null }
type AnswerRow = {
  readonly total: number
  readonly hits: readonly HitRow[] | null
  readonly facets: Readonly<Partial<Record<FacetName, SearchPage['facets'][FacetName]>>> | null
}

export function makePostgresSearch(pool: pg.Pool): SearchPort {
  async function ask(query: SearchQuery, offset: number, limit: number): Promise<AnswerRow> {
    const text = query.text?.trim() ? await textQuestion(pool, query.text) : null
    const { sql, values } = searchStatement(query, text, offset, limit)
    const { rows } = await pool.query<AnswerRow>(sql, [...values])
    return rows[0] ?? { total: 0, hits: null, facets: null }
  }

  return {
    engine: 'postgres',

    async search(query) {
      const pageSize = Math.min(100, Math.max(1, query.pageSize ?? DEFAULT_PAGE_SIZE))
      const page = Math.max(1, query.page ?? 1)
      const offset = Math.min(MAX_HITS, (page - 1) * pageSize)
      const answer = await ask(query, offset, Math.min(pageSize, MAX_HITS - offset))
      return {
        hits: (answer.hits ?? []).map((hit): SearchHit => hit),
        total: answer.total,
        page,
        pageSize,
        facets: answer.facets ?? {},
      }
    },

    async mapPoints(query) {
      const answer = await ask({ ...query, facets: [] }, 0, MAX_HITS)
      const points: MapPoint[] = []
      ;(answer.hits ?? []).forEach(({ document }, i) => {
        const { id, slug, kind, title, organisationName, point } = document
        if (point) points.push({ id, slug, rank: i + 1, kind, title, organisationName, point })
      })
      return points
    },

    async health(): Promise<EngineHealth> {
      try {
        const { rows } = await pool.query<{ version: string; documents: number }>(
          `SELECT current_setting('server_version') AS version, (SELECT count(*)::int FROM search_document d
             JOIN search_generation g ON g.index = 'offers' AND d.generation = g.current) AS documents`,
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
