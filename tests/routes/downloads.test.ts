/** Material that needs no company, over HTTP: a press gives it, and the company sees how often. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { offerSlug } from '~/features/finder/domain/offer-address'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'

const URL_OF_IT = 'https://metaal.example/werkblad bij les 1.pdf'

let app: TestApp
let organisationId: string

beforeAll(async () => {
  app = await testApp()
  organisationId = (await makeOrganisation(app.database.db)).id
})
beforeEach(async () => {
  await app.database.db.rateLimit.deleteMany()
})

const makeMaterial = (facts: Parameters<typeof makeOffer>[1] = {}) =>
  makeOffer(app.database.db, {
    organisationId,
    kind: 'lesson_material',
    location: 'download',
    materialUrl: URL_OF_IT,
    sessionsPerYear: null,
    durationMinutes: null,
    groupSizeMax: null,
    ...facts,
  })

async function countOf(offerId: string): Promise<number> {
  const { _sum } = await app.database.db.offerDownload.aggregate({
    where: { offerId },
    _sum: { count: true },
  })
  return _sum.count ?? 0
}

test('a visitor gets it by one press; looking gives and counts nothing', async () => {
  const material = await makeMaterial()
  const client = app.client()
  const page = await client.get(`/offers/${offerSlug(material.slug, material.id)}`)
  expect(page.text).toContain(`action="/downloads/${material.id}"`)
  expect(page.text).not.toContain('/requests/new')
  const looked = await client.get(`/downloads/${material.id}`)
  expect([looked.status, looked.headers.get('refresh')]).toEqual([200, null])
  expect(looked.text).not.toContain('werkblad')
  expect(await countOf(material.id)).toBe(0)

  const taken = await client.post(`/downloads/${material.id}`, {})
  expect(taken.status).toBe(200)
  expect(taken.headers.get('refresh')).toBe('0;url=https://metaal.example/werkblad%20bij%20les%201.pdf')
  expect(taken.text).toContain('Het materiaal opent op metaal.example')
  expect(await countOf(material.id)).toBe(1)
})

test('the same browser, or the same person, counts once a day, also when both presses come at once', async () => {
  const material = await makeMaterial()
  const press = (client = app.client(), browser = 'een') =>
    client.post(`/downloads/${material.id}`, {}, { 'User-Agent': browser })
  const twice = await Promise.all([press(), press()])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect((await press()).headers.get('refresh')).toContain('metaal.example')
  expect(await countOf(material.id)).toBe(1)
  await press(undefined, 'twee')
  expect(await countOf(material.id)).toBe(2)
  const reader = await app.signIn(await makeUser(app.database.db))
  await press(reader, 'drie')
  await press(reader, 'vier')
  expect(await countOf(material.id)).toBe(3)
})

test('twenty at once are twenty', async () => {
  const material = await makeMaterial()
  const browsers = Array.from({ length: 20 }, (_, i) => `browser ${i}`)
  await Promise.all(
    browsers.map((browser) => app.client().post(`/downloads/${material.id}`, {}, { 'User-Agent': browser })),
  )
  expect(await countOf(material.id)).toBe(20)
  expect(await app.database.db.offerDownload.count({ where: { offerId: material.id } })).toBe(1)
})

test('the company sees how often, and its own people do not count', async () => {
  const material = await makeMaterial()
  const { db } = app.database
  await db.offerDownload.createMany({
    data: [
      { offerId: material.id, day: new Date('2020-02-03'), count: 20 },
      { offerId: material.id, day: new Date(), count: 4 },
    ],
  })
  const member = await app.signIn(await makeMember(db, organisationId))
  expect((await member.post(`/downloads/${material.id}`, {})).status).toBe(200)
  expect(await countOf(material.id)).toBe(24)
  expect((await member.get('/my/organisation')).text).toContain('24 keer, dit schooljaar 4')
})

test('what is not before schools, and what a company has to say yes to, is not there to take', async () => {
  const unseen = await makeOrganisation(app.database.db, { verification: 'pending' })
  const refused = [
    await makeMaterial({ state: 'draft' }),
    await makeMaterial({ state: 'paused' }),
    await makeMaterial({ state: 'archived' }),
    await makeMaterial({ organisationId: unseen.id }),
    await makeOffer(app.database.db, { organisationId }),
    { id: crypto.randomUUID() },
    { id: 'no-id' },
  ]
  const stranger = await app.signIn(await makeUser(app.database.db))
  for (const { id } of refused)
    for (const client of [app.client(), stranger]) {
      expect.soft((await client.get(`/downloads/${id}`)).status).toBe(404)
      expect.soft((await client.post(`/downloads/${id}`, {})).status).toBe(404)
    }
  expect(await app.database.db.offerDownload.count({ where: { offerId: refused[0]!.id } })).toBe(0)
  const member = await app.signIn(await makeMember(app.database.db, organisationId))
  expect((await member.post(`/downloads/${refused[0]!.id}`, {})).status).toBe(200)
})

test('online material is taken as well; where a company has not said where it is, the page says so', async () => {
  const online = await makeMaterial({ location: 'online', materialUrl: null })
  const answer = await app.client().post(`/downloads/${online.id}`, {})
  expect([answer.status, answer.headers.get('refresh')]).toEqual([200, null])
  expect(answer.text).toContain('Er staat nog geen bestand')
  const demo = await makeMaterial({ materialUrl: null, isDemo: true })
  expect((await app.client().post(`/downloads/${demo.id}`, {})).text).toContain(demo.description)
})
