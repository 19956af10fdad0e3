/** What the one function of the database says is open: the promise behind search, ranking, clearing, booking and calendar. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeOffer } from '../../../tests/factories/offer'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeRequest } from '../../../tests/factories/request'
import { makeSchoolBranch } from '../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'

let database: TestDatabase
let organisationId: string
const day = (text: string) => new Date(`${text}T00:00:00Z`)

beforeAll(async () => {
  database = await testDatabase()
  organisationId = (await makeOrganisation(database.db)).id
})
beforeEach(async () => {
  const { db } = database
  await db.$executeRaw`TRUNCATE capacity_month, blackout, place_claim, capacity_slot, school_holiday, public_holiday CASCADE`
})

type Facts = NonNullable<Parameters<typeof makeOffer>[1]> & { places?: number }

/** An offer with the places of the school year 2026-2027. */
async function yearly({ places = 10, ...facts }: Facts = {}) {
  const offer = await makeOffer(database.db, { organisationId, ...facts })
  const span = { startsOn: day('2026-08-01'), endsOn: day('2027-07-31') }
  const slot = await database.db.capacitySlot.create({ data: { offerId: offer.id, ...span, places } })
  return { id: offer.id, slotId: slot.id }
}

async function open(offerId: string, from: string, until: string, anyDay = false) {
  const rows = await database.db.$queryRaw<{ first: string | null; open: number }[]>`
    SELECT first_day::text AS first, open
    FROM open_slots(${from}::date, ${until}::date, ARRAY[${offerId}::uuid], ${anyDay})`
  return rows.map(({ first, open }) => [first, open])
}

async function book(slotId: string, on: string, count: number) {
  const branch = await makeSchoolBranch(database.db)
  const request = await makeRequest(database.db, { branchId: branch.id, groups: count })
  for (const { id: groupId } of request.groups)
    await database.db.placeClaim.create({ data: { slotId, groupId, day: day(on) } })
}

test('counts what overlaps the days, from the first day on which a lesson can be', async () => {
  const { id } = await yearly()
  expect(await open(id, '2026-11-28', '2026-12-31')).toEqual([['2026-11-30', 10]])
  expect(await open(id, '2027-08-01', '2027-12-31')).toEqual([[null, 0]])
  expect(await open(id, '2026-11-28', '2026-11-29')).toEqual([[null, 0]])
  expect(await open(id, '2026-11-28', '2026-11-29', true)).toEqual([['2026-11-28', 10]])
})

test('an offer that is given on Thursdays has nothing in a week without one', async () => {
  const { id } = await yearly({ weekdays: [4] })
  expect(await open(id, '2026-11-30', '2026-12-02')).toEqual([[null, 0]])
  expect(await open(id, '2026-11-30', '2026-12-04')).toEqual([['2026-12-03', 10]])
})

test('a month gives what its limit leaves, and a year no more than it has', async () => {
  const { id, slotId } = await yearly({ sessionsPerMonth: 4 })
  expect(await open(id, '2027-01-01', '2027-01-31')).toEqual([['2027-01-01', 4]])
  await book(slotId, '2027-01-19', 4)
  expect(await open(id, '2027-01-01', '2027-01-31')).toEqual([[null, 0]])
  expect(await open(id, '2027-01-25', '2027-02-05')).toEqual([['2027-02-01', 4]])
  expect(await open(id, '2027-01-01', '2027-07-31')).toEqual([['2027-02-01', 6]])
})

test('holidays of the region are closed, unless the offer is given then; public holidays too', async () => {
  const { db } = database
  const { holidayRegion: region } = await db.municipality.findFirstOrThrow({
    where: { organisations: { some: { id: organisationId } } },
  })
  const [startsOn, endsOn] = [day('2027-02-20'), day('2027-02-28')]
  await db.schoolHoliday.create({
    data: { schoolYear: '2026-2027', type: 'voorjaarsvakantie', region, startsOn, endsOn, compulsory: false },
  })
  await db.publicHoliday.create({ data: { date: day('2027-03-29'), name: 'Tweede paasdag' } })
  const [closed, given] = [await yearly(), await yearly({ openInHolidays: true })]
  expect(await open(closed.id, '2027-02-22', '2027-02-26')).toEqual([[null, 0]])
  expect(await open(given.id, '2027-02-22', '2027-02-26')).toEqual([['2027-02-22', 10]])
  expect(await open(closed.id, '2027-03-29', '2027-03-30')).toEqual([['2027-03-30', 10]])
})

test('a blackout of the company closes all its offers, one of an offer only that; a dated session has its own day', async () => {
  const { db } = database
  const [one, other] = [await yearly(), await yearly()]
  const on = day('2027-01-16')
  await db.capacitySlot.create({ data: { offerId: one.id, startsOn: on, endsOn: on, places: 2 } })
  const week = { startsOn: day('2027-01-11'), endsOn: day('2027-01-17') }
  // A Saturday, which the places of a year do not have.
  expect(await open(one.id, '2027-01-16', '2027-01-16')).toEqual(
    expect.arrayContaining([
      [null, 0],
      ['2027-01-16', 2],
    ]),
  )
  const { id } = await db.blackout.create({ data: { organisationId, offerId: one.id, ...week } })
  expect(await open(one.id, '2027-01-11', '2027-01-17')).toEqual([
    [null, 0],
    [null, 0],
  ])
  expect(await open(other.id, '2027-01-11', '2027-01-17')).toEqual([['2027-01-11', 10]])
  await db.blackout.update({ where: { id }, data: { offerId: null } })
  expect(await open(other.id, '2027-01-11', '2027-01-17')).toEqual([[null, 0]])
})

test('what has no slots is not said to be full: it is not among them', async () => {
  const offer = await makeOffer(database.db, { organisationId })
  expect(await open(offer.id, '2027-01-01', '2027-01-31')).toEqual([])
})
