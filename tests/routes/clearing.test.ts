/** The coordinator's pages and held places over HTTP: who may come in, and clear words for what cannot be any more. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeHold } from '../factories/hold'
import { makeOffer } from '../factories/offer'
import { makeRegion } from '../factories/region'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeTeacher } from '../factories/user'
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
    expect((await coordinator.submit(path, { intent: 'replay' })).location).toBe(`${path}?news=same`)
    expect((await coordinator.submit(path, { intent: 'discard' })).location).toBe('/board/rounds')
    expect((await coordinator.submit(path, { intent: 'publish' })).status).toBe(409)
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
