/** The pages of projects: for who takes part or is asked to, as an outline for coordinators, and for nobody else. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addDays, calendarDateOf } from '~/kernel/calendar'
import { makeBooking } from '../factories/booking'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeProject } from '../factories/project'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'projects-'))
const app = await testApp({ with: 'geography', env: { FILES_DIR: folder } })
afterAll(() => fs.rmSync(folder, { recursive: true }))
const { db } = app.database
const ALMELO = 'GM0141'

const organisation = await makeOrganisation(db, { municipalityCode: ALMELO })
const offer = await makeOffer(db, { organisationId: organisation.id, kind: 'co_development' })
const branch = await makeSchoolBranch(db, { municipalityCode: ALMELO })
const school = await app.signIn(await makeTeacher(db, branch.id))
const company = await app.signIn(await makeMember(db, organisation.id))
const second = await makeSchoolBranch(db, { municipalityCode: ALMELO })
const asked = await app.signIn(await makeTeacher(db, second.id))
const booking = await makeBooking(db, { offerId: offer.id, branchId: branch.id })
const tomorrow = addDays(calendarDateOf(new Date()), 1)
const PDF = { field: 'upload', name: 'Werkblad.pdf', bytes: new TextEncoder().encode('%PDF-1.4 werkblad') }

test('a press on the booking begins it; another one leads to the same', async () => {
  expect((await school.get(`/bookings/${booking.id}`)).text).toContain('/projects?index')
  const begun = await school.post('/projects?index', { booking: booking.id })
  expect(begun.location).toMatch(/^\/projects\/[0-9a-f-]{36}$/)
  expect((await company.post('/projects?index', { booking: booking.id })).location).toBe(begun.location)
  expect((await company.get(`/bookings/${booking.id}`)).text).toContain(begun.location)
  expect((await school.get('/projects')).text).toContain(begun.location)
  const lesson = await makeBooking(db, { branchId: branch.id })
  const answer = await school.post('/projects?index', { booking: lesson.id })
  expect(answer.status).toBe(409)
})

test('plan, meeting and file by plain forms; what is wrong stands at its field and is kept', async () => {
  const { id } = await db.project.findFirstOrThrow({ where: { bookingId: booking.id } })
  const at = `/projects/${id}`
  const wrong = await school.post(`${at}?do=describe`, {
    ...{ intent: 'describe', title: 'Meten', goal: 'Leren meten' },
    ...{ startsOn: '2027-02-01', endsOn: '2027-01-01' },
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Leren meten')
  const plan = {
    intent: 'describe',
    title: 'Meten',
    goal: 'Leren meten',
    results: 'Een les',
    startsOn: tomorrow,
  }
  expect((await school.post(at, plan)).location).toBe(at)
  expect((await company.post(at, { intent: 'start' })).location).toBe(at)
  const meeting = { intent: 'meeting', title: 'Overleg', date: tomorrow, startTime: '15:30', minutes: '60' }
  expect((await company.post(`${at}?do=meeting`, meeting)).status).toBe(422)
  expect((await company.post(`${at}?do=meeting`, { ...meeting, place: 'Lokaal 12' })).location).toBe(at)
  expect((await school.upload(`${at}?do=file`, { intent: 'file', note: 'Opzet' }, PDF)).location).toBe(at)
  const page = await company.get(at)
  expect(page.text).toContain('Lokaal 12')
  expect(page.text).toContain('Versie 1: Werkblad.pdf')
  const file = await db.projectFileVersion.findFirstOrThrow()
  const given = await company.get(`/projects/files/${file.id}`)
  expect(given.headers.get('Content-Disposition')).toContain('attachment')
  expect(given.text).toContain('werkblad')
})

test('who is asked answers, then sees the files; a coordinator reads the outline, a stranger nothing', async () => {
  const { id } = await db.project.findFirstOrThrow({ where: { bookingId: booking.id } })
  const at = `/projects/${id}`
  const file = await db.projectFileVersion.findFirstOrThrow()
  expect((await asked.get(at)).status).toBe(404)
  expect((await company.get(`${at}/invite?q=${encodeURIComponent(second.name)}`)).status).toBe(200)
  expect((await company.post(`${at}/invite`, { branch: second.id })).location).toBe(at)
  expect((await company.post(`${at}/invite`, { branch: second.id })).status).toBe(409)
  const invited = await asked.get(at)
  expect(invited.status).toBe(200)
  expect(invited.text).not.toContain('Werkblad.pdf')
  expect((await asked.get(`/projects/files/${file.id}`)).status).toBe(404)
  const { id: member } = await db.projectMember.findFirstOrThrow({ where: { branchId: second.id } })
  expect((await company.post(at, { intent: 'accept', member })).status).toBe(404)
  expect((await asked.post(at, { intent: 'accept', member })).location).toBe(at)
  expect((await asked.get(at)).text).toContain('Werkblad.pdf')

  const { regionId } = await db.regionMunicipality.findFirstOrThrow({ where: { municipalityCode: ALMELO } })
  const coordinator = await app.signIn(await makeCoordinator(db, regionId))
  const outline = await coordinator.get(at)
  expect(outline.status).toBe(200)
  for (const hidden of ['Werkblad.pdf', 'Lokaal 12', 'Leren meten'])
    expect(outline.text).not.toContain(hidden)
  expect((await coordinator.get('/projects')).text).toContain(at)
  for (const client of [
    coordinator,
    await app.signIn(await makeTeacher(db, (await makeSchoolBranch(db)).id)),
  ]) {
    expect((await client.get(`/projects/files/${file.id}`)).status).toBe(404)
    expect((await client.get(`${at}/invite`)).status).toBe(404)
    const attempts: readonly Readonly<Record<string, string>>[] = [
      { intent: 'describe', title: 'Van mij' },
      { intent: 'finish' },
      { intent: 'leave', member },
      { intent: 'licence', licence: 'cc0-1.0' },
      { intent: 'agree', round: '1' },
      { intent: 'stop', reason: 'other' },
      { intent: 'cancel-meeting', meeting: file.id },
    ]
    for (const fields of attempts)
      expect.soft((await client.post(at, fields)).status, fields.intent).toBe(404)
  }
})

test('who may only read for a company reads; a link that is unknown opens nothing', async () => {
  const other = await makeOrganisation(db, { municipalityCode: ALMELO })
  const viewer = await app.signIn(await makeMember(db, other.id, 'viewer'))
  const own = await makeBooking(db, { branchId: branch.id })
  const facts = { bookingId: own.id, branchId: branch.id, organisationId: other.id }
  const project = await makeProject(db, facts)
  expect((await viewer.get(`/projects/${project.id}`)).status).toBe(200)
  expect((await viewer.post(`/projects/${project.id}`, { intent: 'finish' })).status).toBe(403)
  expect((await app.client().get('/answer/project?token=forged')).status).toBe(410)
  expect((await app.client().post('/answer/project', { token: 'forged', answer: 'yes' })).status).toBe(410)
})
