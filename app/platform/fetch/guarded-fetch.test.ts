/** A server of our own on this machine plays the stranger's: what it may make us do, and what not. */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FETCH, makeGuardedFetch } from './guarded-fetch.server'
import { isPublicAddress } from './public-address'

const NEW = { etag: null, lastModified: null }
let origin = ''
let asked: http.IncomingMessage[] = []
const server = http.createServer((request, response) => {
  asked.push(request)
  const path = new URL(request.url ?? '/', 'http://x').pathname
  if (path === '/feed') {
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
    return response.writeHead(200, { ETag: '"1"', 'Content-Type': 'application/json' }).end('{"offers":[]}')
  }
  if (path === '/to-feed') return response.writeHead(302, { Location: '/feed' }).end()
  if (path === '/loop') return response.writeHead(302, { Location: '/loop' }).end()
  if (path === '/to-private') return response.writeHead(302, { Location: 'http://10.0.0.7/' }).end()
  if (path === '/to-file') return response.writeHead(302, { Location: 'file:///etc/passwd' }).end()
  if (path === '/endless') {
    response.writeHead(200)
    const chunk = Buffer.alloc(256 * 1024, 'x')
    const more = () => {
      while (!response.destroyed && response.write(chunk)) {}
    }
    response.on('drain', more)
    return more()
  }
  if (path === '/bomb')
    return response
      .writeHead(200, { 'Content-Encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(FETCH.bytes * 4)))
  response.writeHead(404).end()
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const open = makeGuardedFetch({ allowLoopback: true })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error: { code?: string }) => error.code,
  )

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::7f00:1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:db8::1',
  'localhost',
  '',
])('%s is nobody’s public address', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:400e::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('content comes with what tells whether it changed; what did not change does not come again', async () => {
  const first = await open(`${origin}/to-feed`, NEW)
  expect(first).toMatchObject({ kind: 'content', etag: '"1"', type: 'application/json' })
  expect(await open(`${origin}/feed`, { etag: '"1"', lastModified: null })).toEqual({ kind: 'unchanged' })
})

test('outside tests this machine cannot be asked, by whatever name or number', async () => {
  asked = []
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const guarded = makeGuardedFetch({ allowLoopback: false, resolve })
  for (const url of [
    'http://feed.example/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
  ])
    expect(await codeOf(guarded(url, NEW)), url).toBe('fetch.not-public')
  expect(asked).toEqual([])
})

test('a name with one private address among public ones is refused; a name that is unknown is said', async () => {
  const mixed = async () => [
    { address: '1.1.1.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]
  expect(
    await codeOf(makeGuardedFetch({ allowLoopback: false, resolve: mixed })('https://feed.example/', NEW)),
  ).toBe('fetch.not-public')
  expect(
    await codeOf(
      makeGuardedFetch({ allowLoopback: false, resolve: async () => [] })('https://feed.example/', NEW),
    ),
  ).toBe('fetch.unknown-name')
})

test('the connection goes to the address that was checked, also when the name means another by then', async () => {
  let calls = 0
  const rebinding = async () => [{ address: calls++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  const port = new URL(origin).port
  const fetched = await makeGuardedFetch({ allowLoopback: true, resolve: rebinding })(
    `http://feed.example:${port}/feed`,
    NEW,
  )
  expect(fetched.kind).toBe('content')
  expect(calls).toBe(1)
})

test.each([
  ['/to-private', 'fetch.not-public'],
  ['/to-file', 'fetch.not-an-address'],
  ['/loop', 'fetch.too-many-redirects'],
  ['/endless', 'fetch.too-large'],
  ['/bomb', 'fetch.too-large'],
  ['/gone', 'fetch.status'],
])('%s ends as %s', async (path, code) => {
  expect(await codeOf(open(origin + path, NEW))).toBe(code)
})

test.each([
  '',
  'feed',
  'ftp://feed.example/',
  'javascript:1',
  'https://user:pass@feed.example/',
  'https://feed.example:8443/',
])('%s is no address of a feed', async (url) => {
  expect(await codeOf(makeGuardedFetch({ allowLoopback: false })(url, NEW))).toBe('fetch.not-an-address')
})
