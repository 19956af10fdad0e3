/** Whatever stands in the address of the finder: a page, a mistake that is named, or another address; never a failure. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELDS } from '~/features/finder/domain/finder-address'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '-1',
    '1000000',
    '0',
    '1e9',
    'NaN',
    'vmbo-99',
    '🤖'.repeat(800),
    'x'.repeat(10_000),
    '" OR id EXISTS',
    "'; DROP TABLE offer; --",
    '\u0000\u001b[31m',
    '%',
    '../../etc/passwd',
  ),
)
const address = fc.oneof(
  fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 12 }),
  // Four hundred choices of one filter.
  fc
    .constantFrom(...FIELDS)
    .map((name) => Array.from({ length: 400 }, (_, i) => [name, `v${i}`] as [string, string])),
)

test('an address of any kind is answered with a page, a named mistake or another address', async () => {
  await fc.assert(
    fc.asyncProperty(address, fc.constantFrom('/offers', '/offers/map-points'), async (pairs, path) => {
      const query = new URLSearchParams(
        pairs.map(([name, given]) => [name, given.slice(0, 10_000)]),
      ).toString()
      const { status } = await app.client().get(`${path}?${query.slice(0, 14_000)}`)
      expect([200, 301, 302, 400, 404, 414, 422, 431]).toContain(status)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('page 1,000,000 and ten thousand characters', async () => {
  expect((await app.client().get('/offers?page=1000000')).status).toBe(422)
  expect((await app.client().get(`/offers?q=${'a'.repeat(10_000)}`)).status).toBe(422)
})
