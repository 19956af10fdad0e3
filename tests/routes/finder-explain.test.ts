/** Why the rows of the finder stand in their order: told to administrators who ask, to nobody else. */
import { beforeAll, expect, test } from 'vitest'
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { makeOrganisation } from '../factories/organisation'
import { makeMember, makeUser } from '../factories/user'
import { testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const app = await testApp({ with: 'demo' })
const { db, pool } = app.database
await makeEngine(pool).index.rebuild(allOfferDocuments(db, new Date()))

const SCORE = /Score (\d+,\d{3})/g
let administrator: Client
beforeAll(async () => {
  administrator = await app.signIn(await makeUser(db, { isAdministrator: true, emailVerifiedAt: new Date() }))
})
const textOf = async (client: Client, path: string) => (await client.get(path)).text

test('an administrator sees the parts of each score, in falling order', async () => {
  const plain = await textOf(administrator, '/offers?q=robot+vmbo+3')
  expect(plain).toContain('Laat zien waarom dit de volgorde is')
  expect(plain).toContain('/offers?q=robot+vmbo+3&amp;explain=1')
  expect(plain).not.toMatch(SCORE)
  const text = await textOf(administrator, '/offers?q=robot+vmbo+3&explain=1')
  const scores = [...text.matchAll(SCORE)].map(([, score]) => Number(score?.replace(',', '.')))
  expect(scores).toHaveLength(12)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  for (const part of [
    'Woord: robot',
    'het woord zelf',
    'Niveau',
    'Eerlijke beurt',
    'Drempel: minstens 0,400',
  ])
    expect(text).toContain(part)
  const english = await textOf(administrator, '/offers?q=robot&explain=1&lang=en')
  expect(english).toContain('Share of the question')
})

test('by another order the score is said not to count', async () => {
  const text = await textOf(administrator, '/offers?q=robot&sort=newest&explain=1&lang=nl')
  expect(text).toContain('Score telt hier niet')
})

test('for anybody else the parameter does nothing', async () => {
  const member = await app.signIn(await makeMember(db, (await makeOrganisation(db)).id))
  for (const client of [app.client(), member]) {
    const { status, text } = await client.get('/offers?q=robot&explain=1')
    expect(status).toBe(200)
    expect(text).not.toMatch(SCORE)
    expect(text).not.toContain('Woord: robot')
    expect(text).not.toContain('waarom dit de volgorde is')
  }
})
