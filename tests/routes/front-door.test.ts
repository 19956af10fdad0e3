/** What every request meets before a page does. */
import http from 'node:http'
import { expect, test } from 'vitest'
import { testApp } from '../setup/app'

const app = await testApp()
const client = app.client()

/** Sends what `fetch` would not: a foreign Host, a body of unknown length. */
function sendRaw(
  options: http.RequestOptions & { readonly chunks?: readonly string[] },
): Promise<{ status: number | undefined; text: string }> {
  const { hostname, port } = new URL(app.origin)
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, ...options }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    request.on('error', reject)
    for (const chunk of options.chunks ?? []) request.write(chunk)
    request.end()
  })
}

test('an address that cannot be read is the fault of who asks, not ours', async () => {
  const answer = await app.client().get('/%E0?lang=en')
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('This address is not right')
})

test('an address with a NUL is refused before anybody looks for it', async () => {
  expect((await client.get('/schools/a%00b')).status).toBe(400)
})

test('what is no page refuses in plain text', async () => {
  const { status, headers, text } = await client.get('/pictures/no-such-picture')
  expect([status, headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
  expect(text).toContain('bestaat niet')
})

test('a Host that is none is refused', async () => {
  expect((await sendRaw({ path: '/health', headers: { Host: 'a b' } })).status).toBe(400)
})

test('scripts run by a nonce that no two answers share', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { headers, text } = await client.get('/offers')
      const nonce = /script-src 'self' 'nonce-([\w-]{22})'/.exec(
        headers.get('content-security-policy') ?? '',
      )?.[1]
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.length).toBeGreaterThan(0)
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
})

test('a page may not be framed, guessed at or told of elsewhere', async () => {
  const { headers } = await client.get('/offers')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('strict-transport-security'), 'over http nobody may be sent to https').toBeNull()
})

test('what a browser stopped is reported without a look at who sends it, counted, and believed in nothing', async () => {
  const report = {
    'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://evil.example/x' },
  }
  const send = (init: RequestInit) => fetch(new URL('/csp-reports', app.origin), init)
  const headers = { 'Content-Type': 'application/csp-report', Origin: 'null' }
  const taken = await send({ method: 'POST', headers, body: JSON.stringify(report) })
  expect(taken.status).toBe(204)
  expect((await send({ method: 'POST', headers, body: 'x'.repeat(20_000) })).status).toBe(413)
  expect((await send({ method: 'POST', headers, body: '{' })).status).toBe(400)
  expect((await send({ method: 'GET' })).status).toBe(405)
  const { headers: ofPage } = await client.get('/offers')
  expect(ofPage.get('content-security-policy')).toContain('report-uri /csp-reports')
  expect(ofPage.get('permissions-policy')).toContain('camera=()')
  expect(ofPage.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(ofPage.get('cross-origin-resource-policy')).toBe('same-origin')
})

test.each([
  ['another site', { Origin: 'https://evil.example' }, 403],
  ['a hidden sender', { Origin: 'null' }, 403],
  ['another port of this machine', { Origin: 'http://127.0.0.1:1' }, 403],
  ['our own pages', {}, 405],
])('a form of %s', async (_sender, headers, status) => {
  expect((await client.post('/health', {}, headers)).status).toBe(status)
})

test('a browser that names no origin still says when another site sends', async () => {
  const send = (site: string) =>
    sendRaw({ method: 'POST', path: '/health', headers: { 'Sec-Fetch-Site': site, 'Content-Length': 0 } })
  expect((await send('cross-site')).status).toBe(403)
  expect((await send('same-origin')).status).toBe(405)
})

test('too large a body is refused in words, in the language of the reader', async () => {
  const text = 'x'.repeat(600 * 1024)
  const dutch = await client.post('/offers', { text })
  expect(dutch.status).toBe(413)
  expect(dutch.text).toContain('hoogstens 512 kB')
  const english = await client.post('/offers', { text }, { 'Accept-Language': 'en' })
  expect(english.text).toContain('at most 512 kB')
})

test('a body that does not say how long it is, is refused', async () => {
  const answer = await sendRaw({
    method: 'POST',
    path: '/offers',
    headers: { Origin: app.origin, 'Transfer-Encoding': 'chunked' },
    chunks: ['text=a'],
  })
  expect(answer.status).toBe(411)
})

test('an id of the proxy is kept, one that could break a log is not', async () => {
  const idFor = async (given: string) =>
    (await client.get('/health', { 'X-Request-Id': given })).headers.get('x-request-id')
  expect(await idFor('proxy-0123456789')).toBe('proxy-0123456789')
  expect(await idFor('short')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await idFor('{"level":60}')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a language in the address is kept in a cookie, a word that is none is not', async () => {
  const cookies = async (lang: string) =>
    (await app.client().get(`/offers?lang=${lang}`)).headers.getSetCookie()
  expect(await cookies('en')).toEqual([expect.stringMatching(/^lang=en;.*HttpOnly; SameSite=Lax$/)])
  expect(await cookies('xx')).toEqual([])
})

test("the browser's files come compressed and may be kept for ever", async () => {
  const page = await client.get('/offers')
  const script = /\/build\/[^"]+\.js/.exec(page.text)?.[0] ?? ''
  const { headers } = await client.get(script, { 'Accept-Encoding': 'gzip, br' })
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('vary')).toContain('Accept-Encoding')
  expect((await client.get('/build/no-such.js')).status).toBe(404)
  expect((await client.get('/build/..%2f..%2fpackage.json')).status).toBe(403)
})

test('alive, but not ready as long as no worker has said that it works', async () => {
  expect((await client.get('/health')).status).toBe(200)
  const before = await client.get('/ready')
  expect(before.status).toBe(503)
  expect(JSON.parse(before.text)).toMatchObject({
    ready: false,
    parts: { database: { ok: true }, migrations: { ok: true }, worker: { ok: false }, search: { ok: true } },
  })

  await app.database.db.workerHeartbeat.create({ data: { name: 'worker', beatAt: new Date() } })
  expect((await client.get('/ready')).status).toBe(200)
})

test('not ready while a migration is missing', async () => {
  await app.database.pool.query(
    `DELETE FROM _prisma_migrations WHERE started_at = (SELECT max(started_at) FROM _prisma_migrations)`,
  )
  const answer = await client.get('/ready')
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.text)).toMatchObject({ parts: { migrations: { ok: false, missing: 1 } } })
})
