/** Sign-in as a stranger, a careless person and an attacker meet it. */
import { beforeEach, expect, test } from 'vitest'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp()
const { db } = app.database
const PASSWORD = 'vier losse woorden samen'
const newcomer = (email: string) => ({ name: 'Noor Bos', email, password: PASSWORD, audience: 'school' })

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

/** An account with the password above, made by the form. */
async function signUp(email: string) {
  const answer = await app.client().submit('/sign-up', newcomer(email))
  expect([answer.status, answer.location]).toEqual([302, '/sign-up?sent'])
  return db.user.findUniqueOrThrow({ where: { email } })
}
const eventsOf = async (subjectId: string) =>
  (await db.outboxEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(({ type }) => type)

test('signs up, in and out', async () => {
  const user = await signUp('noor@schakel.example')
  expect(user).toMatchObject({ name: 'Noor Bos', locale: 'nl', emailVerifiedAt: null })
  expect(await eventsOf(user.id)).toEqual(['SignedUp'])
  const client = app.client()
  const signedIn = await client.submit('/sign-in', { email: 'NOOR@schakel.example', password: PASSWORD })
  expect([signedIn.status, signedIn.location]).toEqual([302, '/account/school'])
  expect((await client.get('/account')).text).toContain('noor@schakel.example')
  expect((await client.get('/sign-in?to=/regions')).location).toBe('/regions')
  const out = await client.post('/sign-out', {})
  expect([out.status, out.location]).toEqual([302, '/'])
  expect((await client.get('/account')).location).toBe('/sign-in?to=%2Faccount')
  expect(await db.session.count({ where: { userId: user.id } })).toBe(0)
})

test('a school goes to its requests and a language is kept for mails', async () => {
  const branch = await makeSchoolBranch(db)
  const teacher = await makeTeacher(db, branch.id)
  const client = await app.signIn(teacher)
  expect((await client.get('/account')).text).toContain(branch.name)
  const answer = await client.post('/account', { intent: 'details', name: 'Anne  Smit', locale: 'en' })
  expect([answer.status, answer.location]).toEqual([302, '/account'])
  expect(await db.user.findUnique({ where: { id: teacher.id } })).toMatchObject({
    name: 'Anne Smit',
    locale: 'en',
  })
})

test('what was typed stays, but for the password, and each field says what is wrong', async () => {
  const answer = await app.client().submit('/sign-up', {
    ...newcomer('geen adres'),
    name: '<script>alert(1)</script>',
    password: 'kort',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('value="geen adres"')
  expect(answer.text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(answer.text).toContain('Dit is geen volledig e-mailadres')
  expect(answer.text).toContain('minstens 12 tekens')
  expect(answer.text).not.toContain('value="kort"')
  const english = await app
    .client()
    .submit('/sign-up?lang=en', { ...newcomer('x@schakel.example'), password: 'password2026' })
  expect(english.status).toBe(422)
  expect(english.text).toContain('too easy to guess')
  expect(await db.user.count({ where: { email: 'x@schakel.example' } })).toBe(0)
})

test.each([
  ['an endless name', { name: 'x'.repeat(101) }],
  ['an endless address', { email: `${'x'.repeat(300)}@schakel.example` }],
  ['an endless password', { password: 'x y'.repeat(100) }],
  ['no choice', { audience: 'hacker' }],
  ['two addresses', { email: ['a@schakel.example', 'b@schakel.example'] }],
])('%s is refused at its field, and nobody is made', async (_what, wrong) => {
  const before = await db.user.count()
  const answer = await app.client().submit('/sign-up', { ...newcomer('fout@schakel.example'), ...wrong })
  expect(answer.status).toBe(422)
  expect(await db.user.count()).toBe(before)
})

test('a body that is no form is refused in words', async () => {
  const answer = await app.client().post('/sign-in', {}, { 'Content-Type': 'application/json' })
  expect(answer.status).toBe(422)
})

test('a form that is sent twice makes one account and one mail', async () => {
  const client = app.client()
  const answers = await Promise.all(
    [1, 2, 3].map(() => client.post('/sign-up', newcomer('dubbel@schakel.example'))),
  )
  expect(answers.map(({ status, location }) => [status, location])).toEqual(
    answers.map(() => [302, '/sign-up?sent']),
  )
  const user = await db.user.findUniqueOrThrow({ where: { email: 'dubbel@schakel.example' } })
  expect(await eventsOf(user.id)).toEqual(['SignedUp'])
})

test('signing up with a known address shows the same, changes nothing, and tells only its owner', async () => {
  const user = await signUp('bekend@schakel.example')
  const before = await db.user.findUnique({ where: { id: user.id } })
  const answer = await app.client().submit('/sign-up', {
    ...newcomer('Bekend@schakel.example'),
    name: 'Iemand Anders',
    password: 'het wachtwoord van een ander',
  })
  expect([answer.status, answer.location]).toEqual([302, '/sign-up?sent'])
  expect(await eventsOf(user.id)).toEqual(['SignedUp', 'SignUpRepeated'])
  expect(await db.user.findUnique({ where: { id: user.id } })).toEqual(before)
})

test('the owner is not flooded with mails that strangers ask for', async () => {
  const user = await signUp('rustig@schakel.example')
  for (let time = 0; time < 5; time++) {
    const strange = { ...newcomer('rustig@schakel.example'), password: 'een wachtwoord van een ander' }
    expect((await app.client().post('/sign-up', strange)).location).toBe('/sign-up?sent')
    expect((await app.client().post('/forgot-password', { email: 'rustig@schakel.example' })).status).toBe(
      302,
    )
  }
  const events = await eventsOf(user.id)
  expect(events.filter((type) => type === 'SignUpRepeated')).toHaveLength(2)
  expect((await app.client().post('/forgot-password', { email: 'rustig@schakel.example' })).status).toBe(302)
  expect((await eventsOf(user.id)).filter((type) => type === 'PasswordResetAsked')).toHaveLength(5)
})

test('an unknown address and a wrong password are refused in the same words', async () => {
  await signUp('echt@schakel.example')
  const texts = []
  for (const email of ['echt@schakel.example', 'niemand@schakel.example']) {
    const answer = await app.client().submit('/sign-in', { email, password: 'niet het goede woord' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`value="${email}"`)
    expect(answer.headers.getSetCookie().filter((line) => /^(session|known)=/.test(line))).toEqual([])
    texts.push(/<div[^>]*role="alert"[\s\S]*?<\/div>/.exec(answer.text)?.[0])
  }
  expect(texts[0]).toContain('horen niet bij elkaar')
  expect(texts[1]).toBe(texts[0])
  const forgot = await Promise.all(
    ['echt@schakel.example', 'niemand@schakel.example'].map((email) =>
      app.client().post('/forgot-password', { email }),
    ),
  )
  expect(forgot.map(({ location }) => location)).toEqual(['/forgot-password?sent', '/forgot-password?sent'])
  expect(forgot[0]!.headers.get('x-query-count')).toBe(forgot[1]!.headers.get('x-query-count'))
})

test('wrong tries end in 429 with the time to wait; the owner still gets in from a browser that is known', async () => {
  const email = 'doelwit@schakel.example'
  await signUp(email)
  const owner = app.client()
  await owner.submit('/sign-in', { email, password: PASSWORD })
  await owner.post('/sign-out', {})
  const stranger = app.client()
  for (let time = 0; time < 10; time++)
    expect((await stranger.post('/sign-in', { email, password: 'raad maar wat woorden' })).status).toBe(422)
  const refused = await stranger.post('/sign-in', { email, password: PASSWORD })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.text).toContain('Probeer het over')
  expect(refused.text).toContain('/forgot-password')
  // Also when the stranger makes up a cookie.
  stranger.setCookie('known', `${'a'.repeat(16)}.${'b'.repeat(43)}`)
  expect((await stranger.post('/sign-in', { email, password: PASSWORD })).status).toBe(429)
  expect((await owner.post('/sign-in', { email, password: PASSWORD })).status).toBe(302)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/x%0d%0aSet-Cookie:a=b',
])('signing in never leads to %j', async (to) => {
  const answer = await (async () => {
    const user = await db.user.findFirstOrThrow({ where: { email: 'echt@schakel.example' } })
    const client = app.client()
    return client.post('/sign-in', { email: user.email, password: PASSWORD, to })
  })()
  expect([302, 422]).toContain(answer.status)
  if (answer.status === 302) expect(answer.location).toMatch(/^\/(account\/school$|x)/)
  expect(answer.headers.getSetCookie().some((line) => line.startsWith('a='))).toBe(false)
})

test('signing in comes back to where the reader wanted to go', async () => {
  const client = app.client()
  const page = await client.get('/account/school?q=almelo')
  expect(page.location).toBe('/sign-in?to=%2Faccount%2Fschool%3Fq%3Dalmelo')
  const answer = await client.submit(page.location!, { email: 'echt@schakel.example', password: PASSWORD })
  expect(answer.location).toBe('/account/school?q=almelo')
})

test('a session id that was planted or used before opens nothing after signing in', async () => {
  const credentials = { email: 'echt@schakel.example', password: PASSWORD }
  const client = app.client()
  client.setCookie('session', 'planted-by-an-attacker-0123456789abcdef')
  const first = sessionOf(await client.post('/sign-in', credentials))
  const second = sessionOf(await client.post('/sign-in', credentials))
  expect(new Set(['planted-by-an-attacker-0123456789abcdef', first, second]).size).toBe(3)
  const thief = app.client()
  for (const stolen of ['planted-by-an-attacker-0123456789abcdef', first!]) {
    thief.setCookie('session', stolen)
    expect((await thief.get('/account')).status).toBe(302)
  }
  expect((await client.get('/account')).status).toBe(200)
  expect((await db.session.findMany()).map(({ id }) => id)).not.toContain(second)
})

const sessionOf = ({ headers }: { readonly headers: Headers }) => {
  const line = headers.getSetCookie().find((cookie) => cookie.startsWith('session='))
  expect(line).toMatch(/; HttpOnly; .*SameSite=Lax|; SameSite=Lax.*; HttpOnly|HttpOnly; SameSite=Lax/i)
  return /^session=([^;]+)/.exec(line ?? '')?.[1]
}

test.each(['/sign-in', '/sign-up', '/sign-out', '/forgot-password', '/reset-password', '/account'])(
  'another site cannot post to %s',
  async (path) => {
    const answer = await app.client().post(path, {}, { Origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  },
)

test('changing the password asks the present one and ends the other sessions', async () => {
  const email = 'wissel@schakel.example'
  const user = await signUp(email)
  const [here, elsewhere] = [app.client(), app.client()]
  for (const client of [here, elsewhere]) await client.post('/sign-in', { email, password: PASSWORD })
  const change = (presentPassword: string, newPassword: string) =>
    here.post('/account/security', { intent: 'password', presentPassword, newPassword })
  const wrong = await change('niet het goede woord', 'heel iets anders vandaag')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Dit is niet je huidige wachtwoord')
  expect(wrong.text).not.toContain('heel iets anders vandaag')
  expect((await change(PASSWORD, PASSWORD)).text).toContain('het wachtwoord dat je al hebt')
  expect((await change(PASSWORD, 'wissel.wissel')).status).toBe(422)
  expect((await elsewhere.get('/account')).status).toBe(200)
  expect((await change(PASSWORD, 'heel iets anders vandaag')).location).toBe('/account/security')
  expect((await here.get('/account')).status).toBe(200)
  expect((await elsewhere.get('/account')).status).toBe(302)
  expect(await eventsOf(user.id)).toEqual(['SignedUp', 'SignedInOnNewBrowser', 'PasswordChanged'])
  expect((await app.client().post('/sign-in', { email, password: PASSWORD })).status).toBe(422)
})

test('signs out everywhere else, and asks for the mail again', async () => {
  const email = 'overal@schakel.example'
  const user = await signUp(email)
  const [here, elsewhere] = [app.client(), app.client()]
  for (const client of [here, elsewhere]) await client.post('/sign-in', { email, password: PASSWORD })
  expect((await here.get('/account/sessions')).text).toContain('Log uit op andere apparaten')
  expect((await here.post('/account/sessions', { intent: 'end-others' })).status).toBe(302)
  expect((await elsewhere.get('/account')).status).toBe(302)
  expect((await here.post('/account', { intent: 'confirm-again' })).status).toBe(302)
  expect(await eventsOf(user.id)).toEqual(['SignedUp', 'SignedInOnNewBrowser', 'EmailConfirmationAsked'])
  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } })
  const late = await here.post('/account', { intent: 'confirm-again' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('al bevestigd')
  expect((await app.client().post('/account', { intent: 'end-others' })).status).toBe(302)
  expect((await here.post('/account', { intent: 'become-administrator' })).status).toBe(422)
})

test('a link that is none opens nothing, by looking or by pressing', async () => {
  for (const path of ['/verify-email', '/reset-password'])
    for (const token of ['', 'x', '../../etc/passwd', `${'a'.repeat(22)}.aaaaaaa.${'b'.repeat(43)}`]) {
      const client = app.client()
      const address = `${path}?token=${encodeURIComponent(token)}`
      expect((await client.get(address)).status).toBe(410)
      const pressed = await client.post(address, { token, password: 'een heel ander wachtwoord' })
      expect([410, 422]).toContain(pressed.status)
      expect(pressed.headers.getSetCookie().some((line) => line.startsWith('session='))).toBe(false)
    }
})

test('there are no caught mails where nothing catches them', async () => {
  expect((await app.client().get('/dev/mail')).status).toBe(404)
  expect((await app.client().get('/dev/mail/000000000000000-00000000')).status).toBe(404)
})
