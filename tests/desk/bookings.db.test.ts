import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  mailBookingCancelled,
  mailBookingDateSet,
  mailBookingMade,
  mailBookingReminder,
  mailBothEvaluated,
  mailEvaluationAsked,
} from '~/features/bookings/reactions/send-booking-mails.server'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { finishBooking } from '~/features/bookings/use-cases/finish-booking.server'
import { lapseBookings } from '~/features/bookings/use-cases/lapse-bookings.server'
import { remindOfBookings } from '~/features/bookings/use-cases/remind-of-bookings.server'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { evaluationPage } from '~/features/evaluations/queries/evaluation-page.server'
import { evaluateBooking } from '~/features/evaluations/use-cases/evaluate-booking.server'
import { evaluateByLink, openEvaluationLink } from '~/features/evaluations/use-cases/evaluate-by-link.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeBooking } from '../factories/booking'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())

async function booked(dates: readonly (string | null)[], dateOptions: readonly string[] = []) {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const offer = await desk.offer(5)
  const requestId = await desk.post(school, {}, dates.length)
  const [proposalId] = await desk.propose(school, requestId, offer.id)
  const ids = await acceptProposal(desk.wiring, offer.actor, {
    id: proposalId as string,
    groups: dates.map((date) => ({ date, startTime: date && '10:00' })),
    dateOptions,
    text: 'Tot dan.',
  })
  return { school, offer, requestId, ids, id: ids[0] as string }
}

/** Runs the mails of all events of these bookings in order; the mailer keeps one per reason, as the real one does. */
async function mailsOf(ids: readonly string[]): Promise<readonly OutgoingMail[]> {
  const sent = new Map<string, OutgoingMail>()
  const needs = {
    ...desk.wiring,
    env: { ORIGIN: 'https://schakel.example', MAIL_FROM: 'Schakel <noreply@schakel.example>' },
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: {
      async send(mail: OutgoingMail) {
        if (sent.has(mail.reason)) return false
        sent.set(mail.reason, mail)
        return true
      },
    },
  }
  const reactions = {
    BookingMade: mailBookingMade,
    BookingDateChosen: mailBookingDateSet,
    BookingMoved: mailBookingDateSet,
    BookingCancelled: mailBookingCancelled,
    BookingReminderDue: mailBookingReminder,
    BookingDone: mailEvaluationAsked,
    BookingEvaluated: mailBothEvaluated,
  }
  const events = await desk.db.outboxEvent.findMany({
    where: { subjectId: { in: [...ids] } },
    orderBy: { id: 'asc' },
  })
  for (const event of events) {
    const react = reactions[event.type as keyof typeof reactions]
    await react?.(needs, { ...event, payload: event.payload as Record<string, string> })
  }
  return [...sent.values()]
}

test('two groups of one acceptance are one mail per side, with both days in one calendar file', async () => {
  const { ids } = await booked(['2027-01-21', '2027-01-28'])
  const mails = await mailsOf(ids)
  expect(mails.map(({ template }) => template)).toEqual(['booking-made', 'booking-made'])
  expect(new Set(mails.map(({ to }) => to)).size).toBe(2)
  for (const { content, calendar } of mails) {
    expect(content.text).toContain('do 21 januari 2027, 10.00')
    expect(content.text).toContain('groep 2 van 2')
    expect(content.text).toContain(`https://schakel.example/bookings/${ids[0]}`)
    expect(calendar?.file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  }
})

test('each reads the mail in the own language', async () => {
  const { ids, school } = await booked(['2027-01-21'])
  await desk.db.user.update({ where: { id: school.actor.userId }, data: { locale: 'en' } })
  const subjects = (await mailsOf(ids)).map(({ locale, content }) => `${locale} ${content.subject}`)
  expect(subjects).toEqual([
    expect.stringMatching(/^en .* says yes: /),
    expect.stringMatching(/^nl Afspraak met /),
  ])
})

test('a day that was chosen, moved and cancelled is told to both, with the newer file each time', async () => {
  const { ids, id, school, offer } = await booked([null], ['2027-02-02', '2027-02-04'])
  const [toSchool, toCompany] = await mailsOf(ids)
  expect(toSchool?.content.text).toContain('Kies er uiterlijk di 8 dec een')
  expect(toCompany?.content.text).toContain('De school kiest uit: di 2 feb, do 4 feb')
  expect(toSchool?.calendar).toBeUndefined()

  await setDate(desk.wiring, school.actor, { id, date: '2027-02-04', startTime: null })
  const chosen = (await mailsOf(ids)).filter(({ template }) => template === 'booking-date')
  expect(chosen).toHaveLength(2)
  expect(chosen[0]?.calendar?.file).toContain('SEQUENCE:1')

  await setDate(desk.wiring, offer.actor, { id, date: '2027-02-09', startTime: '13:30' })
  const moved = (await mailsOf(ids)).filter(({ template }) => template === 'booking-date')
  // The mail of the first day, sent late, would be wrong: only the present day is told, once.
  expect(moved.map(({ content }) => content.text.includes('di 9 februari 2027, 13.30'))).toEqual([true, true])

  await cancelBooking(desk.wiring, offer.actor, { id, reason: 'illness', text: 'De monteur is ziek.' })
  const [told, ...others] = (await mailsOf(ids)).filter(({ template }) => template === 'booking-cancelled')
  expect(others).toHaveLength(1)
  expect(told?.content.text).toContain('> De monteur is ziek.')
  expect(told?.content.text).toContain('staat weer op de wachtlijst')
  expect(told?.calendar?.file).toContain('STATUS:CANCELLED')
  expect(told?.calendar?.method).toBe('CANCEL')
  expect(told?.calendar?.file).toContain('SEQUENCE:3')
})

test('both are reminded a week and a day before, the school is asked afterwards; each once', async () => {
  const { ids, id, school } = await booked(['2027-01-21'])
  const kindsAt = async (now: string) => {
    desk.setNow(now)
    await remindOfBookings(desk.wiring)
    await remindOfBookings(desk.wiring)
    return (await mailsOf(ids)).map(({ template }) => template).filter((name) => name !== 'booking-made')
  }
  expect(await kindsAt('2027-01-13T09:00:00Z')).toEqual([])
  const week = ['booking-week-before', 'booking-week-before']
  expect(await kindsAt('2027-01-14T09:00:00Z')).toEqual(week)
  const both = [...week, 'booking-day-before', 'booking-day-before']
  expect(await kindsAt('2027-01-20T09:00:00Z')).toEqual(both)
  expect(await kindsAt('2027-01-21T09:00:00Z')).toEqual(both)
  expect(await kindsAt('2027-01-22T09:00:00Z')).toEqual([...both, 'booking-how-was-it'])
  expect(await kindsAt('2027-01-29T09:00:00Z')).toEqual([
    ...both,
    'booking-how-was-it',
    'booking-how-was-it-again',
  ])
  await finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 24 })
  const events = await desk.db.outboxEvent.count({ where: { subjectId: id, type: 'BookingReminderDue' } })
  await remindOfBookings(desk.wiring)
  expect(await desk.db.outboxEvent.count({ where: { subjectId: id, type: 'BookingReminderDue' } })).toBe(
    events,
  )
})

test('nobody chooses: both are warned, then the booking ends and the group waits again', async () => {
  const { ids, id, requestId, offer } = await booked([null])
  const agreeBy = '2026-12-08'
  expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
    agreeBy: new Date(`${agreeBy}T00:00:00Z`),
  })
  desk.setNow('2026-12-03T09:00:00Z')
  await remindOfBookings(desk.wiring)
  const warned = (await mailsOf(ids)).filter(({ template }) => template === 'booking-choose-date')
  expect(warned).toHaveLength(2)

  desk.setNow('2026-12-08T22:30:00Z')
  expect(await lapseBookings(desk.wiring)).toBe(0)
  desk.setNow('2026-12-08T23:30:00Z')
  expect(await lapseBookings(desk.wiring)).toBeGreaterThan(0)
  expect(await lapseBookings(desk.wiring)).toBe(0)
  expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'system',
    cancelReason: 'no_date',
  })
  expect((await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId: offer.id } })).taken).toBe(0)
  expect(await desk.request(requestId)).toMatchObject({ state: 'waiting', waitingReason: 'unanswered' })
})

test('a day that cannot be is refused and changes nothing', async () => {
  const { id, school, offer } = await booked(['2027-01-21'])
  const before = await desk.db.booking.findUniqueOrThrow({ where: { id } })
  const move = (date: string) => setDate(desk.wiring, school.actor, { id, date, startTime: null })
  await expect(move('2026-11-23')).rejects.toMatchObject({ code: 'booking.date-passed' })
  await expect(move('2027-01-23')).rejects.toMatchObject({ code: 'booking.not-on-that-weekday' })
  await expect(move('2027-09-01')).rejects.toMatchObject({ code: 'booking.no-session-then' })
  await desk.wiring.transact(({ capacity }) => capacity.setSchoolYear(offer.id as never, '2027-2028', 0))
  await expect(move('2027-09-01')).rejects.toMatchObject({ code: 'booking.full-then' })
  await expect(
    setDate(desk.wiring, school.actor, { id, date: '2027-01-21', startTime: '10:00' }),
  ).rejects.toMatchObject({ code: 'booking.same-moment' })
  expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toEqual(before)
})

test('after its day a booking is told about, not cancelled; only the school counts the pupils', async () => {
  const { id, school, offer } = await booked(['2027-01-21'])
  desk.setNow('2027-01-22T09:00:00Z')
  await expect(
    cancelBooking(desk.wiring, school.actor, { id, reason: 'weather', text: null }),
  ).rejects.toMatchObject({ code: 'booking.day-is-over' })
  await expect(finishBooking(desk.wiring, offer.actor, { id, took: true, pupils: 25 })).rejects.toMatchObject(
    { code: 'booking.school-tells' },
  )
  await finishBooking(desk.wiring, offer.actor, { id, took: false, pupils: null })
  await finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 25 })
  expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'done',
    pupilsReached: 25,
  })
})

const SAID = { rating: 4, again: 'yes', goal: 'reached', fit: 'right', text: 'Fijne ochtend.' } as const

test('both say how it was; neither reads the other before both have spoken, and then it stays as it is', async () => {
  const { id, school, offer } = await booked(['2027-01-21'])
  const evaluate = (who: { readonly actor: Parameters<typeof evaluateBooking>[1] }, over: object = {}) =>
    evaluateBooking(desk.wiring, who.actor, { id, ...SAID, ...over })
  desk.setNow('2027-01-22T09:00:00Z')
  await expect(evaluate(school)).rejects.toMatchObject({ code: 'evaluation.not-yet' })
  await finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 24 })
  await expect(evaluate(await desk.school())).rejects.toMatchObject({ kind: 'not-found' })

  await evaluate(school)
  await evaluate(school, { rating: 5 })
  expect(await evaluationPage(desk.wiring, offer.actor, id)).toMatchObject({ own: null, others: 'hidden' })
  desk.setNow('2027-01-22T10:00:00Z')
  // What only a school can tell is not kept of a company.
  await evaluate(offer, { rating: 3, text: null })
  expect(await evaluationPage(desk.wiring, school.actor, id)).toMatchObject({
    own: { rating: 5, goal: 'reached', text: 'Fijne ochtend.' },
    others: { rating: 3, goal: null, fit: null, text: null },
    refusal: 'already-read',
  })
  await expect(evaluate(school)).rejects.toMatchObject({ code: 'evaluation.already-read' })

  const mails = (await mailsOf([id])).filter(({ template }) => template.startsWith('evaluation'))
  // The company has spoken by now: it is not asked any more, and the school hears that it can read.
  expect(mails.map(({ template }) => template)).toEqual(['evaluation-both'])
  expect(mails[0]?.content.text).toContain(`https://schakel.example/bookings/${id}/evaluation`)
})

test('the company is asked how it was as soon as the school has counted its pupils', async () => {
  const { id, school } = await booked(['2027-01-21'])
  desk.setNow('2027-01-22T09:00:00Z')
  await finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 24 })
  const [mail, ...more] = (await mailsOf([id])).filter(({ template }) => template === 'evaluation-asked')
  expect(mail?.content.text).toContain('met 24 leerlingen')
  expect(more).toEqual([])
})

test('by the link of the mail the school counts and answers once; another account, a used and a late link are refused', async () => {
  const { id, school, offer } = await booked(['2027-01-21'])
  desk.setNow('2027-01-22T09:00:00Z')
  await remindOfBookings(desk.wiring)
  const asked = (await mailsOf([id])).find(({ template }) => template === 'booking-how-was-it')
  const token = decodeURIComponent(/token=([^\s&]+)/.exec(asked?.content.text ?? '')?.[1] ?? '')
  const link = { token, signedInAs: null }
  for (let looks = 0; looks < 2; looks++)
    expect(await openEvaluationLink(desk.wiring, link)).toMatchObject({ bookingId: id, side: 'school' })
  const say = (over: object = {}) =>
    evaluateByLink(desk.wiring, { ...link, ...over }, { ...SAID, pupils: 23 })
  await expect(say({ signedInAs: offer.actor.userId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(say({ token: `${token}x` })).rejects.toMatchObject({ kind: 'gone' })
  const both = await Promise.allSettled([say(), say({ signedInAs: school.actor.userId })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(say()).rejects.toMatchObject({ kind: 'gone' })
  expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'done',
    pupilsReached: 23,
  })
  expect(await desk.db.evaluation.count({ where: { bookingId: id } })).toBe(1)

  const toCompany = (await mailsOf([id])).find(({ template }) => template === 'evaluation-asked')
  const theirs = decodeURIComponent(/token=([^\s&]+)/.exec(toCompany?.content.text ?? '')?.[1] ?? '')
  desk.setNow('2027-04-22T09:00:00Z')
  await expect(openEvaluationLink(desk.wiring, { token: theirs, signedInAs: null })).rejects.toMatchObject({
    kind: 'gone',
  })
})

test('three weeks after a lesson that was good the school is asked once whether it goes on, unless it has asked since', async () => {
  const finished = async () => {
    const { id, school } = await booked(['2027-01-21'])
    desk.setNow('2027-01-22T09:00:00Z')
    await finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 24 })
    await evaluateBooking(desk.wiring, school.actor, { id, ...SAID })
    return { id, school }
  }
  const [quiet, busy] = [await finished(), await finished()]
  desk.setNow('2027-02-01T09:00:00Z')
  await desk.post(busy.school, { topicIds: ['energie'] })
  desk.setNow('2027-02-11T09:00:00Z')
  for (let runs = 0; runs < 2; runs++) await remindOfBookings(desk.wiring)
  const kinds = async (id: string) => (await mailsOf([id])).map(({ template }) => template)
  expect((await kinds(quiet.id)).filter((kind) => kind === 'booking-follow-up')).toHaveLength(1)
  expect(await kinds(busy.id)).not.toContain('booking-follow-up')
})

test('cancelled by both at once it is cancelled once, and its place is given back once', async () => {
  const { id, school, offer } = await booked(['2027-01-21'])
  const cancel = (who: typeof school) =>
    cancelBooking(desk.wiring, who.actor, { id, reason: 'illness', text: null })
  const both = await Promise.allSettled([cancel(school), cancel(offer as unknown as typeof school)])
  const refused = both.find((one) => one.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'booking.is-cancelled' })
  expect(await desk.db.outboxEvent.count({ where: { subjectId: id, type: 'BookingCancelled' } })).toBe(1)
  expect((await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId: offer.id } })).taken).toBe(0)
  await expect(cancel(school)).rejects.toMatchObject({ code: 'booking.is-cancelled' })
})

test('around the change of the clock a reminder goes out on the day of Amsterdam', async () => {
  const { id } = await makeBooking(desk.db, { date: new Date('2027-11-01T00:00:00Z') })
  const kindsOf = async () =>
    (await desk.db.outboxEvent.findMany({ where: { subjectId: id, type: 'BookingReminderDue' } })).length
  // Half past eleven on the 30th, half past twelve on the 31st: the clock goes back in the night between.
  for (const [now, count] of [
    ['2027-10-30T21:30:00Z', 0],
    ['2027-10-30T22:30:00Z', 1],
    ['2027-10-31T22:30:00Z', 1],
  ] as const) {
    desk.setNow(now)
    await remindOfBookings(desk.wiring)
    expect(await kindsOf()).toBe(count)
  }
})
