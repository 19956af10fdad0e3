/** Ways in without a password, and another address, on real PostgreSQL with the mails that go with them. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEnv } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeLog } from '~/platform/log/log.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { reactionOf, subscribersOf } from '~/reactions.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeUser } from '../../../tests/factories/user'
import { atTheEnd } from '../../../tests/setup/at-the-end'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { askEmailChange, confirmEmailChange, undoEmailChange } from './use-cases/change-email.server'
import { askSignInLink, signInByLink } from './use-cases/sign-in-by-link.server'

const START = new Date('2026-11-25T09:00:00Z')
const MINUTE = 60_000
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
  const send = async (mail: OutgoingMail) => mails.push(mail) > 0
  wiring = { ...made, mailer: { close: async () => {}, send } }
})

beforeEach(async () => {
  now = START
  mails = []
  await database.pool.query(
    'TRUNCATE app_user, one_use_link, outbox_event, outbox_receipt, rate_limit CASCADE',
  )
})

/** Does what the worker does with every event since the last time. @returns the mails. */
async function work(): Promise<readonly OutgoingMail[]> {
  mails = []
  for (const row of await database.db.outboxEvent.findMany({ orderBy: { id: 'asc' } }))
    for (const name of subscribersOf(row.type))
      await reactionOf(row.type, name)?.(wiring, { ...row, occurredAt: now, payload: row.payload as never })
  await database.db.outboxEvent.deleteMany()
  return mails
}
const tokenOf = (mail: OutgoingMail | undefined) =>
  /token=([\w.-]+)/.exec(mail?.content.text ?? '')?.[1] ?? 'none'
const gone = { code: 'account.link-gone' }
const from = { clientAddress: '192.0.2.1', isProven: true }
const session = (userId: string) =>
  database.db.session.create({ data: { id: crypto.randomUUID(), userId, expiresAt: new Date('2027-01-01') } })

test('a link by mail signs in once and for a quarter of an hour; an unknown address gets none', async () => {
  const user = await makeUser(database.db)
  await askSignInLink(wiring, { email: 'niemand@schakel.example', ...from })
  expect(await work()).toEqual([])
  await askSignInLink(wiring, { email: user.email.toUpperCase(), ...from })
  const [mail] = await work()
  expect(mail).toMatchObject({ to: user.email, template: 'sign-in-link' })
  const token = tokenOf(mail)
  const answers = await Promise.allSettled([1, 2].map(() => signInByLink(wiring, { token })))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await askSignInLink(wiring, { email: user.email, ...from })
  const late = tokenOf((await work())[0])
  now = new Date(START.getTime() + 15 * MINUTE)
  await expect(signInByLink(wiring, { token: late })).rejects.toMatchObject(gone)
})

test('a link by mail takes an account from whoever had signed up with the address of another', async () => {
  const facts = { passwordHash: 'of somebody else', emailVerifiedAt: null }
  const user = await makeUser(database.db, facts)
  await session(user.id)
  await askSignInLink(wiring, { email: user.email, ...from })
  const token = tokenOf((await work())[0])
  expect(await signInByLink(wiring, { token })).toBe(user.id)
  const after = await database.db.user.findUniqueOrThrow({ where: { id: user.id } })
  expect(after).toMatchObject({ passwordHash: null, emailVerifiedAt: START })
  expect(await database.db.session.count()).toBe(0)
})

test('another address is confirmed at the new one and undone at the old one, with all that came since', async () => {
  const user = await makeUser(database.db, { passwordHash: 'a hash' })
  const actor = makeActor({ userId: user.id })
  const email = 'nieuw@schakel.example'
  const stale = { email, provenAt: new Date(START.getTime() - 15 * MINUTE) }
  await expect(askEmailChange(wiring, actor, stale)).rejects.toMatchObject({ code: 'account.prove-first' })
  await askEmailChange(wiring, actor, { email, provenAt: now })
  const [toNew] = await work()
  expect(toNew).toMatchObject({ to: email, template: 'new-address' })
  await confirmEmailChange(wiring, { token: tokenOf(toNew) })
  await expect(confirmEmailChange(wiring, { token: tokenOf(toNew) })).rejects.toMatchObject(gone)
  expect(await database.db.user.findUnique({ where: { id: user.id } })).toMatchObject({ email })
  const [toOld] = await work()
  expect(toOld).toMatchObject({ to: user.email, template: 'old-address' })
  await session(user.id)
  const passkey = { credentialId: 'a', publicKey: new Uint8Array(1), counter: 0, name: 'Van een ander' }
  await database.db.passkey.create({ data: { userId: user.id, ...passkey, createdAt: now } })
  now = new Date(START.getTime() + 71 * 60 * MINUTE)
  await undoEmailChange(wiring, { token: tokenOf(toOld) })
  const after = await database.db.user.findUniqueOrThrow({ where: { id: user.id } })
  expect(after).toMatchObject({ email: user.email, passwordHash: null })
  expect([await database.db.session.count(), await database.db.passkey.count()]).toEqual([0, 0])
})

test('an address that has an account is told so, and is nobody else’s', async () => {
  const [user, other] = [await makeUser(database.db), await makeUser(database.db)]
  await askEmailChange(wiring, makeActor({ userId: user.id }), { email: other.email, provenAt: now })
  expect(await work()).toMatchObject([{ to: other.email, template: 'already-has-account' }])
  // Taken between the wish and the press of the button.
  await askEmailChange(wiring, makeActor({ userId: user.id }), {
    email: 'vrij@schakel.example',
    provenAt: now,
  })
  const [mail] = await work()
  await makeUser(database.db, { email: 'vrij@schakel.example' })
  await expect(confirmEmailChange(wiring, { token: tokenOf(mail) })).rejects.toMatchObject(gone)
})
