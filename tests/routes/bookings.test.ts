/** The pages of bookings: for the two parties, for nobody else. */
import { expect, test } from 'vitest'
import { addDays, calendarDateOf } from '~/kernel/calendar'
import { makeBooking } from '../factories/booking'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })
const { db } = app.database
const ALMELO = 'GM0141'

const organisation = await makeOrganisation(db, { municipalityCode: ALMELO })
const offer = await makeOffer(db, { organisationId: organisation.id })
const branch = await makeSchoolBranch(db, { municipalityCode: ALMELO })
const school = await app.signIn(await makeTeacher(db, branch.id))
const host = await makeMember(db, organisation.id)
const company = await app.signIn(host)
// The days of the program: by the clock of Amsterdam it can be tomorrow already.
const tomorrow = addDays(calendarDateOf(new Date()), 1)
const yesterday = addDays(calendarDateOf(new Date()), -1)
const dayOf = (text: string) => new Date(`${text}T00:00:00Z`)
const book = (facts = {}) => makeBooking(db, { offerId: offer.id, branchId: branch.id, ...facts })

test('both sides see it, with the address of the other; a visitor signs in first', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  for (const client of [school, company]) {
    const list = await client.get('/bookings')
    expect(list.text).toContain(`/bookings/${id}`)
    const page = await client.get(`/bookings/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(host.email)
  }
  expect((await app.client().get(`/bookings/${id}`)).location).toBe(
    `/sign-in?to=${encodeURIComponent(`/bookings/${id}`)}`,
  )
})

test('a coordinator of the region sees it without addresses, file or buttons', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  const { regionId } = await db.regionMunicipality.findFirstOrThrow({ where: { municipalityCode: ALMELO } })
  const coordinator = await app.signIn(await makeCoordinator(db, regionId))
  const page = await coordinator.get(`/bookings/${id}`)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain(host.email)
  expect(page.text).not.toContain('do=cancel')
  expect((await coordinator.get(`/bookings/${id}/calendar.ics`)).status).toBe(404)
  expect((await coordinator.post(`/bookings/${id}`, { intent: 'cancel', reason: 'other' })).status).toBe(404)
})

test('of others, unknown, or no id at all: not there', async () => {
  const other = await makeBooking(db)
  for (const id of [other.id, '00000000-0000-4000-8000-000000000000', 'x']) {
    expect((await school.get(`/bookings/${id}`)).status).toBe(404)
    expect((await school.get(`/bookings/${id}/calendar.ics`)).status).toBe(404)
    expect((await school.post(`/bookings/${id}`, { intent: 'missed' })).status).toBe(404)
  }
  expect((await school.get('/bookings')).text).not.toContain(other.id)
})

test('cancelling asks first, says what follows, and is done once', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  const asked = await school.get(`/bookings/${id}?do=cancel`)
  expect(asked.text).toContain('gaat naar een school die wacht')
  const cancel = (fields: Record<string, string>) =>
    school.post(`/bookings/${id}?do=cancel`, { intent: 'cancel', ...fields })
  const without = await cancel({ text: 'De bus rijdt niet.' })
  expect(without.status).toBe(422)
  expect(without.text).toContain('De bus rijdt niet.')
  const done = await cancel({ reason: 'transport', text: 'De bus rijdt niet.' })
  expect([done.status, done.location]).toEqual([302, `/bookings/${id}`])
  expect((await cancel({ reason: 'transport' })).status).toBe(409)
  expect((await company.get(`/bookings/${id}`)).text).toContain('De bus rijdt niet.')
  expect((await company.get('/bookings?view=past')).text).toContain(`/bookings/${id}`)
})

test('a day that cannot be keeps what was typed and says why', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  const wrong = await company.post(`/bookings/${id}?do=move`, {
    intent: 'move',
    date: '2020-01-01',
    startTime: '11:15',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Deze dag is al voorbij')
  expect(wrong.text).toContain('value="11:15"')
  const noDay = await company.post(`/bookings/${id}?do=move`, { intent: 'move', date: 'donderdag' })
  expect(noDay.status).toBe(422)
  expect((await company.post(`/bookings/${id}`, { intent: 'nonsense' })).status).toBe(422)
})

test('the school chooses one of the days, once', async () => {
  const { id } = await book({
    date: null,
    startTime: null,
    dateOptions: [dayOf(tomorrow)],
    agreeBy: dayOf(tomorrow),
  })
  expect((await school.get(`/bookings/${id}/calendar.ics`)).status).toBe(409)
  expect((await school.get('/bookings')).text.indexOf(id)).toBeGreaterThan(0)
  expect((await school.get(`/bookings/${id}`)).text).toContain(`value="${tomorrow}"`)
  const choose = () => school.post(`/bookings/${id}`, { intent: 'choose', date: tomorrow })
  expect((await choose()).status).toBe(302)
  expect((await choose()).status).toBe(422)
  expect((await db.booking.findUniqueOrThrow({ where: { id } })).moves).toBe(1)
})

test('the calendar file belongs to both sides', async () => {
  const { id } = await book()
  for (const client of [school, company]) {
    const file = await client.get(`/bookings/${id}/calendar.ics`)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.text).toContain('DTSTART:20270121T090000Z')
    expect(file.text).toContain(`UID:booking-${id}@schakel`)
  }
})

test('before its day it cannot be finished, after it the school tells how many came', async () => {
  const coming = await book({ date: dayOf(tomorrow) })
  const early = await school.post(`/bookings/${coming.id}`, { intent: 'done', pupils: '20' })
  expect(early.status).toBe(409)
  const past = await book({ date: dayOf('2026-10-01') })
  expect((await school.post(`/bookings/${past.id}`, { intent: 'done', pupils: 'veel' })).status).toBe(422)
  expect((await company.post(`/bookings/${past.id}`, { intent: 'done', pupils: '20' })).status).toBe(403)
  expect((await school.post(`/bookings/${past.id}`, { intent: 'done', pupils: '20' })).status).toBe(302)
  expect((await school.get(`/bookings/${past.id}`)).text).toContain('20 leerlingen')
})

test('the list is in pages and costs the same with many', async () => {
  for (let i = 0; i < 25; i++) await book({ date: dayOf(tomorrow) })
  const first = await school.get('/bookings')
  expect(first.text).toContain('Volgende bladzijde')
  expect((await school.get('/bookings?page=99')).status).toBe(200)
})

test('afterwards the school counts its pupils and is asked two questions; what is missing is said at its field', async () => {
  const { id } = await book({ date: dayOf(yesterday) })
  const path = `/bookings/${id}/evaluation`
  expect((await school.get(path)).text).toContain('De school vertelt eerst')
  expect((await school.submit(`/bookings/${id}`, { intent: 'done', pupils: '23' })).location).toBe(path)
  const gap = await school.submit(path, { rating: '4', text: 'Fijne ochtend.' })
  expect(gap.status).toBe(422)
  expect(gap.text).toContain('Fijne ochtend.')
  expect((await school.submit(path, { rating: '9', again: 'yes' })).status).toBe(422)
  expect((await school.submit(path, { rating: '4', again: 'yes', text: 'x'.repeat(1001) })).status).toBe(422)
  expect((await school.submit(path, { rating: '4', again: 'yes', text: 'Fijne ochtend.' })).location).toBe(
    path,
  )
  const seen = await company.get(path)
  expect(seen.text).toContain('heeft al geantwoord')
  expect(seen.text).not.toContain('Fijne ochtend.')
  expect((await company.submit(path, { rating: '5', again: 'yes' })).location).toBe(path)
  expect((await company.get(path)).text).toContain('Fijne ochtend.')
  expect((await school.submit(path, { rating: '1', again: 'no' })).status).toBe(409)
})

test('how the day goes: a mistake stands at its field, who is too late keeps what was typed', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  const path = `/bookings/${id}/plan`
  const form = await school.get(path)
  expect(form.text).toContain('name="programme[0].minutes"')
  expect(form.text).toContain('name="vogSeenOn"')
  expect((await company.get(path)).text).not.toContain('name="vogSeenOn"')
  const gap = await school.submit(path, {
    version: '0',
    goal: 'Weten wat lassen is',
    'programme[0].minutes': '10',
    'programme[0].what': 'Welkom',
    'programme[1].minutes': '',
    'programme[1].what': 'Lassen',
  })
  expect(gap.status).toBe(422)
  expect(gap.text).toContain('Vul in hoeveel minuten dit deel duurt')
  expect(gap.text).toContain('value="Lassen"')
  const rows = { 'programme[0].minutes': '10', 'programme[0].what': 'Welkom', 'programme[3].minutes': '' }
  expect((await school.submit(path, { version: '0', goal: 'Doel', ...rows })).location).toBe(
    `/bookings/${id}`,
  )
  const late = await company.submit(path, { version: '0', preparation: 'Kijk het filmpje', ...rows })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Kijk het filmpje')
  expect(late.text).toContain('name="version" value="1"')
  expect(
    (await company.submit(path, { version: '1', preparation: 'Kijk het filmpje', ...rows })).status,
  ).toBe(302)
  const seen = (await school.get(`/bookings/${id}`)).text
  expect(seen).toContain('Kijk het filmpje')
  expect(seen).toContain('Laatst gewijzigd door')
})

test('parents read the sheet at an address that the school makes and ends; it names nobody', async () => {
  const { id } = await book({ date: dayOf(tomorrow) })
  const path = `/bookings/${id}/print`
  const said = {
    version: '0',
    access: 'Een rolstoel',
    cost: 'De bus betaalt de school',
    schoolBrings: 'Dichte schoenen',
  }
  await school.submit(`/bookings/${id}/plan`, said)
  const addressIn = (html: string) => /\/visit\/[\w-]{32}/.exec(html)?.[0] ?? ''
  expect((await company.post(path, { intent: 'make' })).status).toBe(404)
  const first = addressIn((await school.submit(path, { intent: 'make' })).text)
  const read = await app.client().get(first)
  expect(read.status).toBe(200)
  expect(read.text).toContain('Dichte schoenen')
  for (const secret of ['Een rolstoel', 'De bus betaalt', host.email]) expect(read.text).not.toContain(secret)
  const second = addressIn((await school.submit(path, { intent: 'make' })).text)
  expect((await app.client().get(first)).status).toBe(404)
  await school.submit(path, { intent: 'end' })
  expect((await app.client().get(second)).status).toBe(404)
})

test('what a class has had stands by class, with the way to what it has not seen', async () => {
  await book({ date: dayOf(yesterday), state: 'done', closedAt: new Date() })
  const page = await school.get('/requests/classes')
  expect(page.status).toBe(200)
  expect(page.text).toContain(offer.title)
  expect(page.text).toMatch(/\/offers\?kind=excursion&(amp;)?level=vmbo-3/)
  expect((await company.get('/requests/classes')).location).toBe('/account/school')
})

test('stopping asks what happens to the bookings, and whether it is sure; then it is said on the own page', async () => {
  const own = await makeOrganisation(db, { municipalityCode: ALMELO })
  const owner = await app.signIn(await makeMember(db, own.id))
  const path = '/my/organisation/stop'
  const stop = (fields: object) => owner.submit(path, { intent: 'stop', organisation: own.id, ...fields })
  expect((await owner.get(path)).text).toContain('afspraken staan nog')
  const gap = await stop({ bookings: 'keep' })
  expect(gap.status).toBe(422)
  expect(gap.text).toContain('Zet een vinkje')
  expect((await stop({ bookings: 'keep', sure: 'on' })).location).toBe(`${path}?of=${own.id}`)
  expect((await stop({ bookings: 'keep', sure: 'on' })).status).toBe(409)
  expect((await owner.get('/my/organisation')).text).toContain('Gestopt op')
  expect((await owner.submit(path, { intent: 'back', organisation: own.id })).status).toBe(302)
})
