/** The page of what schools around ask: who reads it, what it says to whom, and that an odd address is no error. */
import { expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeRequest, makeWaitingRequest } from '../factories/request'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const PATH = '/my/organisation/requests-nearby'
const app = await testApp({ with: 'geography' })
const { db } = app.database
const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })

/** A company with places, and an offer for one class of pro. */
async function company(year: number) {
  const organisation = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  const member = await makeMember(db, organisation.id)
  const offer = await makeOffer(db, {
    organisationId: organisation.id,
    levels: [{ level: 'pro', years: [year] }],
  })
  const slot = (first: number) => ({
    offerId: offer.id,
    startsOn: new Date(`${first}-08-01`),
    endsOn: new Date(`${first + 1}-07-31`),
    places: 2,
  })
  await db.capacitySlot.createMany({ data: [2025, 2026, 2027].map(slot) })
  return { offer, client: await app.signIn(member) }
}
const ask = (year: number) => ({ branchId: branch.id, level: 'pro' as const, years: [year] })

test('a visitor signs in first and comes back', async () => {
  const { status, location } = await app.client().get(PATH)
  expect([status, location]).toEqual([302, `/sign-in?to=${encodeURIComponent(PATH)}`])
})

test('a company reads what is asked, not by which school, and comes there from its inbox', async () => {
  const { client, offer } = await company(1)
  await makeRequest(db, { ...ask(1), groups: 2, title: 'Voor onze eigen klas', openedAt: new Date() })
  await makeWaitingRequest(db, ask(1))
  const { status, text } = await client.get(PATH)
  expect(status).toBe(200)
  expect(text).toContain('2 hulpvragen binnen 40 km passen bij jullie aanbod.')
  expect(text).toContain(`Past bij “${offer.title}”`)
  expect(text).toContain('op de wachtlijst sinds 1 oktober 2026')
  for (const secret of [branch.name, branch.id, 'Voor onze eigen klas']) expect(text).not.toContain(secret)
  expect((await client.get('/inbox')).text).toContain(`href="${PATH}"`)
  expect((await client.get(`${PATH}?lang=en`)).text).toContain('2 requests within 40 km fit your offers.')
})

test('nothing that fits is told with what would help', async () => {
  const { client, offer } = await company(2)
  await db.offer.update({ where: { id: offer.id }, data: { weekdays: [1] } })
  await makeRequest(db, { ...ask(2), weekdays: [5] })
  const { text } = await client.get(`${PATH}?km=10`)
  expect(text).toContain('Binnen 10 km past nu geen hulpvraag bij jullie aanbod')
  expect(text).toContain('Meer dagen in de week: dan past 1 hulpvraag meer.')
  expect(text).not.toContain('Deze scholen vroegen jullie nog niet')
})

test('the offer of another company and an odd address are the whole list', async () => {
  const [mine, other] = [await company(3), await company(4)]
  await makeRequest(db, ask(3))
  await makeRequest(db, ask(4))
  for (const query of [`offer=${other.offer.id}`, 'offer=x&km=9000&sort=worst&page=-4', 'page=99']) {
    const { status, text } = await mine.client.get(`${PATH}?${query}`)
    expect(status).toBe(200)
    expect(text).toContain('1 hulpvraag binnen 40 km past bij jullie aanbod.')
    expect(text).not.toContain(other.offer.title)
  }
})

test('somebody of no company hears where to begin', async () => {
  const teacher = await app.signIn(await makeTeacher(db, branch.id))
  const { status, text } = await teacher.get(PATH)
  expect(status).toBe(200)
  expect(text).toContain('Je hoort nog niet bij een bedrijf')
})

test('one press offers what fits; without JavaScript the school answers on its page; a mistake keeps what was typed', async () => {
  const { client, offer } = await company(5)
  const school = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const teacher = await app.signIn(await makeTeacher(db, school.id))
  const request = await makeWaitingRequest(db, { branchId: school.id, level: 'pro', years: [5] })
  expect((await client.get(PATH)).text).toContain('Bied dit aan')
  const fields = { intent: 'offer', request: request.id, offer: offer.id, message: 'Met een robot.' }
  const half = await client.post(PATH, { ...fields, from: '2027-02-01' })
  expect(half.status).toBe(422)
  expect(half.text).toContain('Vul ook deze dag in, of laat de periode leeg.')
  expect(half.text).toContain('Met een robot.')
  expect(half.text).not.toContain(school.name)
  expect((await client.post(PATH, fields)).location).toBe(PATH)
  const after = (await client.get(PATH)).text
  expect(after).toContain('Wacht op de school')
  expect(after).not.toContain(school.name)

  const page = `/requests/${request.id}`
  expect((await teacher.get('/requests')).text).toContain('Een bedrijf biedt jullie iets aan. Zeg ja of nee.')
  const shown = (await teacher.get(page)).text
  expect(shown).toContain('Een bedrijf biedt jullie iets aan')
  expect(shown).toContain('Met een robot.')
  const offered = await db.proposal.findFirstOrThrow({ where: { requestId: request.id } })
  const unsaid = await teacher.post(page, { intent: 'decline-offered', offered: offered.id })
  expect([unsaid.status, unsaid.text.includes('Kies waarom niet.')]).toEqual([422, true])
  const stranger = await app.signIn(await makeTeacher(db, branch.id))
  expect((await stranger.post(page, { intent: 'accept-offered', offered: offered.id })).status).toBe(404)
  expect((await teacher.post(page, { intent: 'accept-offered', offered: offered.id })).status).toBe(302)
  expect(await db.booking.count({ where: { proposalId: offered.id } })).toBe(1)
  expect((await client.get(PATH)).text).toContain('School zei ja')
  const again = await teacher.post(page, { intent: 'accept-offered', offered: offered.id })
  expect([again.status, again.text.includes('Op dit aanbod is al ja gezegd.')]).toEqual([409, true])
})
