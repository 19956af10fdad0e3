/** What a company reached: who reads it, that it adds up what took place, and that the picture is a picture. */
import { expect, test } from 'vitest'
import { makeBooking } from '../factories/booking'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const PATH = '/my/organisation/impact'
const app = await testApp({ with: 'geography' })
const { db } = app.database
const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141', name: 'Het Stille College' })

async function company() {
  const organisation = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  const client = await app.signIn(await makeMember(db, organisation.id))
  const offer = await makeOffer(db, { organisationId: organisation.id })
  return { organisation, client, offer }
}

test('adds up what took place, names no school, and draws it in both languages', async () => {
  const { client, offer, organisation } = await company()
  const given = { offerId: offer.id, branchId: branch.id }
  await makeBooking(db, { ...given, state: 'done', date: new Date('2026-10-01'), pupilsReached: 1240 })
  await makeBooking(db, { ...given, state: 'done', date: new Date('2026-05-01'), pupilsReached: null })
  await makeBooking(db, { ...given, state: 'cancelled', cancelledBy: 'school', cancelReason: 'illness' })
  await makeBooking(db, given)
  const { status, text } = await client.get(PATH)
  expect(status).toBe(200)
  for (const told of ['1.240', 'Almelo', 'Van 1 les weten we het niet.', 'Er staat nog 1 afspraak gepland'])
    expect(text).toContain(told)
  expect(text).not.toContain(branch.name)
  expect((await client.get(`${PATH}?lang=en`)).text).toContain('What you reached')
  const picture = await client.get(`${PATH}.png?of=${organisation.id}`)
  expect([picture.status, picture.text.slice(1, 4)]).toEqual([200, 'PNG'])
})

test('without lessons it says what comes next; there is no picture', async () => {
  const { client, organisation } = await company()
  expect((await client.get(PATH)).text).toContain('Jullie gaven nog geen les via Schakel')
  expect((await client.get(`${PATH}.png?of=${organisation.id}`)).status).toBe(404)
})

test('is for who works there alone', async () => {
  const [{ organisation }, { client }] = [await company(), await company()]
  for (const path of [`${PATH}?of=${organisation.id}`, `${PATH}.png?of=${organisation.id}`]) {
    expect((await client.get(path)).status).toBe(404)
    expect((await app.client().get(path)).location).toContain('/sign-in')
  }
  const teacher = await app.signIn(await makeTeacher(db, branch.id))
  expect((await teacher.get(PATH)).text).toContain('Je hoort nog niet bij een bedrijf')
})
