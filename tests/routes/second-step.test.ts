/** Signing in in two steps through the real server: what half a sign-in opens, and who may do nothing without. */
import { createHash } from 'node:crypto'
import { TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '~/platform/auth/password.server'
import { makeRegion } from '../factories/region'
import { makeCoordinator, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const PASSWORD = 'vier losse woorden samen'
let app: TestApp

beforeAll(async () => {
  app = await testApp()
})

async function coordinator(db: TestApp['database']['db']) {
  const region = await makeRegion(db)
  return makeCoordinator(db, region.id)
}

async function withPassword(user: { readonly id: string; readonly email: string }) {
  const passwordHash = await hashPassword(PASSWORD)
  return app.database.db.user.update({ where: { id: user.id }, data: { passwordHash } })
}
const signIn = (client: Client, email: string) => client.post('/sign-in', { email, password: PASSWORD })

/** Sets the second step up by the pages. @returns the secret of the app and the recovery codes. */
async function setUp(client: Client, to = '') {
  expect((await client.post(`/account/two-step${to}`, { intent: 'begin' })).status).toBe(302)
  const page = await client.get(`/account/two-step${to}`)
  const secret = /select-all">([A-Z2-7 ]{39})</.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''
  expect(page.text).toContain('<svg role="img"')
  const wrong = await client.post(`/account/two-step${to}`, { intent: 'confirm', code: '000000' })
  expect(wrong.status).toBe(422)
  const code = new TOTP({ secret }).generate()
  const done = await client.post(`/account/two-step${to}`, { intent: 'confirm', code })
  expect(done.status).toBe(200)
  expect(done.headers.get('cache-control') ?? '').not.toContain('public')
  const codes = done.text.match(/[2-9a-hjkmnp-z]{4}(?:-[2-9a-hjkmnp-z]{4}){3}(?=<)/g) ?? []
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

test('after the password nobody is signed in before the code, and half a sign-in opens nothing', async () => {
  const user = await withPassword(await makeUser(app.database.db))
  const first = app.client()
  await signIn(first, user.email)
  const { codes } = await setUp(first)
  const client = app.client()
  const half = await signIn(client, user.email)
  expect(half.location).toBe('/sign-in/second-step')
  expect(half.headers.getSetCookie().filter((line) => /^(session|known)=/.test(line))).toEqual([])
  expect((await client.get('/account')).location).toBe('/sign-in?to=%2Faccount')
  expect((await client.get('/account/two-step')).location).toContain('/sign-in?to=')
  expect((await client.post('/account/two-step', { intent: 'off' })).location).toContain('/sign-in?to=')
  expect((await client.get('/sign-in/second-step')).status).toBe(200)
  const wrong = await client.post('/sign-in/second-step', { code: '123 456' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).not.toContain('123 456')
  // Another browser has not given the first proof.
  expect((await app.client().post('/sign-in/second-step', { code: codes[0]! })).location).toBe('/sign-in')
  const done = await client.post('/sign-in/second-step', { code: codes[0]! })
  expect([done.status, done.location]).toEqual([302, '/account'])
  expect((await client.get('/account/security')).text).toContain('9 herstelcodes')
  // The first step was used up with it.
  expect((await client.get('/sign-in/second-step')).location).toBe('/sign-in')
})

test('half a sign-in ends after ten minutes', async () => {
  const user = await withPassword(await makeUser(app.database.db))
  const first = app.client()
  await signIn(first, user.email)
  const { codes } = await setUp(first)
  const client = app.client()
  await signIn(client, user.email)
  const [begun] = await app.database.db.authCeremony.findMany({ where: { userId: user.id } })
  expect(begun!.expiresAt.getTime() - begun!.createdAt.getTime()).toBeLessThanOrEqual(600_100)
  await app.database.db.authCeremony.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
  expect((await client.post('/sign-in/second-step', { code: codes[0]! })).location).toBe('/sign-in')
})

test('a coordinator can do nothing before the second step is set up, and then everything', async () => {
  const user = await withPassword(await coordinator(app.database.db))
  const client = app.client()
  expect((await signIn(client, user.email)).location).toBe('/board')
  for (const path of ['/board', '/board/waiting', '/account', '/account/sessions'])
    expect((await client.get(path)).location).toBe(`/account/two-step?to=${encodeURIComponent(path)}`)
  expect((await client.get('/sign-in?to=/board')).location).toBe('/account/two-step?to=%2Fboard')
  const post = await client.post('/account', { intent: 'details', name: 'Anders', locale: 'nl' })
  expect(post.location).toContain('/account/two-step')
  expect((await client.get('/')).text).not.toContain('/board"')
  const { codes } = await setUp(client, '?to=%2Fboard')
  expect((await client.get('/board')).status).toBe(200)
  const off = await client.post('/account/two-step', { intent: 'off' })
  expect(off.status).toBe(409)
  // A session of before, which gave one proof only, gives the other.
  await app.database.db.session.updateMany({ where: { userId: user.id }, data: { isTwoFactor: false } })
  expect((await client.get('/board')).location).toBe('/account/confirm?to=%2Fboard')
  const confirmed = await client.post('/account/confirm', { code: codes[0]!, to: '/board' })
  expect(confirmed.location).toBe('/board')
  expect((await client.get('/board')).status).toBe(200)
})

test('what changes who can sign in asks once more after a quarter of an hour', async () => {
  const user = await withPassword(await makeUser(app.database.db))
  const client = app.client()
  await signIn(client, user.email)
  const provenAt = new Date(Date.now() - 16 * 60_000)
  await app.database.db.session.updateMany({ where: { userId: user.id }, data: { provenAt } })
  expect((await client.get('/account/two-step')).location).toBe('/account/confirm?to=%2Faccount%2Ftwo-step')
  const begin = await client.post('/account/two-step', { intent: 'begin' })
  expect(begin.location).toContain('/account/confirm')
  expect((await client.post('/account/confirm', { password: 'niet het goede woord' })).status).toBe(422)
  const foreign = { password: PASSWORD, to: 'https://evil.example/' }
  expect((await client.post('/account/confirm', foreign)).location).toBe('/account/security')
  expect((await client.get('/account/two-step')).status).toBe(200)
})

test('sessions are listed by family of browser and end one by one', async () => {
  const user = await withPassword(await makeUser(app.database.db))
  const [here, elsewhere] = [app.client(), app.client()]
  await signIn(here, user.email)
  const agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
  await elsewhere.post('/sign-in', { email: user.email, password: PASSWORD }, { 'User-Agent': agent })
  const page = await here.get('/account/sessions')
  expect(page.text).toContain('Firefox op Windows')
  const id = /name="session" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? ''
  expect(JSON.stringify(await app.database.db.session.findMany())).not.toContain('Gecko')
  expect((await here.post('/account/sessions', { intent: 'end', session: id })).status).toBe(302)
  expect((await elsewhere.get('/account')).status).toBe(302)
  expect((await here.get('/account')).status).toBe(200)
})

test.each([
  ['test', '200'],
  ['production', '/account/two-step?to=%2Fboard'],
])('the invented coordinator of the demo on %s: %s', async (APP_ENV, expected) => {
  const other = await testApp({ env: { APP_ENV, SMTP_URL: 'smtp://127.0.0.1:1' } })
  const { id: userId } = await coordinator(other.database.db)
  await other.database.db.user.update({ where: { id: userId }, data: { isDemo: true } })
  const id = createHash('sha256').update('a-session').digest('hex')
  const expiresAt = new Date(Date.now() + 30 * 86_400_000)
  await other.database.db.session.create({ data: { id, userId, expiresAt } })
  const answer = await fetch(`${other.origin}/board`, {
    headers: { Accept: 'text/html', Cookie: 'session=a-session' },
    redirect: 'manual',
  })
  expect(answer.headers.get('location') ?? String(answer.status)).toBe(expected)
})

test('asking for a link shows and costs the same, whoever has the address', async () => {
  const user = await makeUser(app.database.db)
  const answers = []
  for (const email of [user.email, 'niemand-hier@schakel.example'])
    answers.push(await app.client().post('/sign-in/link', { intent: 'ask', email }))
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [302, '/sign-in/link?sent'],
    [302, '/sign-in/link?sent'],
  ])
  expect(answers[0]!.headers.get('x-query-count')).toBe(answers[1]!.headers.get('x-query-count'))
  expect((await app.client().post('/sign-in/link', { intent: 'use', token: 'geraden' })).status).toBe(410)
})

test('what is no answer of a device opens nothing, and a challenge is of one browser', async () => {
  const client = app.client()
  const begun = await client.post('/sign-in/passkey/begin', {})
  expect(JSON.parse(begun.text)).toMatchObject({ rpId: '127.0.0.1', userVerification: 'required' })
  expect(JSON.parse(begun.text).allowCredentials ?? []).toEqual([])
  const answer = JSON.stringify({ id: 'geraden', rawId: 'geraden', response: {}, type: 'public-key' })
  for (const fields of [answer, '{', 'null'].map((sent) => ({ answer: sent, to: '//evil.example' })))
    expect((await client.post('/sign-in/passkey', fields)).location).toBe('/sign-in?refused')
  expect((await client.get('/sign-in?refused')).text).toContain('Dat lukte niet')
  expect((await client.get('/account')).status).toBe(302)
  expect((await client.post('/account/passkeys/begin', {})).location).toContain('/sign-in?to=')
})
