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
  expect([signedIn.status, signedIn.location]).toEqual([302, '/account'])
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
