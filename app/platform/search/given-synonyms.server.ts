/**
 * Synonyms that administrators gave, as the engines take them: read from the database, kept for half a minute, so that a
 * change counts within a minute in every process without a restart. `search/` itself reads no table of ours.
 */
import type pg from 'pg'
import { type GivenSynonym, synonymTable } from '~search/dutch/synonyms'
import type { SearchPort } from '~search/port'
import type { SearchQuery, Synonyms } from '~search/query'

export type GivenSynonyms = {
  /** At most one statement each half minute. */
  current(): Promise<Synonyms>
  /** Those of now and one more, before it counts. One statement. */
  trying(one: GivenSynonym): Promise<Synonyms>
}

const FRESH_MS = 30_000
const NONE: Synonyms = new Map()

/** @param onFailure hears why an older list goes on to count. */
export function makeGivenSynonyms(pool: pg.Pool, onFailure: (error: unknown) => void): GivenSynonyms {
  let known: { readonly at: number; readonly table: Promise<Synonyms> } | undefined
  let last = NONE
  const read = async () =>
    (
      await pool.query<GivenSynonym>(
        `SELECT term, means, both_ways AS "bothWays" FROM search_synonym WHERE state = 'active' ORDER BY term`,
      )
    ).rows
  const load = async () => {
    try {
      last = synonymTable(await read())
    } catch (error) {
      onFailure(error)
    }
    return last
  }
  return {
    async current() {
      const now = performance.now()
      if (!known || now - known.at > FRESH_MS) known = { at: now, table: load() }
      return known.table
    },
    async trying(one) {
      return synonymTable([...(await read()).filter(({ term }) => term !== one.term), one])
    },
  }
}

/** The same port; a question with a text that names no synonyms takes those of now. */
export function withGivenSynonyms(search: SearchPort, given: Pick<GivenSynonyms, 'current'>): SearchPort {
  const filled = async (query: SearchQuery): Promise<SearchQuery> =>
    query.text?.trim() && !query.synonyms ? { ...query, synonyms: await given.current() } : query
  return {
    engine: search.engine,
    search: async (query) => search.search(await filled(query)),
    mapPoints: async (query) => search.mapPoints(await filled(query)),
    explain: async (query, ids) => search.explain(await filled(query), ids),
    health: () => search.health(),
  }
}
