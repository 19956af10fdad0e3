/** The second step on real PostgreSQL: what counts once counts once, also when it comes twice at the same moment. */
import { TOTP } from 'otpauth'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEnv } from '~/platform/env/env.server'
import { makeLog } from '~/platform/log/log.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeUser } from '../../../tests/factories/user'
import { atTheEnd } from '../../../tests/setup/at-the-end'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { twoStepPage } from './queries/two-step-page.server'
import { endOneSession } from './use-cases/end-one-session.server'
import {
  beginTwoStep,
  confirmTwoStep,
  renewRecoveryCodes,
  turnOffTwoStep,
} from './use-cases/set-up-two-step.server'
import { takeSecondStep } from './use-cases/take-second-step.server'

const START = new Date('2026-11-25T09:00:00Z')
let database: TestDatabase
let wiring: Wiring
let now = START

beforeAll(async () => {
  database = await testDatabase()
  wiring = withKeys()
})

beforeEach(async () => {
  now = START
  await database.pool.query('TRUNCATE app_user, outbox_event, rate_limit CASCADE')
})

function withKeys(SEALING_KEYS = ''): Wiring {
  const env = parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    SECRET: 'a secret of tests, long enough to be one',
    SEALING_KEYS,
  })
  const made = makeWiring(env, { clock: { now: () => now }, log: makeLog('silent', 'test') })
  atTheEnd(() => made.close())
  return made
}

async function person(facts: Parameters<typeof makeActor>[0] = {}) {
  const user = await makeUser(database.db)
  return makeActor({ ...facts, userId: user.id as never })
}
const proof = () => ({ provenAt: now, row: 'this' })
const codeOf = (secret: string, at = now) =>
  new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: at.getTime() })
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

/** @returns the secret, as the app has it, and the recovery codes. */
async function setUp(actor: Awaited<ReturnType<typeof person>>) {
  await beginTwoStep(wiring, actor, proof())
  const { secret, picture } = await twoStepPage(wiring, actor)
  if (!secret || !picture) throw new Error('no secret')
  const codes = await confirmTwoStep(wiring, actor, { ...proof(), code: codeOf(secret) })
  later(30)
  return { secret, codes }
}
const take = (actor: { userId: string }, code: string, knownBrowser: string | null = null) =>
  takeSecondStep(wiring, actor.userId as never, { code, knownBrowser })
const wrong = { code: 'account.wrong-code' }

test('a code counts once, also when it comes twice at once, and the secret stands in no table', async () => {
  const actor = await person()
  const { secret } = await setUp(actor)
  const rows = JSON.stringify(await database.db.totpSecret.findMany({ omit: { lastStep: true } }))
  expect(rows).not.toContain(secret.replaceAll(' ', ''))
  expect((await twoStepPage(wiring, actor)).secret).toBeNull()
  const answers = await Promise.allSettled([1, 2, 3].map(() => take(actor, codeOf(secret))))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(take(actor, codeOf(secret))).rejects.toMatchObject(wrong)
  // An earlier half minute than the one taken is a code that was seen before.
  await expect(take(actor, codeOf(secret, new Date(now.getTime() - 30_000)))).rejects.toMatchObject(wrong)
  later(30)
  await take(actor, codeOf(secret))
})

test('a recovery code works once, is kept as a hash, and new ones end the old', async () => {
  const actor = await person()
  const { codes } = await setUp(actor)
  expect(codes).toHaveLength(10)
  const kept = JSON.stringify(await database.db.recoveryCode.findMany())
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''))
  const [first = '', second = ''] = codes
  const answers = await Promise.allSettled([1, 2].map(() => take(actor, first.toUpperCase())))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const renewed = await renewRecoveryCodes(wiring, actor, proof())
  await expect(take(actor, second)).rejects.toMatchObject(wrong)
  await take(actor, renewed[0] ?? '')
})

test('ten wrong codes end in 429 for strangers; the own browser still gets in', async () => {
  const actor = await person()
  const { secret } = await setUp(actor)
  for (let time = 0; time < 10; time++) await expect(take(actor, '000000')).rejects.toMatchObject(wrong)
  await expect(take(actor, codeOf(secret))).rejects.toMatchObject({ kind: 'too-many' })
  await take(actor, codeOf(secret), 'own-browser')
})

test('a new key seals what an old one had sealed, when it is used', async () => {
  const actor = await person()
  const { secret } = await setUp(actor)
  const rotated = withKeys(`second:${Buffer.alloc(32, 7).toString('base64')}`)
  await takeSecondStep(rotated, actor.userId, { code: codeOf(secret), knownBrowser: null })
  expect(await database.db.totpSecret.findFirst()).toMatchObject({ keyId: 'second' })
  later(30)
  await takeSecondStep(rotated, actor.userId, { code: codeOf(secret), knownBrowser: null })
})

test('asks for a fresh proof, and who coordinates or administers cannot turn it off', async () => {
  const actor = await person()
  const stale = { ...proof(), provenAt: new Date(now.getTime() - 15 * 60_000) }
  const refused = { code: 'account.prove-first' }
  await expect(beginTwoStep(wiring, actor, stale)).rejects.toMatchObject(refused)
  await setUp(actor)
  await expect(renewRecoveryCodes(wiring, actor, stale)).rejects.toMatchObject(refused)
  await expect(turnOffTwoStep(wiring, actor, stale)).rejects.toMatchObject(refused)
  const administrator = { ...actor, isAdministrator: true }
  await expect(turnOffTwoStep(wiring, administrator, proof())).rejects.toMatchObject({
    code: 'account.two-step-required',
  })
  await turnOffTwoStep(wiring, actor, proof())
  expect(await database.db.recoveryCode.count()).toBe(0)
  const types = (await database.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(({ type }) => type)
  expect(types).toEqual(['TwoStepTurnedOn', 'TwoStepTurnedOff'])
})

test("somebody else's session is not there", async () => {
  const [actor, other] = [await person(), await person()]
  const id = 'b'.repeat(64)
  await database.db.session.create({ data: { id, userId: other.userId, expiresAt: new Date('2027-01-01') } })
  await expect(endOneSession(wiring, actor, { session: id })).rejects.toMatchObject({ kind: 'not-found' })
  await endOneSession(wiring, other, { session: id })
  expect(await database.db.session.count()).toBe(0)
})
