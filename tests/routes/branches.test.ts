/** Branches over HTTP: offers are where their branch is, move with it, and hold it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { offerDocuments } from '~/features/finder/queries/offer-documents.server'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const PAGE = '/my/organisation/branches'
const HENGELO: FormFields = {
  intent: 'add',
  name: 'Werkplaats Hengelo',
  address: 'Lasweg 7',
  postcode: '7551 ab',
  branchNumber: '0000 1234 5678',
}
const VISIT: FormFields = {
  intent: 'publish',
  kind: 'excursion',
  title: 'Kijk hoe een robot last',
  summary: 'Leerlingen zien een robotarm lassen.',
  description: 'Eerst kijken, dan zelf programmeren.',
  topics: ['robotica.robots'],
  years: ['vmbo-3'],
  location: 'at-company',
  durationMinutes: '90',
  sessionsPerYear: '8',
  languages: ['nl'],
}

let app: TestApp
let organisation: string
let slug: string
let owner: Client
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
})
beforeEach(async () => {
  const made = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })
  organisation = made.id
  slug = made.slug
  owner = await app.signIn(await makeMember(app.database.db, organisation))
})
const press = (fields: FormFields, client = owner) => client.post(PAGE, { organisation, ...fields })
const branch = () =>
  app.database.db.organisationBranch.findFirstOrThrow({ where: { organisationId: organisation } })
const offer = () =>
  app.database.db.offer.findFirstOrThrow({
    where: { organisationId: organisation },
    select: { id: true, placeName: true, branchId: true, postcode: true, lat: true },
  })
const post = (fields: FormFields) => owner.submit('/my/organisation/offers/new', { ...VISIT, ...fields })

test.each<[string, FormFields, string]>([
  ['a postcode that does not exist', { postcode: '1000' }, 'branch-postcode-error'],
  ['a number of eleven digits', { branchNumber: '12345678901' }, 'branch-branchNumber-error'],
  ['no name', { name: ' ' }, 'branch-name-error'],
])('%s is refused at its field, and what was typed stays', async (_name, wrong, field) => {
  const answer = await press({ ...HENGELO, ...wrong })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`id="${field}"`)
  expect(answer.text).toContain('value="Lasweg 7"')
})

test('an offer is at a branch, moves with it, and keeps it from being removed', async () => {
  expect((await press(HENGELO)).status).toBe(302)
  expect((await press({ ...HENGELO, branchNumber: '' })).status).toBe(409)
  const { id, branchNumber, placeName } = await branch()
  expect({ branchNumber, placeName }).toEqual({ branchNumber: '000012345678', placeName: 'Hengelo' })
  expect((await post({ branch: id, postcode: '1011' })).status).toBe(302)
  expect(await offer()).toMatchObject({ branchId: id, placeName: 'Hengelo', postcode: null })
  expect((await owner.get(`/organisations/${slug}`)).text).toContain('Lasweg 7, Hengelo')

  expect((await press({ ...HENGELO, intent: 'change', branch: id, postcode: '7511' })).status).toBe(302)
  expect((await offer()).placeName).toBe('Enschede')
  const inUse = await press({ intent: 'remove', branch: id })
  expect(inUse.status).toBe(409)
  expect(inUse.text).toContain('Er is nog aanbod bij deze vestiging (1)')
  await app.database.db.offer.update({ where: { id: (await offer()).id }, data: { state: 'archived' } })
  expect((await press({ intent: 'remove', branch: id })).status).toBe(302)
  expect((await offer()).branchId).toBeNull()
})

test('a branch of another company is refused at its field; the own place and another stay possible', async () => {
  const other = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })
  const theirs = await app.signIn(await makeMember(app.database.db, other.id))
  await press({ ...HENGELO, organisation: other.id }, theirs)
  const { id } = await app.database.db.organisationBranch.findFirstOrThrow({
    where: { organisationId: other.id },
  })
  await press(HENGELO)
  const foreign = await post({ branch: id })
  expect(foreign.status).toBe(422)
  expect(foreign.text).toContain('id="offer-branch-error"')
  expect((await post({ branch: 'other', postcode: '' })).text).toContain('id="offer-postcode-error"')
  expect((await post({ branch: 'other', postcode: '7511' })).status).toBe(302)
  expect(await offer()).toMatchObject({ branchId: null, placeName: 'Enschede', postcode: '7511' })
})

test('an editor sees the branches and changes none', async () => {
  await press(HENGELO)
  const editor = await app.signIn(await makeMember(app.database.db, organisation, 'editor'))
  expect((await editor.get(PAGE)).text).toContain('Werkplaats Hengelo')
  expect((await press({ intent: 'remove', branch: (await branch()).id }, editor)).status).toBe(403)
})

test('an offer at school is limited to regions and municipalities, and says so to schools', async () => {
  const area = { location: 'at-school', reach: 'regions', regions: ['AM09'], municipalities: ['GM0153'] }
  const none = await post({ ...area, kind: 'guest-lesson', regions: [], municipalities: [] })
  expect(none.text).toContain('id="offer-regions-error"')
  expect((await post({ ...area, kind: 'guest-lesson', municipalities: ['GM9999'] })).status).toBe(422)
  expect((await post({ ...area, kind: 'guest-lesson' })).status).toBe(302)
  const { db } = app.database
  const made = await db.offer.findFirstOrThrow({ where: { organisationId: organisation } })
  expect(made).toMatchObject({ serviceRegionIds: ['AM09'], serviceMunicipalityCodes: ['GM0153'] })
  const page = await owner.get(`/offers/${made.slug}-${made.id.slice(0, 8)}`)
  expect(page.text).toContain('en in deze gemeenten: Enschede')
  const [document] = await offerDocuments(db, { ids: [made.id] }, new Date())
  expect(document?.servedMunicipalityCodes).toEqual(expect.arrayContaining(['GM0197', 'GM0153']))
})
