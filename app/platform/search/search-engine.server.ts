/** Which engine answers: the one door to `search/`. */
import type pg from 'pg'
import { makeMeilisearchEngine } from '~search/meilisearch/meilisearch-engine'
import type { IndexPort, SearchPort } from '~search/port'
import { makeIndexWriter } from '~search/postgres/index-writer'
import { makePostgresSearch } from '~search/postgres/postgres-search'
import { type StandInState, withStandIn } from '~search/stand-in'

export type Engine = {
  readonly search: SearchPort
  readonly index: IndexPort
  /** How the two engines get on; `null` where PostgreSQL answers alone. */
  readonly standIn: (() => StandInState) | null
}

/** The settings of the same names; without `MEILI_URL` PostgreSQL answers alone. */
type EngineSettings = {
  readonly MEILI_URL?: string | undefined
  readonly MEILI_SEARCH_KEY?: string | undefined
  readonly MEILI_WRITE_KEY?: string | undefined
  readonly MEILI_MASTER_KEY?: string | undefined
}

type Options = {
  /** Programs that share one Meilisearch name their indexes differently. */
  readonly indexBase?: string
  /** Hears why PostgreSQL had to stand in. */
  readonly onFailure?: (error: unknown) => void
  /** Hears that Meilisearch answers again. */
  readonly onRecovery?: () => void
  /** How long a search waits for Meilisearch before PostgreSQL is asked, ms. A quarter of a second unless told. */
  readonly patienceMs?: number
}

export function makeEngine(pool: pg.Pool, settings: EngineSettings = {}, options: Options = {}): Engine {
  const { MEILI_URL: host, MEILI_MASTER_KEY: master } = settings
  const { indexBase = 'offers', onFailure = () => {}, ...patience } = options
  const postgres = makePostgresSearch(pool)
  if (!host) return { search: postgres, index: makeIndexWriter(pool, null), standIn: null }
  const meilisearch = makeMeilisearchEngine({
    host,
    searchKey: settings.MEILI_SEARCH_KEY ?? master,
    writeKey: settings.MEILI_WRITE_KEY ?? master,
    indexBase,
  })
  const search = withStandIn(meilisearch.search, postgres, { onFailure, ...patience })
  return { search, index: makeIndexWriter(pool, meilisearch.index), standIn: search.state }
}
