/**
 * Relevance does not fall: the development queries on the demo content, against what was measured before (baseline.json).
 * Who makes it better raises the baseline in the same commit.
 */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { askIndex } from '~/features/finder/queries/ask-index.server'
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { makeNames } from '~/platform/geo/names.server'
import { makeReader } from '~/platform/search/reader.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { type DemoOffer, offerIdOf } from '../../prisma/seed/steps/demo-content'
import { type JudgedRequest, type RequestLine, rankRequests } from '../../scripts/relevance/rank-requests'
import { testDatabase } from '../../tests/setup/database'
import { knownWords } from '../postgres/known-words'
import baseline from './baseline.json'
import { askAll, type JudgedQuery, summaryOf } from './measure-queries'

/** The order of offers with the same score depends on the day. */
const CHANCE = 0.01

const linesOf = <T>(file: URL) =>
  fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
const queries = linesOf<JudgedQuery>(new URL('dev-queries.jsonl', import.meta.url))
const offers = linesOf<DemoOffer>(new URL('../../prisma/seed/data/demo/offers.jsonl', import.meta.url))
const refs = new Map(offers.map(({ id }) => [offerIdOf(id), id]))

async function measure(settings: Parameters<typeof makeEngine>[1]) {
  const { db, pool } = await testDatabase({ with: 'demo' })
  const { search, index } = makeEngine(pool, settings, {
    indexBase: `baseline-${process.pid}`,
    patienceMs: 60_000,
    onFailure(error) {
      throw error
    },
  })
  await index.rebuild(allOfferDocuments(db, new Date()))
  const read = makeReader(makeNames(db, { now: () => new Date() }), (words) => knownWords(pool, words))
  const asFinder: Parameters<typeof askAll>[0] = {
    async search(query) {
      const understood = await read(query.text ?? '', { plain: [], places: true })
      return (await askIndex(search, query, { understood })).found
    },
  }
  return summaryOf(search.engine, await askAll(asFinder, queries, (id) => refs.get(id) ?? id))
}

function expectAtLeast(measured: Awaited<ReturnType<typeof measure>>): void {
  const before = baseline[measured.engine]
  expect(measured.answerable).toBe(65)
  expect(measured.ndcg10).toBeGreaterThanOrEqual(before.ndcg10 - CHANCE)
  expect(measured.zeroResults).toBeLessThanOrEqual(before.zeroResults)
  expect(measured.unanswerableWithHits).toBeLessThanOrEqual(before.unanswerableWithHits)
}

test('PostgreSQL answers the judged questions at least as well as before', async () => {
  expectAtLeast(await measure({}))
}, 60_000)

test('the offers for the judged requests are ranked at least as well as before', async () => {
  const { db } = await testDatabase({ with: 'demo' })
  const judged = linesOf<JudgedRequest>(new URL('dev-requests.jsonl', import.meta.url))
  const requests = linesOf<RequestLine>(
    new URL('../../prisma/seed/data/demo/requests.jsonl', import.meta.url),
  )
  const set = { db, now: new Date(), refOf: (id: string) => refs.get(id) ?? id }
  const { summary } = await rankRequests(set, requests, judged)
  expect(summary.judged).toBe(judged.length)
  expect(summary.ndcg10).toBeGreaterThanOrEqual(baseline.requests.ndcg10 - CHANCE)
}, 60_000)

const { MEILI_URL, MEILI_MASTER_KEY } = process.env
describe.skipIf(!MEILI_URL)('with Meilisearch', () => {
  test('Meilisearch answers the judged questions at least as well as before', async () => {
    expectAtLeast(await measure({ MEILI_URL, MEILI_MASTER_KEY }))
  }, 60_000)
})
