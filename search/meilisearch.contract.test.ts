/** With MEILI_URL, or started by `npm test` from the PATH; without, each of these counts as skipped. */
import { describe, expect, test } from 'vitest'
import { makeEngine } from '~/platform/search/search-engine.server'
import { narrowKeys } from '../scripts/lib/meilisearch-keys.mjs'
import { testDatabase } from '../tests/setup/database'
import { describeEngine } from './contract'
import type { OfferDocument } from './document'
import { sampleDocument } from './sample-document'

const { MEILI_URL, MEILI_MASTER_KEY } = process.env
const access = { MEILI_URL, MEILI_MASTER_KEY }
let made = 0
const aside = () => ({
  indexBase: `contract-${process.pid}-${made++}`,
  // Nothing may be answered by the engine that stands in, however busy the machine is.
  patienceMs: 60_000,
  onFailure(error: unknown) {
    throw error
  },
})

describe.skipIf(!MEILI_URL)('with Meilisearch', () => {
  describeEngine('Meilisearch', async () => makeEngine((await testDatabase()).pool, access, aside()))
})

describe.skipIf(!MEILI_URL)('keys', () => {
  test('one may only search, the other only write', async () => {
    const { pool } = await testDatabase()
    const keys = await narrowKeys({ url: MEILI_URL ?? '', masterKey: MEILI_MASTER_KEY ?? '' })
    expect(await narrowKeys({ url: MEILI_URL ?? '', masterKey: MEILI_MASTER_KEY ?? '' })).toEqual(keys)
    const document = sampleDocument(1)
    const { search, index } = makeEngine(pool, { MEILI_URL, ...keys }, aside())
    await index.rebuild(batchOf(document))
    await index.sync([document.id], async () => [document])
    expect((await search.search({ text: 'vakman', facets: ['kind'] })).total).toBe(1)
    expect(await search.health()).toMatchObject({ ok: true, engine: 'meilisearch', documents: 1 })
    const { MEILI_SEARCH_KEY, MEILI_WRITE_KEY } = keys
    const swapped = { MEILI_URL, MEILI_SEARCH_KEY: MEILI_WRITE_KEY, MEILI_WRITE_KEY: MEILI_SEARCH_KEY }
    const wrong = makeEngine(pool, swapped, aside())
    await expect(wrong.search.search({ text: 'vakman' })).rejects.toThrow(/API key/)
    await expect(wrong.index.sync([document.id], async () => [document])).rejects.toThrow(/API key/)
  })
})

async function* batchOf(document: OfferDocument) {
  yield [document]
}

test('when it does not answer, PostgreSQL does, and says so', async () => {
  const failures: unknown[] = []
  const { pool } = await testDatabase()
  const nobody = { MEILI_URL: 'http://127.0.0.1:9' }
  const { search, index } = makeEngine(pool, nobody, { onFailure: (error) => failures.push(error) })
  const document = sampleDocument(1)
  await expect(index.sync([document.id], async () => [document])).rejects.toThrow()
  expect((await search.search({ text: 'vakman' })).total).toBe(1)
  expect(await search.mapPoints({})).toHaveLength(1)
  expect(failures).toHaveLength(1)
  expect(await search.health()).toMatchObject({
    ok: true,
    engine: 'postgres',
    degraded: true,
    problem: expect.stringContaining('meilisearch'),
  })
})
