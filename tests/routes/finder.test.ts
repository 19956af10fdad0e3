/** The filters of the finder by their addresses, and the table of a result. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'demo' })
const { db, pool } = app.database
await makeEngine(pool).index.rebuild(allOfferDocuments(db, new Date()))

const text = async (path: string, lang = 'nl') => {
  const answer = await app.client().get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
  return { status: answer.status, body: answer.text, headers: answer.headers }
}

test.each([
  ['subject=toveren', 'Vak'],
  ['goal=po-999', 'Kerndoel'],
  ['network=nergens', 'Netwerk'],
  ['region=AM99', 'Regio van het bedrijf'],
  ['organisation=bestaat-niet', 'Bedrijf'],
  ['track=mavo&level=vmbo', 'Leerweg'],
  ['girls=ja', 'Gericht op meisjes'],
])('%s is named at its filter, and the rest is answered', async (query, field) => {
  const { status, body } = await text(`/offers?q=robot&${query}`)
  expect(status).toBe(422)
  expect(body).toContain(`bij ${field} bestaat niet`)
  expect(body).toMatch(/\d+ lessen en bezoeken/)
})

test.each([
  ['bounds=52,4,51,5', 'Dit gebied op de kaart kan niet'],
  ['from=2026-13', 'is geen maand'],
  ['from=2027-03&until=2026-12', 'De laatste maand ligt voor de eerste'],
])('%s is named', async (query, problem) => {
  const { status, body } = await text(`/offers?${query}`)
  expect(status).toBe(422)
  expect(body).toContain(problem)
})

test('four hundred choices of one filter are named, not asked', async () => {
  const many = (field: string) => Array.from({ length: 400 }, (_, i) => `${field}=v${i}`).join('&')
  for (const field of ['goal', 'organisation']) {
    const { status, body } = await text(`/offers?${many(field)}`)
    expect(status).toBe(422)
    expect(body).toContain('Kies er hoogstens 30')
  }
})

test('filters with a vocabulary come with their words, in the language of the reader', async () => {
  const dutch = await text('/offers?level=po')
  expect(dutch.body).toContain('Natuurkundige verschijnselen')
  expect(dutch.body).not.toContain('vo-33')
  const english = await text('/offers?level=vmbo-3', 'en')
  expect(english.body).toContain('Arithmetic')
  expect(english.body).toContain('value="kb"')
})

test('the table has the rows of the list, in the language of the reader, and nobody’s name or address', async () => {
  const { status, body, headers } = await text('/offers.csv?network=jet-net&sort=newest')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const rows = parse(body, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
  expect(rows.length).toBeGreaterThan(12)
  expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(['Nummer', 'Aanbod', 'Soort', 'Bedrijf'])
  expect(body).not.toMatch(/@|contact/i)
  const page = await text('/offers?network=jet-net&sort=newest')
  expect(page.body).toContain(rows[0]?.Aanbod ?? 'nothing')
  const english = await text('/offers.csv?q=robot', 'en')
  expect(english.body).toContain('Number;Offer;')
})

test('who asks for tables all day is asked to wait', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 41; i++) statuses.push((await app.client().get('/offers.csv?q=onvindbaar')).status)
  expect(statuses.at(0)).toBe(200)
  expect(statuses.at(-1)).toBe(429)
})
