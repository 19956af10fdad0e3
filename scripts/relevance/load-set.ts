/** Offers and companies of a judged set in a scratch database and an index of their own. */
import path from 'node:path'
import { Meilisearch } from 'meilisearch'
import type pg from 'pg'
import { askIndex } from '~/features/finder/queries/ask-index.server'
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { type Db, makeDb, makePool } from '~/platform/db/client.server'
import { migrate } from '~/platform/db/migrations.server'
import { makeNames } from '~/platform/geo/names.server'
import { makeReader } from '~/platform/search/reader.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { indexName } from '~search/meilisearch/settings'
import type { SearchPort } from '~search/port'
import { knownWords } from '~search/postgres/known-words'
import { type DemoContent, offerIdOf, seedDemoContent } from '../../prisma/seed/steps/demo-content'
import { seedGeography } from '../../prisma/seed/steps/geography'
import { seedVocabularies } from '../../prisma/seed/steps/vocabularies'
import { startScratchPostgres } from '../lib/scratch-postgres'

export type EngineSettings = NonNullable<Parameters<typeof makeEngine>[1]>

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations')

/** An index of a run that is over is of no use to anybody. */
async function dropIndex(
  { MEILI_URL, MEILI_WRITE_KEY, MEILI_MASTER_KEY }: EngineSettings,
  base: string,
): Promise<void> {
  if (!MEILI_URL) return
  const client = new Meilisearch({ host: MEILI_URL, apiKey: MEILI_WRITE_KEY ?? MEILI_MASTER_KEY ?? '' })
  await client.deleteIndexIfExists(indexName(base))
}

export type LoadedSet = {
  /** Address of the scratch database. */
  readonly url: string
  readonly db: Db
  readonly pool: pg.Pool
  /** As the finder asks: with what is read in the text, names of places included. */
  readonly search: Pick<SearchPort, 'search' | 'engine'>
  readonly now: Date
  /** The reference that the set gives to the offer with this id. */
  refOf(id: string): string
  close(): Promise<void>
}

/**
 * About ten seconds for 300 offers.
 * @param settings of the engine; without `MEILI_URL` it is PostgreSQL.
 */
export async function loadSet(content: DemoContent, settings: EngineSettings): Promise<LoadedSet> {
  const now = new Date()
  const postgres = await startScratchPostgres()
  const pool = makePool(postgres.url, 8)
  const db = makeDb(pool)
  const indexBase = `relevance-${process.pid}`
  const engine = makeEngine(pool, settings, {
    indexBase,
    patienceMs: 60_000,
    // What is measured is this engine, not the one that stands in.
    onFailure: (error) => {
      throw error
    },
  })
  const close = async () => {
    await dropIndex(settings, indexBase)
    await db.$disconnect()
    await pool.end()
    postgres.stop()
  }
  try {
    await migrate(postgres.url, MIGRATIONS)
    await seedGeography(db)
    await seedVocabularies(db)
    await seedDemoContent(db, now, content)
    await engine.index.rebuild(allOfferDocuments(db, now))
    await pool.query('ANALYZE')
  } catch (error) {
    await close()
    throw error
  }
  const refs = new Map(content.offers.map(({ id }) => [offerIdOf(id), id]))
  const read = makeReader(makeNames(db, { now: () => now }), (words) => knownWords(pool, words))
  const search: LoadedSet['search'] = {
    engine: engine.search.engine,
    async search(query) {
      const understood = await read(query.text ?? '', { plain: [], places: true })
      return (await askIndex(engine.search, query, { understood })).found
    },
  }
  return { url: postgres.url, db, pool, search, now, refOf: (id) => refs.get(id) ?? id, close }
}
