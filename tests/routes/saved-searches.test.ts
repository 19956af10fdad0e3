/** The pages around a saved search: what a visitor, an owner and a mail program get. */
import { expect, test } from 'vitest'
import { makeLinkStore } from '~/platform/links/link-store.server'
import { makeLinks } from '~/platform/links/links.server'
import { makeSavedSearch } from '../factories/saved-search'
import { makeUser } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })
const { db } = app.database
const email = 'noor@schakel.example'

/** A link as a mail carries it. */
async function linkFor(purpose: 'end-saved-searches' | 'confirm-saved-search', subjectId: string) {
  const expiresAt = new Date(Date.now() + 86_400_000)
  const { token, id } = makeLinks('a secret of tests, long enough to be one').sign({
    purpose,
    key: `${purpose} ${subjectId}`,
    expiresAt,
  })
  await makeLinkStore(db).keep({ id, purpose, subjectId, payload: {}, expiresAt })
  return token
}

test('the finder offers to keep a question, also one without a result, and not one it does not understand', async () => {
  const client = app.client()
  const page = await client.get('/offers?q=bestaatniet&level=vmbo-3')
  expect(page.text).toContain('href="/saved-searches/new?q=bestaatniet&amp;level=vmbo-3"')
  expect((await client.get('/offers?level=vmbo-9')).text).not.toContain('/saved-searches/new')
})

test('a visitor saves by a form; a mistake keeps what was typed; the address stands in no address', async () => {
  const client = app.client()
  const path = '/saved-searches/new?q=robot&level=vmbo-3&page=2'
  expect((await client.get(path)).text).toContain('“robot” – vmbo, klas 3')
  const refused = await client.submit(path, { email: 'geen adres' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('value="geen adres"')
  const sent = await client.submit(path, { email, query: 'q=robot&level=vmbo-3' })
  expect([sent.status, sent.headers.get('location')]).toEqual([302, '/saved-searches/new?sent'])
  expect((await client.get('/saved-searches/new?sent')).text).toContain('Kijk in je mail')
  expect(await db.savedSearch.findMany({ select: { query: true, state: true } })).toEqual([
    { query: 'q=robot&level=vmbo-3', state: 'asked' },
  ])
})

test('a link shows and changes nothing; the button of the page, and the one click of a mail program, end', async () => {
  const search = await makeSavedSearch(db, 'eva@schakel.example')
  const path = `/saved-searches/end?token=${await linkFor('end-saved-searches', search.subscriberId)}`
  const client = app.client()
  expect((await client.get(path)).text).toContain('“robot”')
  const state = async () => (await db.savedSearch.findUniqueOrThrow({ where: { id: search.id } })).state
  expect(await state()).toBe('active')
  const ended = await fetch(app.origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  })
  expect(ended.status).toBe(200)
  expect(await state()).toBe('ended')
  expect((await client.get(path)).text).toContain('Je krijgt geen mails meer')
  expect((await client.get('/saved-searches/end?token=x')).status).toBe(410)
})

test('a confirmation is shown first and given once', async () => {
  const search = await makeSavedSearch(db, 'ilse@schakel.example')
  await db.savedSearch.update({ where: { id: search.id }, data: { state: 'asked' } })
  const token = await linkFor('confirm-saved-search', search.id)
  const client = app.client()
  expect((await client.get(`/saved-searches/confirm?token=${token}`)).status).toBe(200)
  const path = `/saved-searches/confirm?token=${token}`
  const answer = await client.post(path, { token })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/saved-searches/confirm?done'])
  expect((await client.get(path)).status).toBe(410)
  expect((await client.post(path, { token })).status).toBe(410)
})

test('who is signed in sees and ends the own searches', async () => {
  const user = await makeUser(db, { email: 'mo@schakel.example' })
  const search = await makeSavedSearch(db, user.email)
  const client = await app.signIn(user)
  expect((await client.get('/saved-searches/new?q=las')).text).toContain('value="mo@schakel.example"')
  expect((await client.get('/account/searches')).text).toContain('“robot”')
  expect((await client.post('/account/searches', { search: search.id })).status).toBe(302)
  expect((await client.get('/account/searches')).text).not.toContain('“robot”')
})
