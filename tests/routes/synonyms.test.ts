import { expect, test } from 'vitest'
import { makeUser } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })

test('an administrator tries, gives, rejects and puts back a word; a mistake is said; a visitor signs in first', async () => {
  const client = await app.signIn(await makeUser(app.database.db, { isAdministrator: true }))
  const path = '/admin/synonyms'
  expect((await client.get(`${path}?term=imker&means=bijen,%20honing&preview=1`)).text).toContain(
    'Met bijen, honing erbij vindt “imker” 0 aanbiedingen:',
  )
  const given = { intent: 'accept', term: ' Imker ', means: 'bijen, Honing', seen: '0' }
  expect((await client.post(path, given)).status).toBe(302)
  expect((await client.post(path, given)).status).toBe(409)
  expect((await client.post(path, { ...given, term: 'drie woorden lang' })).status).toBe(422)
  expect((await client.post(path, { ...given, means: 'x' })).status).toBe(422)
  expect((await client.get(path)).text).toContain('value="bijen, honing"')
  expect((await client.post(path, { intent: 'reject', term: 'imker', means: '', seen: '1' })).status).toBe(
    302,
  )
  expect((await client.get(path)).text).toContain('telt niet mee')
  expect((await client.post(path, { intent: 'back', term: 'imker', seen: '2' })).status).toBe(302)
  expect(await app.database.db.searchSynonym.findMany({ select: { term: true, state: true } })).toEqual([
    { term: 'imker', state: 'active' },
  ])
  expect((await app.client().get(path)).headers.get('location')).toContain('/sign-in')
})
