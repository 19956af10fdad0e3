/** The address at which a calendar program reads one user's bookings. */
import { expect, test } from 'vitest'
import { addDays, calendarDateOf } from '~/kernel/calendar'
import { makeBooking } from '../factories/booking'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })
const { db } = app.database

test('is made, shown once, read without signing in, and opens nothing after a new one or the end', async () => {
  const organisation = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  const offer = await makeOffer(db, { organisationId: organisation.id })
  const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const teacher = await app.signIn(await makeTeacher(db, branch.id))
  const date = new Date(`${addDays(calendarDateOf(new Date()), 9)}T00:00:00Z`)
  const mine = await makeBooking(db, { offerId: offer.id, branchId: branch.id, date })
  const other = await makeBooking(db, { offerId: offer.id, date })

  const pathIn = (html: string) => /\/calendar\/[\w-]{32}\.ics/.exec(html)?.[0] ?? ''
  const made = await teacher.submit('/bookings/calendar', { intent: 'make' })
  const first = pathIn(made.text)
  expect(first).not.toBe('')
  expect((await teacher.get('/bookings/calendar')).text).not.toContain('.ics')

  const program = app.client()
  const read = await program.get(first)
  expect(read.status).toBe(200)
  expect(read.text).toContain(`UID:booking-${mine.id}@schakel`)
  expect(read.text).not.toContain(other.id)
  expect(await db.calendarFeed.count({ where: { tokenHash: first.slice(10, -4) } })).toBe(0)

  const second = pathIn((await teacher.submit('/bookings/calendar', { intent: 'make' })).text)
  expect((await program.get(first)).status).toBe(404)
  expect((await program.get(second)).status).toBe(200)
  await teacher.submit('/bookings/calendar', { intent: 'end' })
  expect((await program.get(second)).status).toBe(404)
  expect((await program.get('/calendar/x.ics')).status).toBe(404)
  expect((await program.get('/bookings/calendar')).location).toContain('/sign-in')
  expect((await teacher.post('/bookings/calendar', { intent: 'other' })).status).toBe(422)
})
