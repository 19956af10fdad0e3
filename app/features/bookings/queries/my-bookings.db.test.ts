import { expect, test } from 'vitest'
import { makeActor } from '../../../../tests/factories/actor'
import { makeBooking } from '../../../../tests/factories/booking'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { testDatabase } from '../../../../tests/setup/database'
import { bookingPage } from './booking-page.server'
import { myBookings } from './my-bookings.server'

test('what needs a day comes first, then what nobody told about, then by day', async () => {
  const { db } = await testDatabase()
  const branch = await makeSchoolBranch(db)
  const book = (facts: object) => makeBooking(db, { branchId: branch.id, ...facts })
  const later = await book({})
  const past = await book({ date: new Date('2026-10-01') })
  const open = await book({ date: null, startTime: null, agreeBy: new Date('2026-12-08') })
  const actor = makeActor({ schools: { [branch.id]: 'lead' } })
  const today = '2026-11-24'
  const { rows, counts } = await myBookings(db, actor, { today, isPast: false, page: 1 })
  expect(rows.map(({ id }) => id)).toEqual([open.id, past.id, later.id])
  expect(counts).toEqual({ now: 3, past: 0 })
  const page = await bookingPage(db, actor, { id: later.id, now: new Date('2026-11-24T09:00:00Z') })
  expect(page).toMatchObject({ side: 'school', stage: 'to-come', mayChange: true, date: '2027-01-21' })
})
