/** The pages of a company over HTTP: what is wrong is said with 422 and what was typed, and nothing is half done. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const NEW = '/my/organisation/offers/new'
const COMPLETE: FormFields = {
  intent: 'publish',
  kind: 'guest-lesson',
  title: 'Lasrobots in de klas',
  summary: 'Leerlingen laten een robotarm lassen.',
  description: 'Eerst kijken, dan zelf programmeren.',
  topics: ['robotica.robots'],
  years: ['vmbo-3', 'vmbo-4'],
  location: 'at-school',
  reach: 'radius',
  travelRadiusKm: '35',
  durationMinutes: '90',
  sessionsPerYear: '8',
  languages: ['nl'],
}

let app: TestApp
let company: Client
let organisationId: string

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  const organisation = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })
  organisationId = organisation.id
  company = await app.signIn(await makeMember(app.database.db, organisation.id))
})
beforeEach(async () => {
  const { db } = app.database
  await db.capacitySlot.deleteMany()
  await db.offer.deleteMany()
  await db.outboxEvent.deleteMany()
})

test('a complete offer is online, with its places and its event', async () => {
  const answer = await company.submit(NEW, COMPLETE)
  expect(answer.status, answer.text.slice(0, 400)).toBe(302)
  expect(answer.location).toBe(`/my/organisation?of=${organisationId}`)
  const [offer] = await app.database.db.offer.findMany({ include: { slots: true } })
  expect(offer).toMatchObject({ state: 'published', title: COMPLETE.title, travelRadiusKm: 35 })
  expect(offer?.slots.map(({ places }) => places)).toEqual([8, 8])
  expect(await app.database.db.outboxEvent.findMany({ select: { type: true } })).toEqual([
    { type: 'OfferPublished' },
  ])
  const page = await company.get('/my/organisation')
  expect(page.text).toContain('Lasrobots in de klas')
  expect(page.text).toContain('8 van 8 vrij')
})

test.each<[string, FormFields, string]>([
  ['an over-long text', { description: 'x'.repeat(4001) }, 'offer-description-error'],
  ['a postcode that does not exist', { postcode: '1000' }, 'offer-postcode-error'],
  ['a radius of -1', { travelRadiusKm: '-1' }, 'offer-travelRadiusKm-error'],
  ['a group of 10,000', { groupSizeMax: '10000' }, 'offer-groupSizeMax-error'],
  ['a year that does not exist', { years: ['havo-6'] }, 'offer-years-error'],
  ['what is missing for schools', { summary: '' }, 'offer-summary-error'],
])('%s is refused at its field, what was typed stays, nothing is made', async (_name, wrong, field) => {
  const answer = await company.submit(NEW, { ...COMPLETE, ...wrong })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`id="${field}"`)
  expect(answer.text).toContain('value="Lasrobots in de klas"')
  expect(await app.database.db.offer.count()).toBe(0)
  expect(await app.database.db.capacitySlot.count()).toBe(0)
  expect(await app.database.db.outboxEvent.count()).toBe(0)
})

test('script in a text is shown as text', async () => {
  const answer = await company.submit(NEW, { ...COMPLETE, title: '<script>alert(1)</script>' })
  expect(answer.status).toBe(302)
  const page = await company.get('/my/organisation')
  expect(page.text).toContain('&lt;script&gt;alert(1)')
  expect(page.text).not.toContain('<script>alert(1)')
})

test('the same form sent twice makes one offer', async () => {
  const form = { ...COMPLETE, organisation: organisationId, submissionKey: crypto.randomUUID() }
  const answers = await Promise.all([company.post(NEW, form), company.post(NEW, form)])
  expect(answers.map(({ status }) => status)).toEqual([302, 302])
  expect(await app.database.db.offer.count()).toBe(1)
  expect(await app.database.db.outboxEvent.count()).toBe(1)
})

test('who saves after a colleague is told, keeps what was typed, and the second save goes through', async () => {
  const offer = await makeOffer(app.database.db, { organisationId, state: 'draft' })
  const edit = `/my/organisation/offers/${offer.id}/edit`
  const mine = { ...COMPLETE, intent: 'save', version: '1' }
  expect((await company.post(edit, { ...mine, title: 'Van de collega' })).status).toBe(302)
  const told = await company.post(edit, mine)
  expect(told.status).toBe(409)
  expect(told.text).toContain('Een collega heeft dit aanbod net veranderd')
  expect(told.text).toContain('value="Lasrobots in de klas"')
  expect((await app.database.db.offer.findUniqueOrThrow({ where: { id: offer.id } })).title).toBe(
    'Van de collega',
  )
  const version = /name="version" value="(\d+)"/.exec(told.text)?.[1] ?? ''
  expect((await company.post(edit, { ...mine, version })).status).toBe(302)
})

test('a mistake of another kind does not hide that a colleague was first', async () => {
  const offer = await makeOffer(app.database.db, { organisationId, state: 'draft', version: 3 })
  const edit = `/my/organisation/offers/${offer.id}/edit`
  const answer = await company.post(edit, { ...COMPLETE, version: '2', travelRadiusKm: '-1' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('name="version" value="2"')
})

test('fewer places than are promised is refused at its field', async () => {
  const { db } = app.database
  await company.submit(NEW, COMPLETE)
  const offer = await db.offer.findFirstOrThrow()
  await db.$executeRaw`UPDATE capacity_slot SET taken = 5 WHERE offer_id = ${offer.id}::uuid`
  const answer = await company.post(`/my/organisation/offers/${offer.id}/edit`, {
    ...COMPLETE,
    version: String(offer.version),
    sessionsPerYear: '4',
  })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('id="offer-sessionsPerYear-error"')
  expect((await db.offer.findUniqueOrThrow({ where: { id: offer.id } })).sessionsPerYear).toBe(8)
})

test('an incomplete draft does not come online, and says all that is missing with the way to each field', async () => {
  const offer = await makeOffer(app.database.db, {
    organisationId,
    state: 'draft',
    summary: '',
    topicIds: [],
    durationMinutes: null,
  })
  const answer = await company.post('/my/organisation', { intent: 'publish', offer: offer.id })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Er ontbreken nog 3 dingen')
  const summary = /role="alert"[\s\S]*?<\/ul>/.exec(answer.text)?.[0] ?? ''
  const place = ['what#offer-summary', 'who#offer-topics', 'practical#offer-durationMinutes']
  for (const field of place) expect(summary).toContain(`href="/my/organisation/offers/${offer.id}/${field}"`)
  // Who writes it sees it as schools would.
  expect((await company.get('/my/organisation')).text).toContain(`href="/offers/${offer.slug}`)
  expect((await company.get(`/offers/${offer.slug}-${offer.id.slice(0, 8)}`)).status).toBe(200)
  const form = await company.get(`/my/organisation/offers/${offer.id}/edit`)
  for (const field of ['summary', 'topics', 'durationMinutes'])
    expect(form.text).toContain(`id="offer-${field}"`)
  expect((await app.database.db.offer.findUniqueOrThrow({ where: { id: offer.id } })).state).toBe('draft')
})

test('pausing until a day, resuming, confirming, copying and archiving', async () => {
  const { db } = app.database
  const { id } = await makeOffer(db, { organisationId })
  const press = (fields: FormFields) => company.post('/my/organisation', { offer: id, ...fields })
  const state = async () => (await db.offer.findUniqueOrThrow({ where: { id } })).state

  expect((await press({ intent: 'pause', until: '2020-01-01' })).status).toBe(422)
  expect((await press({ intent: 'pause', until: 'morgen' })).status).toBe(422)
  expect(await state()).toBe('published')
  expect((await press({ intent: 'pause', until: '2099-01-01' })).status).toBe(302)
  expect(await state()).toBe('paused')
  expect((await company.get('/my/organisation')).text).toContain('1 januari 2099')
  expect((await press({ intent: 'resume' })).status).toBe(302)
  expect((await press({ intent: 'confirm' })).status).toBe(302)
  const copy = { intent: 'copy', submissionKey: crypto.randomUUID() }
  const [one, two] = [await press(copy), await press(copy)]
  expect(one.location).toBe(two.location)
  expect(await db.offer.count({ where: { state: 'draft' } })).toBe(1)
  expect((await press({ intent: 'archive' })).status).toBe(302)
  expect(await state()).toBe('archived')
  expect((await press({ intent: 'resume' })).status).toBe(409)
  expect((await company.get(`/my/organisation/offers/${id}/edit`)).status).toBe(409)
})

test('what belongs to another company is not there', async () => {
  const theirs = await makeOffer(app.database.db, {
    organisationId: (await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })).id,
  })
  expect((await company.get(`/my/organisation/offers/${theirs.id}/edit`)).status).toBe(404)
  expect((await company.get(`/my/organisation?of=${theirs.organisationId}`)).status).toBe(404)
  expect((await company.get(`${NEW}?of=${theirs.organisationId}`)).status).toBe(404)
  expect((await company.get('/my/organisation/offers/no-id/edit')).status).toBe(404)
  expect((await app.client().get(NEW)).location).toMatch(/^\/sign-in\?to=/)
})
