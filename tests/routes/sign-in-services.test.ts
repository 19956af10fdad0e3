/** Signing in by another service, against a real provider (oidc-provider) on this machine. */
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { beforeAll, expect, test } from 'vitest'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import { atTheEnd } from '../setup/at-the-end'
import type { Client } from '../setup/browser'
import { freePort } from '../setup/free-port'

type Claims = { readonly email?: string; readonly email_verified?: boolean; readonly school_brin?: string }

/** Who may sign in at the provider, and what it tells of them. */
const people = new Map<string, Claims>()
let app: TestApp

beforeAll(async () => {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const service = { id: 'school', name: 'Schoolaccount', issuer, clientId: 'schakel', clientSecret: 'geheim' }
  const other = { ...service, id: 'gone', name: 'Weg', issuer: 'http://127.0.0.1:1' }
  app = await testApp({
    env: { OIDC_PROVIDERS: JSON.stringify([{ ...service, brinClaim: 'school_brin' }, other]) },
  })
  await startProvider(port, issuer, `${app.origin}/sign-in/with/school/back`)
})

async function startProvider(port: number, issuer: string, back: string): Promise<void> {
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'schakel', client_secret: 'geheim', redirect_uris: [back] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'school_brin'], profile: ['name'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: 'Noor Bos', ...people.get(id) }),
    }),
    // The pages of the provider are not what is tested: whoever comes with a login is let in.
    interactions: { url: (_context, { uid }) => `/let-in/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of a test'] },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/let-in/')) return next()
    const { prompt, params } = await provider.interactionDetails(context.req, context.res)
    const accountId = context.get('x-person')
    const result =
      prompt.name === 'login'
        ? { login: { accountId } }
        : { consent: { grantId: await grant(provider, accountId, params.scope) } }
    await provider.interactionFinished(context.req, context.res, result)
    context.respond = false
  })
  const server = provider.listen(port, '127.0.0.1')
  atTheEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  expect((server.address() as AddressInfo).port).toBe(port)
}

async function grant(provider: Provider, accountId: string, scope: unknown): Promise<string> {
  const made = new provider.Grant({ accountId, clientId: 'schakel' })
  made.addOIDCScope(String(scope))
  return made.save()
}

/** Goes where the site sends the browser, signs in there, and comes back. @returns path and query of the way back. */
async function visit(client: Client, person: string, to = ''): Promise<string> {
  const away = await client.get(`/sign-in/with/school${to}`)
  expect(away.status).toBe(302)
  const jar = new Map<string, string>()
  let address = away.location ?? ''
  expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256')
  for (let hop = 0; hop < 10 && !address.startsWith(app.origin); hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { 'x-person': person, Cookie: cookie },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    address = new URL(answer.headers.get('location') ?? '', address).href
  }
  return address.slice(app.origin.length)
}
const nobody = '/sign-in?refused'

test('somebody new gets an account at the school that the service names, and comes back to it', async () => {
  const { db } = app.database
  const branch = await makeSchoolBranch(db, { id: '12AB01', brin: '12AB' })
  people.set('noor', { email: 'noor@school.example', email_verified: true, school_brin: '12ab01' })
  const client = app.client()
  expect((await client.get('/sign-in')).text).toContain('Log in met Schoolaccount')
  const back = await visit(client, 'noor', '?to=/account')
  expect((await client.get(back)).location).toBe('/account')
  const user = await db.user.findUniqueOrThrow({
    where: { email: 'noor@school.example' },
    include: { schoolMemberships: true },
  })
  expect(user).toMatchObject({
    name: 'Noor Bos',
    passwordHash: null,
    schoolMemberships: [{ branchId: branch.id }],
  })
  // The same way back opens nothing a second time, nor in another browser.
  expect((await client.get(back)).location).toBe(nobody)
  const again = app.client()
  const stolen = await visit(again, 'noor')
  expect((await app.client().get(stolen)).location).toBe(nobody)
  await again.get(stolen.replace(/state=[^&]+/, 'state=other'))
  expect((await again.get('/account')).status).toBe(302)
  const known = app.client()
  await known.get(await visit(known, 'noor'))
  expect((await known.get('/account')).text).toContain('noor@school.example')
  expect(await db.user.count({ where: { email: 'noor@school.example' } })).toBe(1)
})

test('an account that is there is joined only after its owner shows here who it is', async () => {
  const { db } = app.database
  const user = await makeUser(db)
  people.set('sam', { email: user.email, email_verified: true })
  const stranger = app.client()
  expect((await stranger.get(await visit(stranger, 'sam'))).location).toBe('/sign-in/join')
  expect((await stranger.get('/account')).status).toBe(302)
  const stillNot = app.client()
  expect((await stillNot.get(await visit(stillNot, 'sam'))).location).toBe('/sign-in/join')
  const owner = await app.signIn(user)
  expect((await owner.get(await visit(owner, 'sam'))).location).toBe('/account/security')
  expect((await owner.get('/account/security')).text).toContain('Maak los')
  const client = app.client()
  await client.get(await visit(client, 'sam'))
  expect((await client.get('/account')).text).toContain(user.email)
  const types = (await db.outboxEvent.findMany({ where: { subjectId: user.id } })).map(({ type }) => type)
  expect(types).toContain('SignInServiceJoined')
})

test.each([
  ['not verified, with an account', true, false],
  ['not verified, without an account', false, false],
  ['not told', false, undefined],
])('an address that the service has %s opens nothing', async (what, isKnown, email_verified) => {
  const email = `${what.replace(/\W/g, '-')}@school.example`
  if (isKnown) await makeUser(app.database.db, { email })
  people.set(what, email_verified === undefined ? {} : { email, email_verified })
  const client = app.client()
  expect((await client.get(await visit(client, what))).location).toBe(nobody)
  expect((await client.get('/account')).status).toBe(302)
})

test('a service that is not named is not there', async () => {
  expect((await app.client().get('/sign-in/with/evil')).status).toBe(404)
  expect((await app.client().get('/sign-in/with/school/back?code=x&state=y')).location).toBe(nobody)
})
