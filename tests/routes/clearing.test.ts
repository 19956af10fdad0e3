/** The coordinator's pages and held places over HTTP: who may come in, and clear words for what cannot be any more. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeHold } from '../factories/hold'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeRegion } from '../factories/region'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeMember, makeTeacher } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await makeRegion(app.database.db)
})

async function held() {
  const { db } = app.database
  const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const offer = await makeOffer(db)
  const made = await makeHold(db, { branchId: branch.id, offerId: offer.id })
  return { ...made, branch }
}

describe('the board', () => {
  test('asks a visitor to sign in, is not there for a school, and opens for a coordinator', async () => {
    const { branch } = await held()
    const { db } = app.database
    const school = await app.signIn(await makeTeacher(db, branch.id))
    const coordinator = await app.signIn(await makeCoordinator(db, 'AM09'))
    for (const path of ['/board', '/board/waiting', '/board/rounds']) {
      const visit = await app.client().get(path)
      expect(visit.status, path).toBe(302)
      expect((await school.get(path)).status, path).toBe(404)
      expect((await coordinator.get(path)).status, path).toBe(200)
      expect((await coordinator.get(`${path}?page=x&level=x`)).status, path).toBe(200)
    }
    expect((await coordinator.get('/board?region=AM35')).status).toBe(404)
    expect((await coordinator.get('/board/waiting?region=AM35')).status).toBe(404)
  })

  test('shows who waits, previews a round, and says that there is nothing to give', async () => {
    const { db } = app.database
    const { requestId } = await held()
    await db.placeClaim.updateMany({
      where: { group: { requestId } },
      data: { releasedAt: new Date('2026-11-01') },
    })
    const coordinator = await app.signIn(await makeCoordinator(db, 'AM09'))
    expect((await coordinator.get('/board/waiting')).text).toContain('Een les over robots')
    const nothing = await coordinator.submit('/board/rounds?index', {})
    expect(nothing.status).toBe(422)
    const made = await coordinator.submit('/board/rounds?index', { regionIds: 'AM09' })
    expect(made.status).toBe(302)
    const path = made.location ?? ''
    expect((await coordinator.get(path)).status).toBe(200)
    const other = await app.signIn(await makeCoordinator(db))
    expect((await other.get(path)).status).toBe(404)
    const file = await coordinator.get(`${path}/export.csv`)
    expect(file.status).toBe(200)
    expect(file.text).toContain('Een les over robots')
    expect((await other.get(`${path}/export.csv`)).status).toBe(404)
    const wrong = await coordinator.submit(path, {
      intent: 'settings',
      from: '2027-02-01',
      until: '2027-01-01',
    })
    expect(wrong.status).toBe(422)
    const set = {
      intent: 'settings',
      waitingStep: '4',
      headStart: '0',
      balance: 'on',
      giveWithin: '3',
      pupilsFirst: 'AM09',
    }
    expect((await coordinator.submit(path, set)).location).toBe(path)
    const said = (await coordinator.get(path)).text
    expect(said).toContain('Wachten telt per 4 weken')
    expect(said).toContain('Alleen plekken die binnen 3 weken beginnen')
    expect((await coordinator.submit(path, { ...set, giveWithin: '5' })).status).toBe(422)
    expect((await coordinator.submit(path, { intent: 'settings', waitingStep: '5' })).status).toBe(422)
    expect((await coordinator.submit(path, { intent: 'replay' })).location).toBe(`${path}?news=same`)
    expect((await coordinator.submit(path, { intent: 'discard' })).location).toBe('/board/rounds')
    expect((await coordinator.submit(path, { intent: 'publish' })).status).toBe(409)
  })
})

describe('the request that a coordinator works on', () => {
  test('is planned, noted and done; what is wrong is said at its field and keeps what was typed', async () => {
    const { requestId, branch } = await held()
    const { db } = app.database
    const coordinator = await makeCoordinator(db, 'AM09')
    const client = await app.signIn(coordinator)
    const path = `/board/requests/${requestId}`
    expect((await (await app.signIn(await makeTeacher(db, branch.id))).get(path)).status).toBe(404)
    expect((await client.get(path)).status).toBe(200)

    const late = await client.submit(path, { intent: 'plan', dueOn: '2020-01-01', ownerId: coordinator.id })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Deze dag is al voorbij')
    expect(late.text).toContain('value="2020-01-01"')
    expect((await client.submit(path, { intent: 'plan', dueOn: 'morgen' })).status).toBe(422)
    const planned = await client.submit(path, { intent: 'plan', ownerId: coordinator.id })
    expect(planned.location).toBe(path)
    expect((await client.get('/board')).text).toContain(`/board/requests/${requestId}`)

    const noteId = '7b0f4a56-3a52-4b6f-9d10-0d0f6f3c9a55'
    expect((await client.submit(path, { intent: 'note', noteId, text: ' ' })).status).toBe(422)
    const long = await client.submit(path, { intent: 'note', noteId, text: 'x'.repeat(2001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('x'.repeat(2001))
    const text = '<script>alert(1)</script>'
    expect((await client.submit(path, { intent: 'note', noteId, text })).location).toBe(path)
    const shown = (await client.get(path)).text
    expect(shown).toContain('&lt;script&gt;alert(1)')
    expect(shown).not.toContain(text)
    expect((await client.submit(path, { intent: 'remove-note', noteId })).location).toBe(path)
    expect((await client.submit(path, { intent: 'remove-note', noteId })).status).toBe(404)
    expect((await client.submit(path, { intent: 'done' })).location).toBe(path)
  })
})

describe('a held place', () => {
  test('is answered once by its school and not there for another', async () => {
    const { holdId, branch } = await held()
    const { db } = app.database
    const school = await app.signIn(await makeTeacher(db, branch.id))
    const elsewhere = await makeSchoolBranch(db)
    const stranger = await app.signIn(await makeTeacher(db, elsewhere.id))
    const path = `/holds/${holdId}`
    expect((await stranger.get(path)).status).toBe(404)
    expect((await school.get(path)).status).toBe(200)
    expect((await school.submit(path, { answer: 'perhaps' })).status).toBe(422)
    expect((await school.submit(path, { answer: 'no' })).location).toBe(path)
    expect((await school.submit(path, { answer: 'yes' })).status).toBe(409)
    expect((await school.get('/holds/unknown')).status).toBe(404)
  })

  test('too late is gone', async () => {
    const { holdId, branch } = await held()
    const { db } = app.database
    await db.hold.update({ where: { id: holdId }, data: { expiresOn: new Date('2026-09-01') } })
    const school = await app.signIn(await makeTeacher(db, branch.id))
    expect((await school.get(`/holds/${holdId}`)).status).toBe(200)
    expect((await school.submit(`/holds/${holdId}`, { answer: 'yes' })).status).toBe(410)
  })

  test('by a link that is not of ours is gone, on looking and on answering', async () => {
    expect((await app.client().get('/answer/hold?token=forged')).status).toBe(410)
    expect((await app.client().post('/answer/hold', { token: 'forged', answer: 'yes' })).status).toBe(410)
    expect((await app.client().get('/answer/hold?done=no')).status).toBe(200)
  })
})

test('a company sees the place that is kept for a school, says no with a reason, and is told what is missing', async () => {
  const { db } = app.database
  const { holdId, requestId } = await held()
  const { offerId } = await db.hold.findUniqueOrThrow({ where: { id: holdId } })
  const { organisationId } = await db.offer.findUniqueOrThrow({ where: { id: offerId } })
  const company = await app.signIn(await makeMember(db, organisationId))
  const path = `/inbox/held/${holdId}`
  expect((await company.get('/inbox')).text).toContain(path)
  const page = await company.get(path)
  expect(page.text).toContain('Waarom deze school')
  expect(page.text).toContain('aria-label="Waarom"')
  const refused = await company.submit(path, { text: 'Onze monteur is ziek.' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('kept-reason-error')
  expect(refused.text).toContain('Onze monteur is ziek.')
  const said = await company.submit(path, { reason: 'no-time', text: 'Onze monteur is ziek.' })
  expect(said.location?.split('?')[0]).toBe(path)
  expect((await company.get(path)).text).toContain('Je gaf deze plek niet')
  expect((await company.submit(path, { reason: 'no-time' })).status).toBe(409)
  expect(await db.supportRequest.findUnique({ where: { id: requestId } })).toMatchObject({ state: 'waiting' })
  const stranger = await app.signIn(await makeMember(db, (await makeOrganisation(db)).id))
  expect((await stranger.get(path)).status).toBe(404)
})
