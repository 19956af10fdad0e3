import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp()
const { db } = app.database

describe('my data', () => {
  test('are taken along as a page and a file, which the log tells of', async () => {
    const me = await makeTeacher(db, (await makeSchoolBranch(db)).id, 'lead', {
      name: 'Noor <b>de</b> Vries',
    })
    const client = await app.signIn(me)
    expect((await client.get('/account')).text).toContain('href="/account/data"')
    expect((await client.get('/account/data')).text).toContain('href="/account/data.zip"')
    expect((await client.get('/account/data.zip')).headers.get('content-type')).toBe('application/zip')
    // Text cannot carry a zip: asked once more for its bytes.
    const cookie = { Cookie: `session=${await sessionOf(me)}` }
    const response = await fetch(`${app.origin}/account/data.zip`, { headers: cookie })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const read = (name: string) => new TextDecoder().decode(files[name])
    expect(read('index.html')).toContain('Noor &#60;b&#62;de&#60;/b&#62; Vries')
    expect(JSON.parse(read('data.json')).data[0].rows[0]).toMatchObject({ id: me.id, email: me.email })
    expect(`${read('index.html')}${read('data.json')}`).not.toContain('argon2')
    expect(await db.auditEntry.count({ where: { kind: 'TableTaken', actorId: me.id } })).toBe(2)
    expect((await app.client().get('/account/data.zip')).location).toContain('/sign-in')
  })

  test('an account is erased in two steps, and nobody is signed in with it any more', async () => {
    const branch = await makeSchoolBranch(db)
    const me = await makeTeacher(db, branch.id)
    const client = await app.signIn(me)
    expect((await client.get('/account/erase')).text).toContain('href="/account/erase?sure"')
    const wrong = await client.post('/account/erase', { email: 'niet@schakel.example' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Dat is niet het e-mailadres van dit account.')
    expect((await client.post('/account/erase', { email: me.email })).location).toBe('/')
    expect((await client.get('/account')).location).toContain('/sign-in')
    expect((await db.user.findUniqueOrThrow({ where: { id: me.id } })).name).toBe('Oud-collega')
  })

  test('who is the only owner reads what to settle first', async () => {
    const company = await makeOrganisation(db, { name: 'Alleen BV' })
    const me = await makeMember(db, company.id)
    const client = await app.signIn(me)
    const page = await client.get('/account/erase?sure')
    expect(page.text).toContain('Je bent de enige eigenaar van Alleen BV.')
    expect(page.text).not.toContain('name="email"')
    expect((await client.post('/account/erase', { email: me.email })).status).toBe(409)
  })
})

test('the page of privacy tells what is kept, for what and how long', async () => {
  const page = await app.client().get('/privacy')
  expect(page.text).toContain('Gerechtvaardigd belang (artikel 6.1 f)')
  expect(page.text).toContain('Een jaar na het telefoontje.')
})

test('a request that names a pupil is asked about, and posted when nothing of a pupil is in it', async () => {
  const branch = await makeSchoolBranch(db)
  await db.topic.createMany({ data: [{ id: 'robotica', nl: 'Robotica', position: 1 }] })
  const client = await app.signIn(await makeTeacher(db, branch.id))
  const asked = {
    kind: 'guest-lesson',
    topic: 'robotica',
    year: 'vmbo-3',
    groups: '1',
    groupSize: '25',
    title: 'Een les over robots',
    text: 'Onze leerling Ahmed zit in een rolstoel.',
  }
  const question = await client.post('/requests/new', asked)
  expect(question.status).toBe(422)
  expect(question.text).toContain('name="noPupils"')
  expect(question.text).toContain('Onze leerling Ahmed')
  expect(await db.supportRequest.count({ where: { branchId: branch.id } })).toBe(0)
  expect((await client.post('/requests/new', { ...asked, noPupils: 'on' })).status).toBe(302)
  expect(await db.supportRequest.count({ where: { branchId: branch.id } })).toBe(1)
})

/** @returns the cookie of a session of its own. */
async function sessionOf({ id }: { readonly id: string }): Promise<string> {
  const value = `of-a-test-${id}`
  const { createHash } = await import('node:crypto')
  await db.session.create({
    data: {
      id: createHash('sha256').update(value).digest('hex'),
      userId: id,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })
  return value
}
