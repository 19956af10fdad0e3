/** What people notice when Meilisearch is slow, gone or broken. A small server of ours plays it; no engine is needed. */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeMeilisearchEngine } from './meilisearch/meilisearch-engine'
import type { SearchPage, SearchPort } from './port'
import { sampleDocument } from './sample-document'
import { type StandIn, withStandIn } from './stand-in'

type Mood = 'answers' | 'slow' | 'fails'

const REST_MS = 60
/** More than people have, so that a busy machine is not taken for a slow engine. */
const PATIENCE_MS = 600
let mood: Mood
let asked: number
let server: http.Server
let port: number
const failures: unknown[] = []
let recovered = 0

const page = (title: string): SearchPage => {
  const document = sampleDocument(1, { title })
  const hit = { document, distanceKm: null, title: [], summary: [] }
  return { hits: [hit], total: 1, isAlmost: false, page: 1, pageSize: 20, facets: {} }
}
/** why: which of the two answered is looked at; that PostgreSQL answers is the contract's to test. */
const second: SearchPort = {
  engine: 'postgres',
  search: async () => page('by the second'),
  mapPoints: async () => [],
  explain: async () => ({ engine: 'postgres', orderedBy: 'newest', floor: null, hits: [] }),
  health: async () => ({ ok: true, engine: 'postgres', version: '16', documents: 1 }),
}

function answer(path: string, body: string): unknown {
  if (path === '/version') return { pkgVersion: '1.50.0' }
  if (path.endsWith('/stats')) return { numberOfDocuments: 1 }
  const { queries } = JSON.parse(body) as { queries: readonly unknown[] }
  const hits = [{ id: '1', offer: sampleDocument(1, { title: 'by the first' }) }]
  return {
    results: queries.map(() => ({ hits, totalHits: 1, estimatedTotalHits: 1, facetDistribution: {} })),
  }
}

async function start(at = 0): Promise<void> {
  server = http.createServer(async (request, response) => {
    asked++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (mood === 'slow') return void setTimeout(() => response.end('{}'), 5_000).unref()
    response.statusCode = mood === 'fails' ? 500 : 200
    response.setHeader('Content-Type', 'application/json')
    const given =
      mood === 'fails' ? { message: 'broken' } : answer(request.url ?? '', Buffer.concat(chunks).toString())
    response.end(JSON.stringify(given))
  })
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
}

async function stop(): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

function bothEngines(): StandIn {
  const { search } = makeMeilisearchEngine({ host: `http://127.0.0.1:${port}`, indexBase: 'offers' })
  return withStandIn(search, second, {
    onFailure: (error) => failures.push(error),
    onRecovery: () => recovered++,
    patienceMs: PATIENCE_MS,
    restMs: REST_MS,
  })
}

const setMood = (next: Mood): void => {
  mood = next
}
const titleOf = async (search: SearchPort) => (await search.search({})).hits[0]?.document.title

vi.setConfig({ testTimeout: 20_000 })

beforeEach(async () => {
  mood = 'answers'
  asked = 0
  failures.length = 0
  recovered = 0
  await start()
})
afterEach(async () => {
  if (server.listening) await stop()
})

test('the first answers as long as it can', async () => {
  const search = bothEngines()
  expect(await titleOf(search)).toBe('by the first')
  expect(await search.health()).toEqual({ ok: true, engine: 'meilisearch', version: '1.50.0', documents: 1 })
  expect(failures).toEqual([])
  expect(search.state()).toEqual({ answers: true, openSinceMs: null, failures: 0, fallbacks: 0 })
})

test.each<[string, () => Promise<void>]>([
  ['slow', async () => setMood('slow')],
  ['dead', stop],
  ['answering 500', async () => setMood('fails')],
])('%s: the second answers, the first question waits a moment, the next ones do not', async (_, breakIt) => {
  const search = bothEngines()
  await breakIt()
  const startedAt = performance.now()
  expect(await titleOf(search)).toBe('by the second')
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS + 300)
  expect(failures).toHaveLength(1)

  const before = asked
  for (let i = 0; i < 20; i++) expect(await titleOf(search)).toBe('by the second')
  // While it rests nobody asks it.
  expect(asked).toBe(before)
  expect(failures).toHaveLength(1)
  expect(await search.health()).toMatchObject({ ok: true, engine: 'postgres', degraded: true })
  const { openSinceMs, ...state } = search.state()
  expect(state).toMatchObject({ answers: false, fallbacks: 21 })
  expect(state.failures).toBeGreaterThan(0)
  expect(Math.abs(Date.now() - (openSinceMs ?? 0))).toBeLessThan(30_000)
})

test('it is taken back by itself, and nobody waits for the trial', async () => {
  const search = bothEngines()
  mood = 'slow'
  await titleOf(search)
  // Still slow when its rest is over: the trial costs the one who asks then nothing.
  await new Promise((resolve) => setTimeout(resolve, REST_MS + 20))
  expect(await titleOf(search)).toBe('by the second')
  mood = 'answers'
  await vi.waitFor(async () => expect(await titleOf(search)).toBe('by the first'), {
    timeout: 10_000,
    interval: 20,
  })
  expect(recovered).toBe(1)
  expect(search.state()).toMatchObject({ answers: true, openSinceMs: null })
  expect(search.state().failures).toBeGreaterThan(0)
  expect(await search.health()).toMatchObject({ engine: 'meilisearch' })
  // And it may fail again.
  mood = 'fails'
  expect(await titleOf(search)).toBe('by the second')
  expect(failures).toHaveLength(2)
})

test('many questions at the moment it breaks are told of once', async () => {
  const search = bothEngines()
  mood = 'slow'
  const titles = await Promise.all(Array.from({ length: 30 }, () => titleOf(search)))
  expect(new Set(titles)).toEqual(new Set(['by the second']))
  expect(failures).toHaveLength(1)
  // Thirty failures at once are one: it rests no longer for them.
  mood = 'answers'
  await vi.waitFor(async () => expect(await titleOf(search)).toBe('by the first'), {
    timeout: 10_000,
    interval: 20,
  })
})

test('a second that fails is not hidden', async () => {
  const { search: first } = makeMeilisearchEngine({ host: `http://127.0.0.1:${port}`, indexBase: 'offers' })
  const broken = { ...second, search: async () => Promise.reject(new Error('the database went away')) }
  mood = 'fails'
  await expect(withStandIn(first, broken, { onFailure: () => {} }).search({})).rejects.toThrow('went away')
})
