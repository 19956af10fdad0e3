/** What a monitoring server reads, and that nobody else does. */
import { expect, test } from 'vitest'
import { testApp } from '../setup/app'

const TOKEN = 'a token of tests, sixteen at least'.replaceAll(' ', '-')

test('without a token in the settings there is no such page', async () => {
  const app = await testApp()
  const answer = await fetch(`${app.origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } })
  expect(answer.status).toBe(404)
})

test('whoever bears the token reads the counts, and nobody else', async () => {
  const app = await testApp({ env: { METRICS_TOKEN: TOKEN } })
  const read = (headers: Record<string, string>) => fetch(`${app.origin}/metrics`, { headers })
  for (const headers of [
    {},
    { Authorization: 'Bearer nonsense' },
    { Authorization: `Basic ${TOKEN}` },
  ] as Record<string, string>[]) {
    const refused = await read(headers)
    expect(refused.status).toBe(401)
    expect(await refused.text()).not.toContain('schakel_')
  }
  await app.client().get('/offers?q=robot')
  const answer = await read({ Authorization: `Bearer ${TOKEN}` })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  expect(text).toMatch(/schakel_searches_total\{question="search",outcome="answered"\} [1-9]/)
  expect(text).toContain('schakel_search_engine_answering{engine="postgres"} 1')
  expect(text).toMatch(/schakel_jobs_waiting\{queue="worker"\} \d+/)
  expect(text).not.toContain('robot')
})
