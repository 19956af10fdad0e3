import { once } from 'node:events'
import http from 'node:http'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { floodGuard, routeClassOf } from './flood-guard.server'

test.each([
  ['GET', '/offers', 'read'],
  ['HEAD', '/offers.data', 'read'],
  ['GET', '/offers.csv', 'heavy'],
  ['GET', '/my/organisation/impact.png', 'heavy'],
  ['GET', '/my/organisation/loads/template/xlsx', 'heavy'],
  ['GET', '/build/root-ABC.js', 'static'],
  ['GET', '/health', 'static'],
  ['POST', '/offers', 'write'],
  ['POST', '/build/root-ABC.js', 'write'],
  ['DELETE', '/offers.csv', 'write'],
])('%s %s counts as %s', (method, path, kind) => {
  expect(routeClassOf(method, path)).toBe(kind)
})

test('who asks more than the limit is refused until the minute is over; other classes go on', async () => {
  const app = express()
  // 0.005 of the limits: three forms, fifteen pages.
  app.use(floodGuard(0.005, (_request, response) => response.status(429).end()))
  app.use((_request, response) => response.status(204).end())
  const server = http.createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  const ask = (method: string) => fetch(`http://127.0.0.1:${port}/offers`, { method })
  const answers = []
  for (let time = 0; time < 5; time++) answers.push(await ask('POST'))
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 429, 429])
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('GET')).status).toBe(204)
})
