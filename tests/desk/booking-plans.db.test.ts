/** How a booking goes: two sides that write, one version, one mail a day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMPTY_PLAN } from '~/features/bookings/domain/plan'
import { bookingCalendar } from '~/features/bookings/queries/booking-calendar.server'
import { bookingPage } from '~/features/bookings/queries/booking-page.server'
import { mailBookingReminder, mailPlanChanged } from '~/features/bookings/reactions/send-booking-mails.server'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { savePlan } from '~/features/bookings/use-cases/save-plan.server'
import { tellOfPlans } from '~/features/bookings/use-cases/tell-of-plans.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())

async function booked() {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const offer = await desk.offer(5)
  const requestId = await desk.post(school)
  const [proposalId] = await desk.propose(school, requestId, offer.id)
  const [id] = await acceptProposal(desk.wiring, offer.actor, {
    id: proposalId as string,
    groups: [{ date: '2027-01-21', startTime: '10:00' }],
    dateOptions: [],
    text: null,
  })
  return { school: school.actor, company: offer.actor, id: id as string }
}

async function mailsOf(id: string) {
  const sent: OutgoingMail[] = []
  const needs = {
    ...desk.wiring,
    env: { ORIGIN: 'https://schakel.example', MAIL_FROM: 'Schakel <noreply@schakel.example>' },
    // why: what is sent is looked at here.
    mailer: { send: async (mail: OutgoingMail) => sent.push(mail) > 0 },
  }
  for (const event of await desk.db.outboxEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: 'asc' },
  })) {
    const told = { ...event, payload: event.payload as Record<string, string> }
    if (event.type === 'BookingPlanChanged') await mailPlanChanged(needs, told)
  }
  return sent.map(({ to, content }) => ({ to, text: content.text }))
}

const PROGRAMME = [
  { minutes: 10, what: 'Welkom' },
  { minutes: 90, what: 'Lassen' },
]

test('each keeps its own parts; of two who save at once one is refused; the other side hears once a day', async () => {
  const { id, school, company } = await booked()
  const save = (who: typeof school, version: number, over: object) =>
    savePlan(desk.wiring, who, { id, version, plan: { ...EMPTY_PLAN, ...over } })

  const both = await Promise.allSettled([
    save(school, 0, { goal: 'Weten wat lassen is', preparation: 'Niet van de school' }),
    save(company, 0, { preparation: 'Bekijk het filmpje', programme: PROGRAMME }),
  ])
  const refused = both.find((one) => one.status === 'rejected')
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(refused?.reason).toMatchObject({ code: 'booking.plan-changed' })
  const { plan: first } = await bookingPage(desk.db, school, { id, now: new Date() })
  // What is not of the side that was first was not kept.
  expect([first.goal, first.preparation].filter(Boolean)).toHaveLength(1)

  desk.setNow('2026-11-24T09:01:00Z')
  await save(school, 1, {
    goal: 'Weten wat lassen is',
    programme: PROGRAMME,
    vog: { asked: true, seenOn: '2026-11-20' },
  })
  desk.setNow('2026-11-24T09:02:00Z')
  await save(company, 2, { preparation: 'Bekijk het filmpje', programme: PROGRAMME })
  desk.setNow('2026-11-24T09:03:00Z')
  await save(company, 3, { preparation: 'Bekijk het filmpje twee keer', programme: PROGRAMME })
  await expect(save(school, 4, { vog: { asked: true, seenOn: '2026-11-25' } })).rejects.toMatchObject({
    code: 'booking.vog-in-future',
  })

  const mails = await mailsOf(id)
  expect(mails).toHaveLength(2)
  expect(new Set(mails.map(({ to }) => to)).size).toBe(2)
  expect(await tellOfPlans(desk.wiring)).toBe(0)
  desk.setNow('2026-11-25T09:00:00Z')
  expect(await tellOfPlans(desk.wiring)).toBeGreaterThan(0)
  expect(await tellOfPlans(desk.wiring)).toBe(0)
  expect((await mailsOf(id)).at(-1)?.text).toContain('Vooraf doen')

  const page = await bookingPage(desk.db, company, { id, now: new Date() })
  expect(page.plan).toMatchObject({ version: 4, goal: 'Weten wat lassen is', vog: { seenOn: '2026-11-20' } })
  expect(page.plan.vogSeenBy).not.toBeNull()
  expect(page.plan.changes.preparation?.by).toBe('company')
  const coordinator = await bookingPage(desk.db, desk.coordinator, { id, now: new Date() })
  expect(coordinator.plan.vog).toEqual({ asked: null, seenOn: null })
})

test('the programme stands in the calendar and in the reminder; what was cancelled is written no more', async () => {
  const { id, school, company } = await booked()
  const plan = { ...EMPTY_PLAN, programme: PROGRAMME, cost: 'De school betaalt de bus' }
  await savePlan(desk.wiring, company, { id, version: 0, plan })
  const needs = { ...desk.wiring, pageOf: (of: string) => of, organizer: 'noreply@schakel.example' }
  const file = (await bookingCalendar(needs, school, { id })).replace(/\r\n /g, '')
  expect(file).toContain('10.10–11.40 uur Lassen')
  expect(file).not.toContain('de bus')
  let reminder = ''
  await mailBookingReminder(
    {
      ...desk.wiring,
      env: { ORIGIN: 'https://schakel.example', MAIL_FROM: 'noreply@schakel.example' },
      // why: what is sent is looked at here.
      mailer: {
        async send(mail) {
          reminder = mail.content.text
          return true
        },
      },
    },
    { type: 'BookingReminderDue', subjectId: id, payload: { kind: 'day-before', day: '2027-01-21' } },
  )
  expect(reminder).toContain('10.00–10.10 uur  Welkom')
  await cancelBooking(desk.wiring, school, { id, reason: 'timetable', text: null })
  await expect(savePlan(desk.wiring, company, { id, version: 1, plan: EMPTY_PLAN })).rejects.toMatchObject({
    code: 'booking.is-cancelled',
  })
})
