/** What becomes of a letter to a user, on real PostgreSQL and a clock that is set. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseEnv } from '~/platform/env/env.server'
import { renderLetter } from '~/platform/mail/letter.server'
import { makeMailStore } from '~/platform/mail/mail-store.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeUser } from '../../../tests/factories/user'
import { testDatabase } from '../../../tests/setup/database'
import type { Delivery, Kind } from './domain/kinds'
import { mailNotificationDigest } from './reactions/mail-digest.server'
import { tellUsers } from './reactions/tell-users.server'
import { chooseDelivery, stopByLink } from './use-cases/choose-delivery.server'
import { askNotificationDigests } from './use-cases/keep-notifications.server'
import { sendPostponed } from './use-cases/send-postponed.server'

const ORIGIN = 'https://schakel.example'
let wiring: Wiring
/** A Tuesday at eleven in the evening in Amsterdam. */
let now = new Date('2026-12-01T22:00:00Z')
let out: OutgoingMail[] = []
const post = {
  // As the mailer: each reason once.
  send: async (mail: OutgoingMail) => {
    if (out.some(({ reason }) => reason === mail.reason)) return false
    out.push(mail)
    return true
  },
  close: async () => {},
}
const env = { ORIGIN }
const door = () => tellUsers({ ...wiring, post, mailer: post, env } as Parameters<typeof tellUsers>[0])

beforeAll(async () => {
  const { url } = await testDatabase()
  const settings = {
    APP_ENV: 'test',
    DATABASE_URL: url,
    SECRET: 'a secret of at least thirty-two characters',
  }
  wiring = makeWiring(parseEnv({ ...settings, LOG_LEVEL: 'silent' }), { clock: { now: () => now } })
})
afterAll(() => wiring.close())

async function reader(mail: Partial<Record<Kind, Delivery>> = {}, hours: [string, string] | null = null) {
  out = []
  const user = await makeUser(wiring.db)
  const quiet = { hours: hours && { from: hours[0], until: hours[1] }, weekends: false }
  await chooseDelivery(wiring, makeActor({ userId: user.id }), { chosen: mail, quiet })
  return user
}

function letterTo(to: string, template: string, reason = `${template} 1`): OutgoingMail {
  const content = renderLetter({
    locale: 'nl',
    subject: 'Een school vraagt een les',
    preview: 'Robots in de klas',
    heading: 'Vraag',
    blocks: [
      { kind: 'button', label: 'Ja', href: `${ORIGIN}/answer/proposal?token=x` },
      { kind: 'link', label: 'Bekijk', href: `${ORIGIN}/inbox` },
    ],
    footer: 'Omdat je daar werkt.',
  })
  return { reason: `${reason} ${to}`, template, to, locale: 'nl', content }
}
const told = (userId: string) => wiring.db.notification.findMany({ where: { userId } })

test('a letter goes out at once with a link that ends such mails, and is told in the page once', async () => {
  const user = await reader()
  const mail = letterTo(user.email, 'proposal-declined')
  expect(await door().send(mail)).toBe(true)
  expect(await door().send(mail)).toBe(false)
  expect(await told(user.id)).toMatchObject([
    { kind: 'answer', title: mail.content.subject, path: '/inbox', delivery: 'now', readAt: null },
  ])
  const [sent] = out
  expect(sent?.content.text).toContain(`${ORIGIN}/account/notifications`)
  expect(sent?.content.html).toContain('/notifications/stop?token=')
  // Ending by the link of the mail, twice as mail programs do; afterwards it is told in the page only.
  const token = new URL(sent?.unsubscribeUrl ?? '').searchParams.get('token') ?? ''
  await stopByLink(wiring, token)
  await stopByLink(wiring, token)
  expect(await door().send(letterTo(user.email, 'proposal-expired'))).toBe(false)
  expect((await told(user.id)).map(({ delivery }) => delivery).sort()).toEqual(['now', 'off'])
  expect(out).toHaveLength(1)
  await expect(stopByLink(wiring, `${token}x`)).rejects.toThrow('notification.link-gone')
})

test('a letter of no kind, or to nobody with an account, goes out as it is', async () => {
  const user = await reader()
  for (const mail of [letterTo(user.email, 'confirm-email'), letterTo('x@schakel.example', 'hold-offered')]) {
    await door().send(mail)
    expect(out.at(-1)).toEqual(mail)
  }
  expect(await told(user.id)).toEqual([])
})

test('in quiet hours a letter waits for their end, one with a deadline does not; two workers send it once', async () => {
  const user = await reader({}, ['22:00', '07:00'])
  await door().send(letterTo(user.email, 'hold-offered'))
  expect(out).toHaveLength(1)
  expect(out[0]?.unsubscribeUrl).toBeUndefined()
  const masked = { name: 'Anna', address: 'c+1@antwoord.schakel.example' }
  const thread = ['<root@schakel.example>']
  expect(await door().send({ ...letterTo(user.email, 'message'), masked, thread })).toBe(false)
  expect(await told(user.id)).toHaveLength(2)
  expect(await sendPostponed({ ...wiring, post })).toBe(0)
  now = new Date('2026-12-02T06:00:00Z')
  const sent = await Promise.all([sendPostponed({ ...wiring, post }), sendPostponed({ ...wiring, post })])
  expect(sent[0] + sent[1]).toBe(1)
  expect(out.at(-1)?.content.subject).toBe('Een school vraagt een les')
  expect(out.at(-1)).toMatchObject({ masked, thread })
  expect(await wiring.db.postponedMail.count()).toBe(0)
})

test('a digest holds what came since the last one, comes once, and not when all of it was read', async () => {
  const user = await reader({ answer: 'daily', offered: 'weekly' })
  now = new Date('2026-12-02T10:00:00Z')
  await door().send(letterTo(user.email, 'proposal-declined', 'a'))
  await door().send(letterTo(user.email, 'proposal-expired', 'b'))
  await door().send(letterTo(user.email, 'proposal-offered', 'c'))
  expect(out).toEqual([])
  expect(await askNotificationDigests(wiring)).toBe(0)
  now = new Date('2026-12-03T06:30:00Z')
  expect(await askNotificationDigests(wiring)).toBe(1)
  expect(await askNotificationDigests(wiring)).toBe(0)
  const due = await wiring.db.outboxEvent.findFirstOrThrow({ where: { subjectId: user.id } })
  const event = { ...due, payload: due.payload as Record<string, string> }
  await mailNotificationDigest({ ...wiring, mailer: door(), env }, event)
  await mailNotificationDigest({ ...wiring, mailer: door(), env }, event)
  expect(out.map(({ content }) => content.subject)).toEqual(['2 meldingen van Schakel'])
  expect(out[0]?.unsubscribeUrl).toContain('/notifications/stop?token=')

  await wiring.db.notification.updateMany({ where: { userId: user.id }, data: { readAt: now } })
  now = new Date('2026-12-07T06:30:00Z')
  expect(await askNotificationDigests(wiring)).toBe(1)
  const weekly = await wiring.db.outboxEvent.findFirstOrThrow({
    where: { subjectId: user.id, id: { gt: due.id } },
  })
  await mailNotificationDigest(
    { ...wiring, mailer: door(), env },
    { ...weekly, payload: weekly.payload as Record<string, string> },
  )
  expect(out).toHaveLength(1)
})

test('a mail that came back is counted once, by its Message-ID, and its address is no word of the row', async () => {
  const user = await reader()
  const messageId = 'abc@schakel.example'
  const mails = makeMailStore(wiring.db)
  const mail = { reason: 'bounce', template: 't', locale: 'nl', recipient: user.email, messageId }
  await mails.keep(mail, now)
  await mails.markSent('bounce', user.email, now)
  const bounced = (id: string) => wiring.transact(({ mailTroubles }) => mailTroubles.bounced(id, now))
  expect(await bounced(`<${messageId}>`)).toBe(true)
  expect(await bounced(messageId)).toBe(false)
  expect(await bounced('<not-ours@example.org>')).toBe(false)
  const [trouble] = await wiring.db.mailTrouble.findMany()
  expect(trouble).toMatchObject({ cause: 'bounced', mails: 1 })
  expect(JSON.stringify(trouble)).not.toContain(user.email)
  // That the server takes the next one says nothing: it took this one as well.
  await mails.markSent('bounce', user.email, now)
  expect(await wiring.db.mailTrouble.count()).toBe(1)
})
