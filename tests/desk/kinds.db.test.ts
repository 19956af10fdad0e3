/** From the question to the evaluation, by the links of the mails alone, for each kind of offer that takes a place. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { remindOfBookings } from '~/features/bookings/use-cases/remind-of-bookings.server'
import { evaluateByLink } from '~/features/evaluations/use-cases/evaluate-by-link.server'
import { answerByLink } from '~/features/proposals/use-cases/answer-by-link.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { reactionOf, subscribersOf } from '~/reactions.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Runs what mails on every event there is, in order. @returns the text of the last mail of that template. */
async function mailed(template: string): Promise<string> {
  const sent: OutgoingMail[] = []
  // why: what is sent is read here, as its reader would.
  const mailer = { ...desk.wiring.mailer, send: async (mail: OutgoingMail) => sent.push(mail) > 0 }
  const events = await desk.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })
  for (const event of events as unknown as StoredEvent[])
    for (const name of subscribersOf(event.type).filter((each) => each.startsWith('mail')))
      await reactionOf(event.type, name)?.({ ...desk.wiring, mailer }, event)
  return sent.filter((mail) => mail.template === template).at(-1)?.content.text ?? ''
}
const tokenIn = (text: string, path: string) =>
  decodeURIComponent(new RegExp(`${path}\\?token=([^\\s&]+)`).exec(text)?.[1] ?? '')

test.each([
  ['a guest lesson at school', 'guest-lesson', 'guest_lesson', 'at_school', 'op school in'],
  ['an excursion', 'excursion', 'excursion', 'at_company', 'bij het bedrijf in'],
  ['lesson material on loan', 'lesson-material', 'lesson_material', 'at_school', 'op school in'],
  ['a lesson online', 'guest-lesson', 'guest_lesson', 'online', 'online'],
] as const)('%s', async (_name, kind, column, location, place) => {
  await desk.db.$executeRaw`TRUNCATE outbox_event CASCADE`
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const offer = await desk.offer(3, { kind: column, location })
  const requestId = await desk.post(school, { kinds: [kind] })
  await desk.propose(school, requestId, offer.id)

  const asked = await mailed('proposal-new')
  await answerByLink(desk.wiring, tokenIn(asked, '/answer/proposal'), {
    kind: 'accept',
    groups: [{ date: '2027-01-21', startTime: '10:00' }],
    dateOptions: [],
    text: 'Tot dan.',
    isSure: true,
  })
  expect((await desk.request(requestId)).state).toBe('booked')
  expect(await mailed('booking-made')).toContain(place)

  desk.setNow('2027-01-22T09:00:00Z')
  await remindOfBookings(desk.wiring)
  const told = await mailed('booking-how-was-it')
  const link = { token: tokenIn(told, '/answer/evaluation'), signedInAs: null }
  const said = { rating: 5, again: 'yes', goal: null, fit: null, text: null } as const
  await evaluateByLink(desk.wiring, link, { ...said, pupils: 24 })
  const company = { token: tokenIn(await mailed('evaluation-asked'), '/answer/evaluation'), signedInAs: null }
  await evaluateByLink(desk.wiring, company, { ...said, rating: 4, pupils: null })
  expect(await mailed('evaluation-both')).toContain('/evaluation')
  expect((await desk.request(requestId)).state).toBe('done')
})
