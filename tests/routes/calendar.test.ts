/** The calendar of an offer over HTTP: what it says, what it changes, and what it only shows first. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, calendarDateOf, isoWeekday, lastBookableDay } from '~/kernel/calendar'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

let app: TestApp
let company: Client
let organisationId: string
let calendar: string
let offerId: string

const today = calendarDateOf(new Date())
/** A Tuesday some weeks ahead. */
const tuesday = addDays(today, 21 + ((9 - isoWeekday(addDays(today, 21))) % 7))

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  const organisation = await makeOrganisation(app.database.db, { municipalityCode: 'GM0141', employees: 12 })
  organisationId = organisation.id
  company = await app.signIn(await makeMember(app.database.db, organisation.id))
})
beforeEach(async () => {
  const { db } = app.database
  await db.$executeRaw`TRUNCATE capacity_slot, capacity_month, blackout, outbox_event, school_holiday, public_holiday CASCADE`
  offerId = (await makeOffer(db, { organisationId })).id
  calendar = `/my/organisation/offers/${offerId}/calendar`
})

const sessions = async () =>
  (
    await app.database.db.capacitySlot.findMany({
      where: { offerId, startTime: { not: '' } },
      orderBy: { startsOn: 'asc' },
    })
  ).map(({ startsOn, startTime, places }) => `${startsOn.toISOString().slice(0, 10)} ${startTime} ${places}`)
const events = async () => (await app.database.db.outboxEvent.findMany()).map(({ type }) => type)

test('limits are kept, schools see them, and who waits is asked', async () => {
  const answer = await company.post(calendar, { intent: 'limits', perYear: '24', perMonth: '3' })
  expect(answer.status).toBe(302)
  const offer = await app.database.db.offer.findUniqueOrThrow({
    where: { id: offerId },
    include: { slots: true },
  })
  expect(offer).toMatchObject({ sessionsPerYear: 24, sessionsPerMonth: 3, openInHolidays: false })
  expect(offer.slots.map(({ places }) => places)).toEqual([24, 24])
  expect(await events()).toEqual(['CalendarChanged'])
  const page = await company.get(calendar)
  expect(page.text).toContain('Bedrijven met 12 mensen doen er vaak 6 per maand')
})

test('a company lets small groups share its dates, where schools come to it', async () => {
  const limits = { intent: 'limits', perYear: '24', mayShare: 'on' }
  expect((await company.get(calendar)).text).not.toContain('name="mayShare"')
  const { db } = app.database
  await db.offer.update({ where: { id: offerId }, data: { location: 'at_company', groupSizeMax: 28 } })
  const page = await company.get(calendar)
  expect(page.text).toMatch(/<input(?=[^>]*name="mayShare")(?![^>]*checked)[^>]*>/)
  expect(page.text).toContain('met hoogstens 28 leerlingen')
  expect((await company.post(calendar, limits)).status).toBe(302)
  expect(await db.offer.findUniqueOrThrow({ where: { id: offerId } })).toMatchObject({ mayShare: true })
})

test('a series is shown first and made of what is left ticked', async () => {
  const { db } = app.database
  const away = new Date(addDays(tuesday, 7))
  await db.blackout.create({ data: { organisationId, startsOn: away, endsOn: away } })
  const series = { intent: 'series', from: tuesday, until: addDays(tuesday, 21), everyWeeks: '1' }
  const shown = await company.post(calendar, { ...series, startTime: '09:30', places: '2' })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('3 dagen om toe te voegen')
  expect(shown.text).toContain('jullie zijn er niet')
  expect(await sessions()).toEqual([])
  const keys = [...shown.text.matchAll(/name="sessions"[^>]*value="([^"]+)"/g)].map(([, key]) => key ?? '')
  expect(keys).toHaveLength(3)
  const added = await company.post(calendar, { intent: 'add', sessions: keys.slice(0, 2), places: '2' })
  expect(added.status).toBe(302)
  expect(await sessions()).toEqual([`${tuesday} 09:30 2`, `${addDays(tuesday, 14)} 09:30 2`])
  // Pressed twice, nothing is doubled.
  await company.post(calendar, { intent: 'add', sessions: keys.slice(0, 2), places: '2' })
  expect(await sessions()).toHaveLength(2)
})

test('a day that is closed is refused to a school, and opened again', async () => {
  const close = { intent: 'close', closeFrom: tuesday, closeUntil: addDays(tuesday, 2), wholeCompany: 'on' }
  expect((await company.post(calendar, close)).status).toBe(302)
  const [blackout] = await app.database.db.blackout.findMany()
  expect(blackout).toMatchObject({ organisationId, offerId: null })
  const wrong = await company.post(calendar, { ...close, closeUntil: addDays(tuesday, -2) })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="calendar-closeUntil-error"')
  expect(wrong.text).toContain(`value="${tuesday}"`)
  await company.post(calendar, { intent: 'open', blackout: blackout?.id ?? '' })
  expect(await app.database.db.blackout.count()).toBe(0)
})

test('a session with a class in it is not taken away', async () => {
  const { db } = app.database
  const on = new Date(tuesday)
  const free = await db.capacitySlot.create({
    data: { offerId, startsOn: on, endsOn: on, startTime: '09:00', places: 1 },
  })
  expect((await company.post(calendar, { intent: 'remove', slot: free.id })).status).toBe(302)
  expect(await sessions()).toEqual([])
  const other = await makeOffer(db)
  const foreign = await db.capacitySlot.create({
    data: { offerId: other.id, startsOn: on, endsOn: on, places: 1 },
  })
  expect((await company.post(calendar, { intent: 'remove', slot: foreign.id })).status).toBe(404)
})

test('nonsense is refused in words and changes nothing', async () => {
  const farAway = addDays(lastBookableDay(today), 30)
  const nonsense: readonly FormFields[] = [
    { intent: 'limits', perYear: '-1' },
    { intent: 'limits', perYear: '10', perMonth: '0' },
    { intent: 'series', from: 'gisteren', everyWeeks: '1', places: '1' },
    { intent: 'add', sessions: ['2027-99-99'], places: '1' },
    { intent: 'add', sessions: [farAway], places: '1' },
    { intent: 'nothing' },
  ]
  for (const fields of nonsense)
    expect((await company.post(calendar, fields)).status, JSON.stringify(fields)).toBe(422)
  expect(await events()).toEqual([])
})
