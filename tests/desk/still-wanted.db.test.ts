/** A school on the waiting list is asked every two months; the links of the mails answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailStillWanted } from '~/features/requests/reactions/mail-still-wanted.server'
import {
  answerStillWantedByLink,
  keepWaiting,
  openStillWantedLink,
} from '~/features/requests/use-cases/answer-still-wanted.server'
import { askStillWanted } from '~/features/requests/use-cases/ask-still-wanted.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { expireRequests } from '~/features/requests/use-cases/expire-requests.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.db.supportRequest.updateMany({
    data: {
      state: 'expired',
      waitingSince: null,
      waitingReason: null,
      stillAsked: 0,
      stillAskedOn: null,
      stillAnswerBy: null,
    },
  })
  await desk.db.outboxEvent.deleteMany()
})

/** Posted on Tuesday 24 November 2026; nothing fits, so it waits. Two months on is Sunday 24 January. */
async function waiting(groups = 1) {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const id = await desk.post(school, { topicIds: ['chemie'] }, groups)
  if ((await desk.request(id)).state !== 'waiting')
    await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  return { school, id }
}

async function mailsOf(id: string): Promise<readonly OutgoingMail[]> {
  const sent: OutgoingMail[] = []
  const needs = {
    ...desk.wiring,
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: { send: async (mail: OutgoingMail) => sent.push(mail) > 0 },
  }
  const events = await desk.db.outboxEvent.findMany({ where: { subjectId: id, type: 'StillWantedAsked' } })
  for (const event of events.slice(-1))
    await mailStillWanted(needs, { ...event, payload: event.payload as Record<string, string> })
  return sent
}

async function tokenOf(id: string): Promise<string> {
  const [mail] = await mailsOf(id)
  const token = /\/answer\/still-wanted\?token=([\w.-]+)/.exec(mail?.content.text ?? '')?.[1]
  expect(token).toBeDefined()
  return token ?? ''
}

const askAt = (iso: string) => {
  desk.setNow(iso)
  return askStillWanted(desk.wiring)
}

describe('the clock', () => {
  test('asks after two months on a school day, once however often it runs', async () => {
    const { id } = await waiting()
    expect(await askAt('2027-01-22T08:15:00Z')).toEqual({ asked: 0, ended: 0 })
    expect(await askAt('2027-01-24T08:15:00Z')).toEqual({ asked: 0, ended: 0 })
    const both = await Promise.all([askAt('2027-01-25T08:15:00Z'), askStillWanted(desk.wiring)])
    expect(both.map(({ asked }) => asked).sort()).toEqual([0, 1])
    expect(await askAt('2027-01-26T08:15:00Z')).toEqual({ asked: 0, ended: 0 })
    expect(await desk.request(id)).toMatchObject({ state: 'waiting', stillAsked: 1, stillAnswerBy: null })
    const [mail] = await mailsOf(id)
    expect(mail).toMatchObject({ template: 'still-wanted', locale: 'nl' })
    expect(mail?.content.subject).toBe('Zoeken jullie nog: Een les over robots?')
  })

  test('ends it only when two mails stay unanswered, and holidays of the region do not count', async () => {
    const { id } = await waiting()
    await askAt('2027-01-25T08:15:00Z')
    expect(await askAt('2027-03-26T08:15:00Z')).toEqual({ asked: 0, ended: 0 })
    // Two months later is Saturday 27 March; Monday is Easter Monday.
    expect(await askAt('2027-03-29T07:15:00Z')).toEqual({ asked: 0, ended: 0 })
    expect(await askAt('2027-03-30T07:15:00Z')).toEqual({ asked: 1, ended: 0 })
    const { stillAnswerBy } = await desk.request(id)
    expect(stillAnswerBy?.toISOString().slice(0, 10)).toBe('2027-04-13')
    expect((await mailsOf(id))[0]?.content.text).toContain('13 april')
    expect(await askAt('2027-04-13T07:15:00Z')).toEqual({ asked: 0, ended: 0 })
    expect(await askAt('2027-04-14T07:15:00Z')).toEqual({ asked: 0, ended: 1 })
    expect(await desk.request(id)).toMatchObject({ state: 'expired', stillAsked: 0, waitingSince: null })
    expect(await desk.events()).toContain('RequestExpired')
  })

  test('the clock of open requests leaves who waits alone', async () => {
    const { id } = await waiting()
    desk.setNow('2027-06-01T08:00:00Z')
    await expireRequests(desk.wiring)
    expect((await desk.request(id)).state).toBe('waiting')
  })
})

describe('the link of the mail', () => {
  test('yes keeps the place on the list, works once, and asks again after two months', async () => {
    const { id } = await waiting()
    await askAt('2027-01-25T08:15:00Z')
    const token = await tokenOf(id)
    expect(await openStillWantedLink(desk.wiring, token)).toBe(id)
    const { waitingSince } = await desk.request(id)
    await answerStillWantedByLink(desk.wiring, { token, yes: true })
    expect(await desk.request(id)).toMatchObject({ state: 'waiting', stillAsked: 0, waitingSince })
    await expect(openStillWantedLink(desk.wiring, token)).rejects.toMatchObject({ code: 'request.link-gone' })
    await expect(answerStillWantedByLink(desk.wiring, { token, yes: false })).rejects.toMatchObject({
      kind: 'gone',
    })
    expect((await desk.request(id)).state).toBe('waiting')
    expect(await askAt('2027-03-26T08:15:00Z')).toEqual({ asked: 0, ended: 0 })
    expect(await askAt('2027-03-30T07:15:00Z')).toEqual({ asked: 1, ended: 0 })
    expect(await desk.request(id)).toMatchObject({ stillAsked: 1 })
  })

  test('no withdraws it', async () => {
    const { id } = await waiting()
    await askAt('2027-01-25T08:15:00Z')
    await answerStillWantedByLink(desk.wiring, { token: await tokenOf(id), yes: false })
    expect(await desk.request(id)).toMatchObject({ state: 'withdrawn', stillAsked: 0, waitingSince: null })
  })

  test('what no longer waits is not kept, and the link stays good', async () => {
    const { id, school } = await waiting()
    await askAt('2027-01-25T08:15:00Z')
    const token = await tokenOf(id)
    await askWaitingList(desk.wiring, school.actor, { id, wait: false })
    await expect(answerStillWantedByLink(desk.wiring, { token, yes: true })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await openStillWantedLink(desk.wiring, token)).toBe(id)
  })

  test('a link of another kind, a forged and a late one open nothing', async () => {
    const { id } = await waiting()
    await askAt('2027-01-25T08:15:00Z')
    const token = await tokenOf(id)
    for (const wrong of ['', 'x', `${token}x`, null])
      await expect(openStillWantedLink(desk.wiring, wrong)).rejects.toMatchObject({ kind: 'gone' })
    desk.setNow('2027-04-20T08:00:00Z')
    await expect(openStillWantedLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
  })
})

test('signed in, only its own school answers', async () => {
  const { id, school } = await waiting()
  await askAt('2027-01-25T08:15:00Z')
  const stranger = await desk.school()
  await expect(keepWaiting(desk.wiring, stranger.actor, id)).rejects.toMatchObject({ kind: 'not-found' })
  expect((await desk.request(id)).stillAsked).toBe(1)
  await keepWaiting(desk.wiring, school.actor, id)
  expect((await desk.request(id)).stillAsked).toBe(0)
})
