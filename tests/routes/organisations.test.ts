/** Registering an organisation and judging it over HTTP. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeOrganisation } from '../factories/organisation'
import { makeCoordinator, makeMember, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const NEW = '/my/organisation/new'
const FACTS: FormFields = {
  name: 'Metaal & Zonen',
  about: 'Wij maken onderdelen van metaal.',
  postcode: '7607 ab',
  website: 'www.metaal.nl',
  kvkNumber: '12345678',
  employees: '12',
  topics: ['maakindustrie.lassen'],
}

let app: TestApp
let founder: Client

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  founder = await app.signIn(await makeUser(app.database.db))
})
beforeEach(async () => {
  const { db } = app.database
  await db.organisationMembership.deleteMany()
  await db.organisation.deleteMany()
  await db.outboxEvent.deleteMany()
})

test('a visitor reads what it is and how to start', async () => {
  const page = await app.client().get('/my/organisation')
  expect(page.status).toBe(200)
  expect(page.text).toContain('href="/sign-up"')
})

test('who registers an organisation leads it, and is told by when a coordinator answers', async () => {
  const answer = await founder.submit(NEW, FACTS)
  expect(answer.status, answer.text.slice(0, 300)).toBe(302)
  const [made] = await app.database.db.organisation.findMany({ include: { memberships: true } })
  expect(made).toMatchObject({
    name: 'Metaal & Zonen',
    placeName: 'Almelo',
    verification: 'pending',
    website: 'https://www.metaal.nl',
    memberships: [{ role: 'owner' }],
  })
  const page = await founder.get('/my/organisation')
  expect(page.text).toContain('De regiocoördinator kijkt nog naar jullie aanmelding')
  expect(page.text).toMatch(/Je krijgt uiterlijk \d+ \w+ \d{4} een mail/)
})

test.each<[string, FormFields, string]>([
  ['a postcode that does not exist', { postcode: '1000' }, 'organisation-postcode-error'],
  ['a postcode that is none', { postcode: 'Almelo' }, 'organisation-postcode-error'],
  ['no name', { name: ' ' }, 'organisation-name-error'],
  ['an over-long text', { about: 'x'.repeat(2001) }, 'organisation-about-error'],
  ['a KvK number of seven digits', { kvkNumber: '1234567' }, 'organisation-kvkNumber-error'],
  ['six topics', { topics: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'organisation-topics-error'],
])('%s is refused at its field, what was typed stays, nothing is made', async (_name, wrong, field) => {
  const answer = await founder.submit(NEW, { ...FACTS, ...wrong })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`id="${field}"`)
  expect(answer.text).toContain('value="www.metaal.nl"')
  expect(await app.database.db.organisation.count()).toBe(0)
  expect(await app.database.db.outboxEvent.count()).toBe(0)
})

test('the same form sent twice makes one organisation', async () => {
  const form = { ...FACTS, submissionKey: crypto.randomUUID() }
  const answers = await Promise.all([founder.post(NEW, form), founder.post(NEW, form)])
  expect(answers.map(({ status }) => status)).toEqual([302, 302])
  expect(await app.database.db.organisation.count()).toBe(1)
})

test('who has not confirmed the address is told to do that first', async () => {
  const client = await app.signIn(await makeUser(app.database.db, { emailVerifiedAt: null }))
  const page = await client.get(NEW)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('organisation-name')
  expect(page.text).toContain('value="confirm-again"')
  expect((await client.post(NEW, { ...FACTS, submissionKey: crypto.randomUUID() })).status).toBe(403)
  expect(await app.database.db.organisation.count()).toBe(0)
})

test('an editor cannot change the details', async () => {
  const { id } = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })
  const member = await app.signIn(await makeMember(app.database.db, id, 'editor'))
  expect((await member.get('/my/organisation')).text).not.toContain('href="/my/organisation/edit')
  expect((await member.get('/my/organisation/edit')).status).toBe(403)
  expect((await member.post('/my/organisation/edit', { ...FACTS, version: '1' })).status).toBe(403)
})

test('of two leads who save, the second is told and keeps what was typed', async () => {
  const { id } = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })
  const lead = await app.signIn(await makeMember(app.database.db, id))
  const edit = `/my/organisation/edit?of=${id}`
  expect((await lead.post(edit, { ...FACTS, version: '1', name: 'De eerste' })).status).toBe(302)
  const told = await lead.post(edit, { ...FACTS, version: '1' })
  expect(told.status).toBe(409)
  expect(told.text).toContain('Een collega heeft deze gegevens net veranderd')
  expect(told.text).toContain('value="Metaal &amp; Zonen"')
  expect(told.text).toContain('name="version" value="2"')
})

test('a coordinator refuses with a reason, the lead mends it and asks again, and is verified', async () => {
  const { db } = app.database
  const asking = await makeOrganisation(db, { municipalityCode: 'GM0141', verification: 'pending' })
  const lead = await app.signIn(await makeMember(db, asking.id))
  const { regionId } = await db.regionMunicipality.findFirstOrThrow({
    where: { municipalityCode: 'GM0141', validUntil: null },
  })
  const coordinator = await app.signIn(await makeCoordinator(db, regionId))
  const judge = (fields: FormFields) =>
    coordinator.post('/board/organisations', { organisation: asking.id, seen: 'pending', ...fields })

  expect((await coordinator.get('/board/organisations')).text).toContain(asking.name)
  const silent = await judge({ intent: 'refuse', reason: ' ' })
  expect(silent.status).toBe(422)
  expect(silent.text).toContain(`id="reason-${asking.id}-error"`)
  expect((await judge({ intent: 'refuse', reason: 'Vul je KvK-nummer in.' })).status).toBe(302)
  expect((await lead.get('/my/organisation')).text).toContain('Vul je KvK-nummer in.')
  expect((await judge({ intent: 'verify' })).status).toBe(409)

  expect((await lead.submit('/my/organisation/edit', FACTS)).status).toBe(302)
  expect((await judge({ intent: 'verify' })).status).toBe(302)
  expect((await db.organisation.findUniqueOrThrow({ where: { id: asking.id } })).verification).toBe(
    'verified',
  )
  const types = (await db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(({ type }) => type)
  expect(types).toEqual([
    'OrganisationRefused',
    'OrganisationChanged',
    'OrganisationAskedAgain',
    'OrganisationVerified',
  ])
})

test('the board is for coordinators, and shows no other region', async () => {
  const { db } = app.database
  const elsewhere = await makeOrganisation(db, { municipalityCode: 'GM0141', verification: 'pending' })
  const other = await db.region.findFirstOrThrow({
    where: { members: { none: { municipalityCode: 'GM0141' } } },
  })
  const coordinator = await app.signIn(await makeCoordinator(db, other.id))
  expect((await coordinator.get('/board/organisations')).text).not.toContain(elsewhere.name)
  const answer = await coordinator.post('/board/organisations', {
    organisation: elsewhere.id,
    intent: 'verify',
    seen: 'pending',
  })
  expect(answer.status).toBe(404)
  expect((await founder.get('/board/organisations')).status).toBe(404)
})
