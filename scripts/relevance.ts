/**
 * `npm run relevance -- --engine postgres|meilisearch [--offers FILE --companies FILE --queries FILE]
 * [--requests FILE --request-grades FILE] [--each]`: loads offers into a scratch database and index, asks the judged
 * questions, and prints one JSON line per set. Without files it takes the demo content and the development set.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeDb, makePool } from '~/platform/db/client.server'
import { migrate } from '~/platform/db/migrations.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { type Grades, mean, ndcg, percentile, recall, reciprocalRank } from '~search/relevance/measures'
import { allOfferDocuments } from '../app/features/finder/queries/offer-documents.server'
import {
  type DemoCompany,
  type DemoOffer,
  offerIdOf,
  seedDemoContent,
} from '../prisma/seed/steps/demo-content'
import { seedGeography } from '../prisma/seed/steps/geography'
import { seedVocabularies } from '../prisma/seed/steps/vocabularies'
import { startScratchPostgres } from './lib/scratch-postgres'
import { findMeilisearch } from './test/meilisearch.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const DEMO = path.join(ROOT, 'prisma/seed/data/demo')

type JudgedQuery = { readonly id: string; readonly query: string; readonly grades: Grades }

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'postgres' },
    offers: { type: 'string', default: path.join(DEMO, 'offers.jsonl') },
    companies: { type: 'string', default: path.join(DEMO, 'companies.jsonl') },
    queries: { type: 'string', default: path.join(ROOT, 'search/relevance/dev-queries.jsonl') },
    requests: { type: 'string' },
    'request-grades': { type: 'string' },
    each: { type: 'boolean', default: false },
  },
})

function engineSettings(): { readonly MEILI_URL?: string; readonly MEILI_MASTER_KEY?: string } {
  const { MEILI_URL, MEILI_MASTER_KEY } = { ...process.env, ...meilisearch?.env }
  return { ...(MEILI_URL ? { MEILI_URL } : {}), ...(MEILI_MASTER_KEY ? { MEILI_MASTER_KEY } : {}) }
}

const readLines = <T>(file: string): T[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

const meilisearch = options.engine === 'meilisearch' ? await findMeilisearch(console.error) : undefined
if (meilisearch && !meilisearch.env.MEILI_URL && !process.env.MEILI_URL)
  throw new Error('No Meilisearch: set MEILI_URL, or put its program meilisearch on the PATH.')
const postgres = await startScratchPostgres()
const pool = makePool(postgres.url, 8)
const db = makeDb(pool)
try {
  const now = new Date()
  await migrate(postgres.url, path.join(ROOT, 'prisma/migrations'))
  await seedGeography(db)
  await seedVocabularies(db)
  const offers = readLines<DemoOffer>(options.offers)
  await seedDemoContent(db, now, { companies: readLines<DemoCompany>(options.companies), offers })
  const refOf = new Map(offers.map((offer) => [offerIdOf(offer.id), offer.id]))
  const { search, index } = makeEngine(pool, meilisearch ? engineSettings() : {}, {
    indexBase: `relevance-${process.pid}`,
    onFailure: (error) => {
      throw error
    },
  })
  await index.rebuild(allOfferDocuments(db, now))
  await pool.query('ANALYZE')

  const scores: { id: string; query: string; ndcg: number; found: number; ids: string[]; grades: Grades }[] =
    []
  const times: number[] = []
  const queries = readLines<JudgedQuery>(options.queries)
  // Once without a clock: connections are opened and plans made.
  for (const { query } of queries) await search.search({ text: query, pageSize: 50 })
  for (const { id, query, grades } of queries) {
    const startedAt = performance.now()
    const page = await search.search({ text: query, pageSize: 50 })
    times.push(performance.now() - startedAt)
    const ids = page.hits.map((hit) => refOf.get(hit.document.id) ?? hit.document.id)
    scores.push({ id, query, ndcg: ndcg(ids, grades), found: page.total, ids, grades })
  }
  const answerable = scores.filter(({ grades }) => Object.keys(grades).length > 0)
  const unanswerable = scores.filter(({ grades }) => Object.keys(grades).length === 0)
  if (options.each)
    for (const { id, query, ndcg, found, ids, grades } of [...answerable, ...unanswerable])
      console.log(
        [id, ndcg.toFixed(3), found, query, ids.slice(0, 10).map((ref) => `${ref}:${grades[ref] ?? 0}`)].join(
          ' | ',
        ),
      )
  const rounded = (value: number) => Number(value.toFixed(4))
  console.log(
    JSON.stringify({
      set: 'queries',
      engine: search.engine,
      ndcg10: rounded(mean(answerable.map(({ ndcg }) => ndcg))),
      zeroResults: answerable.filter(({ found }) => found === 0).length,
      answerable: answerable.length,
      unanswerableWithHits: unanswerable.filter(({ found }) => found > 0).length,
      recall50: rounded(mean(answerable.map(({ ids, grades }) => recall(ids, grades, 50)))),
      mrr: rounded(mean(answerable.map(({ ids, grades }) => reciprocalRank(ids, grades)))),
      p50Ms: rounded(percentile(times, 0.5)),
    }),
  )
} finally {
  await db.$disconnect()
  await pool.end()
  postgres.stop()
  await meilisearch?.stop()
}
