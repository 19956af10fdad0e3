/** Metrics as Prometheus reads them: what is counted, and what is left out when it is not known. */
import { expect, test } from 'vitest'
import { bears } from '~/platform/http/bearer.server'
import type { SearchPort } from '~search/port'
import type { StandInState } from '~search/stand-in'
import { counted, makeMetrics } from './metrics.server'

const queue = { waiting: 3, oldestSeconds: 12, failed: 1 }
const NO_QUEUE = async () => Promise.reject(new Error('no database'))
const lineOf = (text: string, name: string) =>
  text.split('\n').find((line) => line.startsWith(name) && !line.startsWith('#'))

test('tells how the engines get on, as it is at that moment', async () => {
  let state: StandInState = { answers: true, openSinceMs: null, failures: 0, fallbacks: 0 }
  const metrics = makeMetrics({
    engine: 'meilisearch',
    standIn: () => state,
    jobs: { queue: async () => queue },
    streams: () => 2,
  })
  const fine = await metrics.text()
  expect(fine).toContain('schakel_search_engine_answering{engine="meilisearch"} 1')
  expect(fine).toContain('schakel_search_engine_answering{engine="postgres"} 0')
  expect(lineOf(fine, 'schakel_live_streams')).toBe('schakel_live_streams 2')
  expect(lineOf(fine, 'schakel_search_breaker_open_since_seconds')).toBe(
    'schakel_search_breaker_open_since_seconds 0',
  )
  state = { answers: false, openSinceMs: 1_700_000_000_000, failures: 2, fallbacks: 7 }
  for (const text of [await metrics.text(), await metrics.text()]) {
    expect(text).toContain('schakel_search_engine_answering{engine="meilisearch"} 0')
    expect(text).toContain('schakel_search_engine_answering{engine="postgres"} 1')
    expect(text).toContain('schakel_search_breaker_open_since_seconds 1700000000')
    expect(text).toContain('schakel_search_engine_failures_total 2')
    expect(text).toContain('schakel_search_fallbacks_total 7')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  }
})

test('tells of the queue, and nothing of it when it is not known', async () => {
  let ask: () => Promise<typeof queue> = async () => queue
  const metrics = makeMetrics({
    engine: 'postgres',
    standIn: null,
    jobs: { queue: () => ask() },
    streams: () => 0,
  })
  const text = await metrics.text()
  expect(text).toContain('schakel_jobs_waiting{queue="worker"} 3')
  expect(text).toContain('schakel_jobs_oldest_waiting_seconds{queue="worker"} 12')
  expect(text).toContain('schakel_jobs_failed{queue="worker"} 1')
  expect(text).toContain('schakel_search_engine_answering{engine="postgres"} 1')
  ask = NO_QUEUE
  const without = await metrics.text()
  expect(lineOf(without, 'schakel_jobs_waiting')).toBeUndefined()
  expect(without).toContain('schakel_search_fallbacks_total 0')
})

test('each question is counted by how it ended', async () => {
  const metrics = makeMetrics({
    engine: 'postgres',
    standIn: null,
    jobs: { queue: NO_QUEUE },
    streams: () => 0,
  })
  // why: what is counted of an answer is looked at, not the answer
  const port: SearchPort = {
    engine: 'postgres',
    search: async () => Promise.reject(new Error('broken')),
    mapPoints: async () => [],
    explain: async () => ({ engine: 'postgres', orderedBy: 'newest', floor: null, hits: [] }),
    health: async () => ({ ok: true, engine: 'postgres', version: '18', documents: 0 }),
  }
  const search = counted(port, metrics)
  await expect(search.search({})).rejects.toThrow('broken')
  await search.mapPoints({})
  await search.mapPoints({})
  const text = await metrics.text()
  expect(text).toContain('schakel_searches_total{question="search",outcome="failed"} 1')
  expect(text).toContain('schakel_searches_total{question="map_points",outcome="answered"} 2')
  expect(text).toContain('schakel_search_duration_seconds_count{question="map_points"} 2')
})

test.each([
  ['Bearer the-right-token-of-this', true],
  ['bearer the-right-token-of-this', true],
  ['Bearer the-wrong-token-of-this', false],
  ['Basic the-right-token-of-this', false],
  ['the-right-token-of-this', false],
  ['Bearer ', false],
  ['', false],
])('%s bears the token: %s', (authorization, expected) => {
  const request = new Request('http://localhost/metrics', {
    headers: authorization ? { Authorization: authorization } : {},
  })
  expect(bears(request, 'the-right-token-of-this')).toBe(expected)
})
