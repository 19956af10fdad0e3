/** Strings that mean something to SQL, to the filters of a search engine, to paths and to object keys. */
import { isBroken, makeTally, type Target } from './attack'

const INJECTIONS: readonly string[] = [
  "' OR '1'='1",
  "' OR 1=1--",
  '1; DROP TABLE offer;--',
  "'; SELECT pg_sleep(5);--",
  "' UNION SELECT email, password_hash FROM app_user--",
  '\\',
  '"',
  '%',
  '_',
  '%00',
  '\u0000',
  '\ud800',
  '${7*7}',
  '{{7*7}}',
  '`id`',
  '$(id)',
  '../../../../etc/passwd',
  '..%2f..%2fpackage.json',
  'kind = "excursion" OR id EXISTS',
  '_geoRadius(52.3, 6.6, 999999999)',
  'a:*|b:*&!()<->',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999',
  '2026-02-30',
  '0000-00-00',
  '‮gnirts',
  '🤖'.repeat(100),
  'a'.repeat(5000),
]
const TOLD = /syntax error|PrismaClient|pg_catalog|SQLSTATE|at .*\.(ts|js):\d+|MeilisearchApiError/

export async function injection(target: Target) {
  const tally = makeTally()
  const visitor = target.visitor()
  const school = await target.as('school')
  const places = [
    ...QUERIES.map((name) => (text: string) => `/offers?${name}=${encodeURIComponent(text)}`),
    ...QUERIES.slice(0, 4).map(
      (name) => (text: string) => `/offers/map-points?${name}=${encodeURIComponent(text)}`,
    ),
    (text: string) => `/offers.csv?q=${encodeURIComponent(text)}`,
    (text: string) => `/api/places?q=${encodeURIComponent(text)}`,
    (text: string) => `/schools?q=${encodeURIComponent(text)}`,
    (text: string) => `/offers/${encodeURIComponent(text)}`,
    (text: string) => `/organisations/${encodeURIComponent(text)}`,
    (text: string) => `/schools/${encodeURIComponent(text)}`,
    (text: string) => `/downloads/${encodeURIComponent(text)}`,
    (text: string) => `/pictures/${encodeURIComponent(text)}`,
    (text: string) => `/files/${encodeURIComponent(text)}`,
    (text: string) => `/answer/proposal?token=${encodeURIComponent(text)}`,
  ]
  const own = [
    (text: string) => `/requests/${encodeURIComponent(text)}`,
    (text: string) => `/bookings/${encodeURIComponent(text)}`,
    (text: string) => `/requests/new?again=${encodeURIComponent(text)}`,
    (text: string) => `/holds/${encodeURIComponent(text)}`,
  ]
  const asked: readonly [typeof visitor, (text: string) => string][] = [
    ...places.map((place) => [visitor, place] as const),
    ...own.map((place) => [school, place] as const),
  ].map(([client, place]) => [client, place])
  for (const [client, place] of asked)
    for (const text of INJECTIONS) {
      const path = safely(() => place(text))
      if (path === null) continue
      const answer = await client.get(path)
      tally.check(!isBroken(answer.status), `GET ${path.slice(0, 120)}: ${answer.status}`)
      tally.check(!TOLD.test(answer.text), `GET ${path.slice(0, 120)} tells of the machine`)
    }
  return tally.result()
}

const QUERIES = [
  'q',
  'kind',
  'topic',
  'place',
  'radius',
  'level',
  'page',
  'sort',
  'at',
  'period',
  'organisation',
]

/** A lone half of a pair cannot stand in an address. */
function safely(path: () => string): string | null {
  try {
    return path()
  } catch {
    return null
  }
}
