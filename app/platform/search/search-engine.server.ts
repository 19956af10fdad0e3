/** Which engine answers: the one door to `search/`. */
import type pg from 'pg'
import type { IndexPort, SearchPort } from '~search/port'
import { makeIndexWriter } from '~search/postgres/index-writer'
import { makePostgresSearch } from '~search/postgres/postgres-search'

export type Engine = { readonly search: SearchPort; readonly index: IndexPort }

export function makeEngine(pool: pg.Pool): Engine {
  return { search: makePostgresSearch(pool), index: makeIndexWriter(pool, null) }
}
