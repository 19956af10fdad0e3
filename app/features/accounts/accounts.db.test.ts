/** From the form to the mailbox and back, on real PostgreSQL. The clock is ours. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEnv } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeLog } from '~/platform/log/log.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { reactionOf } from '~/reactions.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { atTheEnd } from '../../../tests/setup/at-the-end'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { linkState } from './queries/link-state.server'
import { askReset } from './use-cases/ask-reset.server'
import { changePassword } from './use-cases/change-password.server'
import { confirmEmail } from './use-cases/confirm-email.server'
import { resetPassword } from './use-cases/reset-password.server'
import { signIn } from './use-cases/sign-in.server'
import { signUp } from './use-cases/sign-up.server'

const START = new Date('2026-11-25T09:00:00Z')
const HOUR = 3_600_000
const PASSWORD = 'vier losse woorden samen'
const OTHER = 'rain falls on green roofs'
const email = 'noor@schakel.example'
let database: TestDatabase
let wiring: Wiring
let now = START
let mails: OutgoingMail[] = []

beforeAll(async () => {
  installLocale()
  database = await testDatabase()
  const env = parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    SECRET: 'a secret of tests, long enough to be one',
    ORIGIN: 'https://schakel.example',
  })
  const made = makeWiring(env, { clock: { now: () => now }, log: makeLog('silent', 'test') })
  atTheEnd(() => made.close())
  wiring = {
    ...made,
    mailer: {
      close: async () => {},
      send: async (mail) => {
        mails.push(mail)
        return true
      },
    },
  }
})

beforeEach(async () => {
  now = START
  mails = []
  await database.pool.query(
    'TRUNCATE app_user, one_use_link, outbox_event, outbox_receipt, rate_limit CASCADE',
  )
})

/** Does what the worker does with every event since the last time. */
async function work(): Promise<void> {
  const events = await database.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })
  const names = ['mail-confirmation', 'mail-already-has-account', 'mail-reset', 'mail-password-changed']
  for (const row of events)
    for (const name of names)
      await reactionOf(row.type, name)?.(wiring, { ...row, occurredAt: now, payload: row.payload as never })
  await database.db.outboxEvent.deleteMany()
}
const tokenOf = (mail: OutgoingMail | undefined) =>
  /token=([\w.-]+)/.exec(mail?.content.text ?? '')?.[1] ?? 'no token'
const newcomer = { name: 'Noor', email, password: PASSWORD, audience: 'company', locale: 'en' } as const
const from = { clientAddress: '192.0.2.1', isProven: true }
const tryIn = (password: string) => signIn(wiring, { email, password, ...from, knownBrowser: null })

test('a newcomer gets one mail in the own language, whose link works once and tells what comes next', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  const [event] = await database.db.outboxEvent.findMany()
  expect(event).toMatchObject({ type: 'SignedUp', payload: { audience: 'company' } })
  await work()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ to: email, locale: 'en', template: 'confirm-email' })
  expect(mails[0]?.content.subject).toBe('Confirm your e-mail address')
  expect(mails[0]?.reason).not.toContain('@')
  const token = tokenOf(mails[0])
  expect(mails[0]?.content.text).toContain(`https://schakel.example/verify-email?token=${token}`)
  expect(JSON.stringify(await database.db.oneUseLink.findMany())).not.toContain(token)
  expect(await linkState(wiring, 'verify-email', token)).toBe('open')
  expect(await linkState(wiring, 'reset-password', token)).toBe('gone')
  expect(await confirmEmail(wiring, { token })).toEqual({ audience: 'company' })
  expect(await linkState(wiring, 'verify-email', token)).toBe('done')
  await expect(confirmEmail(wiring, { token })).rejects.toMatchObject({ kind: 'gone' })
  expect(await database.db.user.findUnique({ where: { email } })).toMatchObject({ emailVerifiedAt: START })
})

test('a reaction that runs twice sends the same link', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  const row = await database.db.outboxEvent.findFirstOrThrow()
  const event = { ...row, occurredAt: START, payload: {} }
  for (let time = 0; time < 2; time++) await reactionOf('SignedUp', 'mail-confirmation')?.(wiring, event)
  expect(new Set(mails.map(tokenOf)).size).toBe(1)
  expect(new Set(mails.map(({ reason }) => reason)).size).toBe(1)
  expect(await database.db.oneUseLink.count()).toBe(1)
})

test('a link that is too old, or for another address by now, opens nothing', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  await work()
  const token = tokenOf(mails[0])
  now = new Date(START.getTime() + 72 * HOUR)
  expect(await linkState(wiring, 'verify-email', token)).toBe('gone')
  await expect(confirmEmail(wiring, { token })).rejects.toMatchObject({ code: 'account.link-gone' })
  now = START
  await database.db.user.updateMany({ data: { email: 'anders@schakel.example' } })
  await expect(confirmEmail(wiring, { token })).rejects.toMatchObject({ code: 'account.link-gone' })
  // Refused, so it is not used up either.
  expect(await database.db.oneUseLink.count({ where: { usedAt: null } })).toBe(1)
})

test('the owner of a known address is told by mail; who missed the mail gets another after a while', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  await work()
  await signUp(wiring, { ...newcomer, ...from, password: OTHER })
  await work()
  expect(mails.map(({ template }) => template)).toEqual(['confirm-email', 'already-has-account'])
  expect(mails[1]?.content.text).not.toContain('token=')
  await signUp(wiring, { ...newcomer, ...from })
  now = new Date(START.getTime() + HOUR)
  await database.pool.query('TRUNCATE rate_limit')
  await signUp(wiring, { ...newcomer, ...from })
  await work()
  expect(mails.map(({ template }) => template).slice(2)).toEqual(['confirm-email'])
  await expect(tryIn(OTHER)).rejects.toMatchObject({ code: 'account.wrong-credentials' })
})

test('a reset ends every session, confirms the address, and makes the other links useless', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  const userId = await tryIn(PASSWORD)
  for (const id of ['one', 'two'])
    await database.db.session.create({ data: { id, userId, expiresAt: new Date(START.getTime() + HOUR) } })
  await work()
  for (let time = 0; time < 2; time++) await askReset(wiring, { email, ...from })
  await work()
  const [first, second] = mails.slice(1).map(tokenOf)
  expect(first).not.toBe(second)
  await expect(resetPassword(wiring, { token: first!, password: 'password2026' })).rejects.toMatchObject({
    code: 'account.password-simple',
  })
  expect(await resetPassword(wiring, { token: first!, password: OTHER })).toEqual({ userId })
  expect(await database.db.session.count()).toBe(0)
  expect(await database.db.user.findUnique({ where: { id: userId } })).toMatchObject({
    emailVerifiedAt: START,
  })
  for (const token of [first!, second!])
    await expect(resetPassword(wiring, { token, password: PASSWORD })).rejects.toMatchObject({ kind: 'gone' })
  expect(await tryIn(OTHER)).toBe(userId)
  mails = []
  await work()
  expect(mails.map(({ template }) => template)).toEqual(['password-changed'])
  expect(mails[0]?.content.text).toContain('25 November 2026 at 10:00')
})

test('of two who use a reset link at the same moment one gets it', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  await askReset(wiring, { email, ...from })
  await work()
  const token = tokenOf(mails[1])
  const tries = await Promise.allSettled(
    [1, 2].map((n) => resetPassword(wiring, { token, password: `${OTHER} ${n}` })),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an unknown address gets no mail and costs the same', async () => {
  await askReset(wiring, { email: 'niemand@schakel.example', ...from })
  expect(await database.db.outboxEvent.count()).toBe(1)
  await work()
  expect(mails).toEqual([])
})

test('a stranger who asks for resets leaves the owner a link that works', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  await work()
  for (let time = 0; time < 8; time++)
    await askReset(wiring, { email, clientAddress: `198.51.100.${time}`, isProven: true })
  await work()
  expect(mails).toHaveLength(1 + 5)
  expect(await linkState(wiring, 'reset-password', tokenOf(mails.at(-1)))).toBe('open')
})

test('guessing from many addresses ends; a browser that is known still gets in', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  await database.db.rateLimit.deleteMany()
  // Ninety-nine wrong tries of others, as the counter keeps them.
  for (let time = 0; time < 99; time++)
    await wiring.limits.take({ name: 'sign-in-account', tries: 100, seconds: 3600 }, email)
  await expect(tryIn('raad maar wat woorden')).rejects.toMatchObject({ kind: 'invalid' })
  await expect(tryIn(PASSWORD)).rejects.toMatchObject({ kind: 'too-many' })
  const known = { email, password: PASSWORD, clientAddress: '192.0.2.9', knownBrowser: 'a-known-browser' }
  expect(await signIn(wiring, known)).toMatch(/^[0-9a-f-]{36}$/)
})

test('only who knows the present password changes it, and nobody else’s', async () => {
  await signUp(wiring, { ...newcomer, ...from })
  const userId = await tryIn(PASSWORD)
  const change = (presentPassword: string) =>
    changePassword(wiring, makeActor({ userId }), {
      presentPassword,
      newPassword: OTHER,
      session: null,
      provenAt: now,
    })
  await expect(change('niet het goede woord')).rejects.toMatchObject({ code: 'account.wrong-password' })
  await change(PASSWORD)
  expect(await tryIn(OTHER)).toBe(userId)
  await expect(
    changePassword(
      wiring,
      { kind: 'anonymous' },
      { presentPassword: OTHER, newPassword: PASSWORD, session: null, provenAt: now },
    ),
  ).rejects.toMatchObject({ kind: 'unauthenticated' })
})
