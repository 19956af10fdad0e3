/**
 * `npm run bench:search -- [--offers 20000,200000] [--engine postgres,meilisearch] [--rounds 3]`: how quick searching is.
 * Per size, engine and case one JSON line with p50 and p95 (ms) of the engine asked directly, of the search port and of the
 * whole HTTP answer of the page's data, taken in turns so that a busy machine is busy for all of them; `ratio` is port p50 /
 * raw p50, `httpMore` what the whole answer costs more than the raw call. Goals and readings: docs/benchmarks.md.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Meilisearch } from 'meilisearch'
import type pg from 'pg'
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { makePool } from '~/platform/db/client.server'
import { type Engine, makeEngine } from '~/platform/search/search-engine.server'
import type { OfferDocument } from '~search/document'
import { UNPACKED } from '~search/meilisearch/meilisearch-engine'
import { indexName } from '~search/meilisearch/settings'
import { percentile } from '~search/relevance/measures'
import { readLines } from '../../prisma/seed/read-data'
import type { DemoCompany, DemoOffer } from '../../prisma/seed/steps/demo-content'
import { loadSet } from '../relevance/load-set'
import { findMeilisearch } from '../test/meilisearch.mjs'
import { type Asked, CASES, type Case } from './cases'
import { batchesOf, manyOffers } from './make-offers'
import { naiveReference, type Raw, rawMeilisearch, rawPostgres } from './raw'
import { startWeb, type Web } from './web'

process.chdir(path.resolve(import.meta.dirname, '../..'))

const { values: options } = parseArgs({
  options: {
    offers: { type: 'string', default: '20000' },
    engine: { type: 'string', default: 'postgres,meilisearch' },
    case: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
})
const ROUNDS = Number(options.rounds)
const INDEX_BASE = `bench-${process.pid}`

type Measured = {
  readonly offers: number
  readonly engine: string
  readonly databaseUrl: string
  readonly port: Engine['search']
  readonly raw: Raw
  readonly naive: Raw
  readonly web: Web
}

const shown = (ms: number) => Number(ms.toFixed(2))
const say = (line: Record<string, unknown>) => console.log(JSON.stringify(line))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function getData(web: Web, { address }: Asked): Promise<void> {
  const answer = await fetch(web.origin + address)
  const body = await answer.text()
  if (answer.status !== 200 || body.includes('SingleFetchRedirect'))
    throw new Error(`${address}: ${answer.status} ${body.slice(0, 200)}`)
}

async function measureCase({ offers, engine, port, raw, naive, web }: Measured, { name, asked }: Case) {
  const times = { raw: [] as number[], port: [] as number[], http: [] as number[], naive: [] as number[] }
  const hits: number[] = []
  for (let round = -1; round < ROUNDS; round++)
    for (const one of asked) {
      const took = {
        raw: await timed(() => raw(one.query, one.map ?? false)),
        port: await timed(async () => {
          const answer = one.map ? await port.mapPoints(one.query) : await port.search(one.query)
          hits.push('total' in answer ? answer.total : answer.length)
        }),
        http: await timed(() => getData(web, one)),
        naive: round === 0 ? await timed(() => naive(one.query, one.map ?? false)) : null,
      }
      // The first round opens connections and fills what is kept in memory.
      if (round < 0) continue
      for (const [part, ms] of Object.entries(took))
        if (ms !== null) times[part as keyof typeof times].push(ms)
    }
  const { parts } = (await (await fetch(`${web.origin}/ready`)).json()) as {
    parts: { search: { degraded?: boolean } }
  }
  const p50 = (part: keyof typeof times) => percentile(times[part], 0.5)
  const both = (part: keyof typeof times) => ({
    p50: shown(p50(part)),
    p95: shown(percentile(times[part], 0.95)),
  })
  say({
    offers,
    engine,
    case: name,
    hits: Math.round(percentile(hits, 0.5)),
    raw: both('raw'),
    port: both('port'),
    http: both('http'),
    naive: both('naive'),
    // The web server waits for Meilisearch no longer than people should: what it gave then is PostgreSQL's.
    ...(parts.search.degraded ? { httpByStandIn: true } : {}),
    ratio: shown(p50('port') / p50('raw')),
    httpMore: shown(p50('http') - p50('raw')),
  })
}

async function postgresSize(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_total_relation_size('search_document') + pg_total_relation_size('search_word') AS bytes`,
  )
  return Number(rows[0]?.bytes)
}

async function measureEngine(
  engine: string,
  documents: readonly OfferDocument[],
  set: { readonly pool: pg.Pool; readonly url: string },
  access: { readonly MEILI_URL?: string | undefined; readonly MEILI_MASTER_KEY?: string | undefined },
): Promise<void> {
  const made = makeEngine(set.pool, access, {
    indexBase: INDEX_BASE,
    patienceMs: 60_000,
    onFailure: (error) => {
      throw error
    },
  })
  const client = access.MEILI_URL
    ? new Meilisearch({
        host: access.MEILI_URL,
        apiKey: access.MEILI_MASTER_KEY ?? '',
        requestInit: UNPACKED,
      })
    : null
  const before = client ? (await client.getStats()).usedDatabaseSize : 0
  const loadMs = await timed(() => made.index.rebuild(batchesOf(documents)))
  await set.pool.query('VACUUM ANALYZE search_document, search_word')
  const bytes = client ? (await client.getStats()).usedDatabaseSize - before : await postgresSize(set.pool)
  say({
    offers: documents.length,
    engine,
    loadSeconds: shown(loadMs / 1000),
    indexMegabytes: shown(bytes / 2 ** 20),
  })
  const radii = [...new Set(documents.map(({ travelRadiusKm }) => travelRadiusKm))].filter(
    (km) => km !== null,
  )
  const web = await startWeb({
    DATABASE_URL: set.url,
    MEILI_URL: access.MEILI_URL ?? '',
    MEILI_MASTER_KEY: access.MEILI_MASTER_KEY ?? '',
    MEILI_INDEX: INDEX_BASE,
  })
  try {
    const measured: Measured = {
      offers: documents.length,
      engine,
      databaseUrl: set.url,
      port: made.search,
      raw: client ? rawMeilisearch(client, indexName(INDEX_BASE), radii) : rawPostgres(set.pool),
      naive: naiveReference(documents),
      web,
    }
    for (const each of CASES)
      if (!options.case || each.name === options.case) await measureCase(measured, each)
  } finally {
    await web.stop()
    await client?.deleteIndexIfExists(indexName(INDEX_BASE))
  }
}

async function main(): Promise<void> {
  const sizes = options.offers.split(',').map(Number)
  const engines = options.engine.split(',')
  const meilisearch = engines.includes('meilisearch') ? await findMeilisearch(console.error) : null
  const { MEILI_URL, MEILI_MASTER_KEY } = { ...process.env, ...meilisearch?.env }
  const demo = {
    offers: readLines<DemoOffer>('demo/offers.jsonl'),
    companies: readLines<DemoCompany>('demo/companies.jsonl'),
  }
  const set = await loadSet(demo, {})
  try {
    const real: OfferDocument[] = []
    for await (const batch of allOfferDocuments(set.db, set.now)) real.push(...batch)
    const url = set.url
    const pool = makePool(url, 8)
    for (const size of sizes) {
      const documents = manyOffers(real, size)
      for (const engine of engines) {
        if (engine === 'meilisearch' && !MEILI_URL) console.error('No Meilisearch: that half is left out.')
        else
          await measureEngine(
            engine,
            documents,
            { pool, url },
            engine === 'meilisearch' ? { MEILI_URL, MEILI_MASTER_KEY } : {},
          )
      }
    }
    await pool.end()
  } finally {
    await set.close()
    await meilisearch?.stop()
  }
}

await main()
