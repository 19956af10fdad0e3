import { beforeAll, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeRequest } from '../factories/request'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

let app: TestApp
let teacher: Client
let branchId: string
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  const branch = await makeSchoolBranch(app.database.db, { municipalityCode: 'GM0141' })
  branchId = branch.id
  teacher = await app.signIn(await makeTeacher(app.database.db, branch.id))
})

test('the desk is for who is signed in, and begins with the first step', async () => {
  expect((await app.client().get('/desk')).location).toMatch(/^\/sign-in\?to=/)
  expect((await teacher.get('/desk')).text).toContain('Plaats je eerste hulpvraag')
  const nobody = await app.signIn(await makeUser(app.database.db))
  expect((await nobody.get('/desk')).text).toContain('Waar werk je?')
})

test('the desk says what needs somebody, for one of several schools as well, and nothing of others', async () => {
  const { db } = app.database
  const request = await makeRequest(db, { branchId, title: 'Nog niemand gevraagd' })
  const page = await teacher.get('/desk')
  expect(page.text).toContain('Nog niemand gevraagd')
  expect(page.text).toContain(`href="/requests/${request.id}"`)
  const organisation = await makeOrganisation(db)
  const second = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const user = await makeUser(db, {
    schoolMemberships: {
      create: [
        { branchId, role: 'member' },
        { branchId: second.id, role: 'lead' },
      ],
    },
    memberships: { create: { organisationId: organisation.id, role: 'owner' } },
  })
  const several = await app.signIn(user)
  expect((await several.get(`/desk?of=${second.id}`)).text).not.toContain('Nog niemand gevraagd')
  expect((await several.get(`/desk?of=${organisation.id}`)).status).toBe(200)
  expect((await teacher.get(`/desk?of=${second.id}`)).status).toBe(404)
})

test('offers stand side by side for anybody, with reasons and the way to ask where there is a request', async () => {
  const { db } = app.database
  const offers = []
  for (const title of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'])
    offers.push(await makeOffer(db, { title: `${title} naast elkaar`, municipalityCode: 'GM0141' }))
  const ids = offers.map(({ id }) => id)
  const year = { startsOn: new Date('2020-08-01'), endsOn: new Date('2099-07-31') }
  await db.capacitySlot.createMany({ data: ids.map((offerId) => ({ offerId, places: 5, ...year })) })
  const visitor = app.client()
  const page = await visitor.get(`/compare?${ids.map((id) => `offer=${id}`).join('&')}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Vier naast elkaar')
  expect(page.text).not.toContain('Vijf naast elkaar')
  expect((await visitor.get('/compare?offer=niets')).text).toContain('Kies eerst wat je wilt vergelijken')

  const request = await makeRequest(db, { branchId })
  const ticked = await teacher.get(
    `/compare?request=${request.id}&offerIds=${ids[0]}&offerIds=${ids[1]}&scores=x&message=Dag`,
  )
  expect(ticked.location).toBe(`/compare?request=${request.id}&offer=${ids[0]}&offer=${ids[1]}`)
  const compared = await teacher.get(ticked.location ?? '')
  expect(compared.text).toContain('Aan wie stuur je je vraag?')
  expect(compared.text).toContain('Waarom')
  expect((await visitor.get(ticked.location ?? '')).location).toMatch(/^\/sign-in/)
  const other = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const stranger = await app.signIn(await makeTeacher(db, other.id))
  expect((await stranger.get(ticked.location ?? '')).status).toBe(404)
})
