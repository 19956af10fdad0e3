/** An offer in steps over HTTP: each is saved by itself, the others stay, and what is missing leads to its step. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const BEGIN = '/my/organisation/offers/begin'
const WHAT: FormFields = {
  intent: 'save',
  kind: 'guest-lesson',
  title: 'Programmeer een lasrobot',
  summary: 'Leerlingen programmeren een robotarm.',
  description: 'Eerst kijken, dan zelf een robot programmeren.',
}

let app: TestApp
let company: Client
let organisationId: string

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  organisationId = (await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })).id
  company = await app.signIn(await makeMember(app.database.db, organisationId))
})
beforeEach(async () => {
  await app.database.db.capacitySlot.deleteMany()
  await app.database.db.offer.deleteMany()
})

const offerNow = () => app.database.db.offer.findFirstOrThrow()
const at = async (step: string) => `/my/organisation/offers/${(await offerNow()).id}/${step}`

test('step by step a draft becomes an offer before schools', async () => {
  const begun = await company.submit(BEGIN, WHAT)
  expect(begun.status, begun.text.slice(0, 300)).toBe(302)
  expect(begun.location).toBe(await at('who'))
  expect(await offerNow()).toMatchObject({
    state: 'draft',
    travelRadiusKm: 25,
    languages: ['nl'],
    topicIds: [],
  })

  const early = await company.post(await at('publish'), { intent: 'publish' })
  expect(early.status).toBe(422)
  expect(early.text).toContain(`href="${await at('who')}#offer-topics"`)
  expect(early.text).toContain(`href="${await at('practical')}#offer-durationMinutes"`)

  const who = await company.submit(await at('who'), {
    topics: ['robotica.robots'],
    years: ['vmbo-3'],
    intent: 'next',
  })
  expect(who.location).toBe(await at('where'))
  const where = await company.submit(await at('where'), {
    ...{ location: 'at-school', reach: 'radius', travelRadiusKm: '40', intent: 'next' },
  })
  expect(where.location).toBe(await at('practical'))
  const practical = { durationMinutes: '90', sessionsPerYear: '8', languages: 'nl', intent: 'stop' }
  const left = await company.submit(await at('practical'), practical)
  expect(left.location).toBe(`/my/organisation?of=${organisationId}`)
  expect(await offerNow()).toMatchObject({
    ...{ title: WHAT.title, topicIds: ['robotica.robots'], travelRadiusKm: 40, durationMinutes: 90 },
    levels: [{ level: 'vmbo', years: [3] }],
  })
  const looked = await company.get(await at('publish'))
  expect(looked.text).toContain('Alles is ingevuld wat scholen moeten weten')
  expect(looked.text).toContain('Bij wie kan een school terecht')
  expect((await company.post(await at('publish'), { intent: 'publish' })).status).toBe(302)
  expect(await offerNow()).toMatchObject({ state: 'published' })
})

test('topics come from the text, and one press takes one without JavaScript', async () => {
  await company.submit(BEGIN, WHAT)
  const page = await company.get(await at('who'))
  const first = /name="take" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  expect(first).toMatch(/^(robotica|ict)\./)
  const taken = await company.submit(await at('who'), { years: ['havo-3'], take: first })
  expect(taken.location).toBe(`${await at('who')}#offer-topics`)
  expect(await offerNow()).toMatchObject({ topicIds: [first], levels: [{ level: 'havo', years: [3] }] })
})

test('what is wrong in a step is said there, what was typed stays, nothing is saved', async () => {
  await company.submit(BEGIN, WHAT)
  const answer = await company.submit(await at('practical'), { durationMinutes: '-5', cost: 'gratis, echt' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="offer-durationMinutes-error"')
  expect(answer.text).toContain('value="gratis, echt"')
  expect(await offerNow()).toMatchObject({ version: 1 })
})

test('who saves on top of a colleague is told, and what schools see stays complete', async () => {
  const offer = await makeOffer(app.database.db, { organisationId })
  const path = `/my/organisation/offers/${offer.id}/what`
  const old = await company.post(path, { ...WHAT, intent: 'next', version: '7' })
  expect([old.status, old.text.includes('name="version" value="1"')]).toEqual([409, true])
  const gap = await company.post(path, { ...WHAT, intent: 'next', version: '1', summary: '' })
  expect([gap.status, gap.text.includes('offer-summary-error')]).toEqual([422, true])
  expect((await company.post(path, { ...WHAT, intent: 'next', version: '1' })).status).toBe(302)
  expect(await offerNow()).toMatchObject({ title: WHAT.title, topicIds: offer.topicIds, state: 'published' })
})

test('before the company is verified the last step says when the coordinator answers', async () => {
  const { db } = app.database
  const pending = await makeOrganisation(db, { verification: 'pending', municipalityCode: 'GM0141' })
  const member = await app.signIn(await makeMember(db, pending.id))
  const offer = await makeOffer(db, { organisationId: pending.id, state: 'draft' })
  const page = await member.get(`/my/organisation/offers/${offer.id}/publish`)
  expect(page.text).toContain('Een regiocoördinator kijkt eerst naar jullie bedrijf')
  expect(page.text).toMatch(/Jullie horen het uiterlijk [^<]*20\d\d/)
})

test('a stranger and an unknown step get 404', async () => {
  const offer = await makeOffer(app.database.db, { organisationId })
  const stranger = await app.signIn(await makeUser(app.database.db))
  for (const step of ['what', 'publish', 'media'])
    expect.soft((await stranger.get(`/my/organisation/offers/${offer.id}/${step}`)).status).toBe(404)
  expect((await company.get(`/my/organisation/offers/${offer.id}/nowhere`)).status).toBe(404)
})

test('a colleague without an account sees a draft by its link until it is taken back', async () => {
  await company.submit(BEGIN, WHAT)
  expect((await company.post(await at('publish'), { intent: 'link' })).status).toBe(302)
  const linkOf = (text: string) => /href="(\/preview\/offer\?token=[^"]+)"/.exec(text)?.[1] ?? ''
  const link = linkOf((await company.get(await at('publish'))).text)
  const shown = await app.client().get(link)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Programmeer een lasrobot')
  expect(shown.text).toContain('content="noindex"')
  expect(shown.headers.get('x-robots-tag')).toBe('noindex')
  expect(shown.text).not.toContain('/requests/new?offer')
  expect((await app.client().get(link.slice(0, -1))).status).toBe(410)

  const { id } = await offerNow()
  const stranger = await app.signIn(await makeUser(app.database.db))
  for (const intent of ['link', 'withdraw'])
    expect((await stranger.post(`/my/organisation/offers/${id}/publish`, { intent })).status).toBe(404)

  await company.post(await at('publish'), { intent: 'link' })
  const second = linkOf((await company.get(await at('publish'))).text)
  expect(second).not.toBe(link)
  expect((await app.client().get(link)).status).toBe(410)
  await company.post(await at('publish'), { intent: 'withdraw' })
  expect((await app.client().get(second)).status).toBe(410)
})

test('which of several topics is the main one is asked, kept and shown', async () => {
  const offer = await makeOffer(app.database.db, { organisationId, topicIds: ['ict', 'robotica'] })
  const path = `/my/organisation/offers/${offer.id}/who`
  const select = (text: string) => /<select[^>]*name="mainTopic".*?<\/select>/s.exec(text)?.[0] ?? ''
  expect(select((await company.get(path)).text)).toMatch(/<option (?=[^>]*selected)[^>]*value="ict"/)
  const who = { version: '1', intent: 'next', topics: ['ict', 'robotica'], years: ['vmbo-3'] }
  const wrong = await company.post(path, { ...who, mainTopic: 'bouw' })
  expect([wrong.status, wrong.text.includes('href="#offer-mainTopic"')]).toEqual([422, true])
  expect((await company.post(path, { ...who, mainTopic: 'robotica' })).status).toBe(302)
  expect((await offerNow()).topicIds).toEqual(['robotica', 'ict'])
  const edit = await company.get(`/my/organisation/offers/${offer.id}/edit`)
  expect(select(edit.text)).toMatch(/<option (?=[^>]*selected)[^>]*value="robotica"/)
  // Where nothing is chosen yet and there is no JavaScript, any can be.
  const draft = await makeOffer(app.database.db, { organisationId, state: 'draft', topicIds: [] })
  expect((await company.get(`/my/organisation/offers/${draft.id}/who`)).text).toMatch(
    /<noscript>.*name="mainTopic"/s,
  )
})
