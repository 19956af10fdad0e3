/** A coordinator fills in for who rang, over HTTP: the same forms as theirs, within the own regions only. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeOrganisation } from '../factories/organisation'
import { makeRequest } from '../factories/request'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeMember, makeTeacher } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const ANSWERS = {
  kind: 'guest-lesson',
  topic: 'robotica',
  year: 'vmbo-3',
  groups: '2',
  groupSize: '25',
  title: 'Een les over robots, aan de telefoon',
}
const CONTACT = { contactName: 'Noor Bos', contactEmail: 'noor@school.example' }
const OFFER: FormFields = {
  intent: 'publish',
  kind: 'guest-lesson',
  title: 'Lasrobots in de klas',
  summary: 'Leerlingen laten een robotarm lassen.',
  description: 'Eerst kijken, dan zelf programmeren.',
  topics: ['robotica.robots'],
  years: ['vmbo-3'],
  location: 'at-school',
  reach: 'radius',
  travelRadiusKm: '35',
  durationMinutes: '90',
  sessionsPerYear: '8',
  languages: ['nl'],
}

let app: TestApp
let coordinator: Client
let elsewhere: Client
let branchId: string
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  const { db } = app.database
  const { regionId } = await db.regionMunicipality.findFirstOrThrow({ where: { municipalityCode: 'GM0141' } })
  const other = await db.region.findFirstOrThrow({
    where: { members: { none: { municipalityCode: 'GM0141' } } },
  })
  coordinator = await app.signIn(await makeCoordinator(db, regionId))
  elsewhere = await app.signIn(await makeCoordinator(db, other.id))
  branchId = (await makeSchoolBranch(db, { municipalityCode: 'GM0141', searchText: 'de telefoonschool' })).id
})

const enter = (client: Client, fields: FormFields = {}) =>
  client.post('/requests/new', {
    ...ANSWERS,
    ...CONTACT,
    branch: branchId,
    submissionKey: crypto.randomUUID(),
    ...fields,
  })

describe('for a school', () => {
  test('the page of calls finds it, its page offers the form, and the wizard says for whom', async () => {
    const found = await coordinator.get('/board/phone?q=telefoonschool')
    expect(found.text).toContain(`/requests/new?branch=${branchId}`)
    expect(found.text).toContain('Heeft nog geen account')
    expect((await coordinator.get(`/schools/${branchId}`)).text).toContain('Belt deze school?')
    expect((await elsewhere.get(`/schools/${branchId}`)).text).not.toContain('Belt deze school?')
    expect((await elsewhere.get('/board/phone?q=telefoonschool')).text).not.toContain(branchId)
    const step = `kind=guest-lesson&topic=robotica&year=vmbo-3&groups=1&groupSize=25&branch=${branchId}`
    const wizard = await coordinator.get(`/requests/new?${step}&step=check`)
    expect(wizard.status).toBe(200)
    expect(wizard.text).toContain('Wie belde er?')
    expect((await coordinator.get(`/requests/new?branch=${branchId}&step=who`)).text).toContain(
      `name="branch" value="${branchId}"`,
    )
  })

  test('who rang is asked where nobody has an account, and nothing that was typed is lost', async () => {
    const refused = await enter(coordinator, { contactName: '', contactEmail: 'geen adres' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('request-contactName-error')
    expect(refused.text).toContain('request-contactEmail-error')
    expect(refused.text).toContain(ANSWERS.title)
    expect(refused.text).not.toMatch(/href="[^"]*[?&]contactEmail=/)
  })

  test('it is entered, shown to the board with who did, changed, and not there for another region', async () => {
    expect((await enter(elsewhere)).status).toBe(404)
    const entered = await enter(coordinator)
    expect(entered.status).toBe(302)
    const path = entered.location?.split('?')[0] ?? ''
    expect(path).toMatch(/^\/board\/requests\//)
    const page = await coordinator.get(path)
    expect(page.text).toContain('Ingevuld door')
    expect(page.text).toContain(CONTACT.contactEmail)
    const edit = `${path.replace('/board', '')}/edit`
    expect((await elsewhere.get(edit)).status).toBe(404)
    expect((await elsewhere.post(edit, ANSWERS)).status).toBe(404)
    const changed = await coordinator.submit(edit, { ...ANSWERS, title: 'Een les over lassen' })
    expect(changed.location?.split('?')[0]).toBe(path)
    expect((await coordinator.get('/board/phone')).text).toContain('Gewijzigd door')
    expect((await coordinator.get(`/schools/${branchId}`)).text).toContain('Een les over lassen')
  })

  test('an administrator and a teacher of another school enter nothing', async () => {
    const { db } = app.database
    const administrator = await makeCoordinator(db)
    await db.user.update({ where: { id: administrator.id }, data: { isAdministrator: true } })
    expect((await enter(await app.signIn(administrator))).status).toBe(404)
    const other = await makeSchoolBranch(db)
    expect((await enter(await app.signIn(await makeTeacher(db, other.id)))).status).toBe(404)
  })
})

test('the link in the mail shows without acting; an unknown one answers 410', async () => {
  expect((await app.client().get('/entered/request?token=unknown')).status).toBe(410)
  const posted = await app.client().post('/entered/request', { intent: 'withdraw', token: 'unknown' })
  expect(posted.status).toBe(410)
  expect((await app.client().get('/entered/request?done=withdrawn')).status).toBe(200)
})

describe('for a company', () => {
  test('its page offers the form, also before it is verified, and what is entered is shown to the company', async () => {
    const { db } = app.database
    const facts = { municipalityCode: 'GM0141', verification: 'pending' } as const
    const organisation = await makeOrganisation(db, facts)
    const lead = await app.signIn(await makeMember(db, organisation.id))
    const home = `/organisations/${organisation.slug}`
    expect((await elsewhere.get(home)).status).toBe(404)
    expect((await coordinator.get(home)).text).toContain('Belt dit bedrijf?')
    const form = `/my/organisation/offers/new?of=${organisation.id}`
    expect((await elsewhere.get(form)).status).toBe(404)
    const stranger = await elsewhere.post(form, {
      ...OFFER,
      organisation: organisation.id,
      submissionKey: crypto.randomUUID(),
    })
    expect(stranger.status).toBe(404)
    const entered = await coordinator.submit(form, OFFER)
    expect(entered.location?.split('?')[0], entered.text.slice(0, 400)).toBe(home)
    const offer = await db.offer.findFirstOrThrow({ where: { organisationId: organisation.id } })
    const edit = `/my/organisation/offers/${offer.id}/edit`
    expect((await elsewhere.get(edit)).status).toBe(404)
    expect((await elsewhere.post(edit, { ...OFFER, version: '1' })).status).toBe(404)
    const changed = await coordinator.submit(edit, { ...OFFER, title: 'Lasrobots, anders' })
    expect(changed.location?.split('?')[0], changed.text.slice(0, 400)).toBe(home)
    const mine = await lead.get('/my/organisation')
    expect(mine.text).toContain('Lasrobots, anders')
    expect(mine.text).toContain('Gewijzigd door')
  })
})

test('the school sees who entered its request', async () => {
  const { db } = app.database
  const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const teacher = await makeTeacher(db, branch.id)
  const request = await makeRequest(db, { branchId: branch.id })
  const by = await makeCoordinator(db)
  await db.phoneEntry.create({
    data: { requestId: request.id, kind: 'entered', byId: by.id, at: new Date() },
  })
  const page = await (await app.signIn(teacher)).get(`/requests/${request.id}`)
  expect(page.text).toContain(`Ingevuld door ${by.name}`)
})
