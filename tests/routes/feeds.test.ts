/** The page of feeds over HTTP: adding, what is wrong in both languages, and how a feed goes in plain words. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeFeed } from '../factories/feed'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const FEEDS = '/my/organisation/feeds'
let app: TestApp
let company: Client
let organisation: string

beforeAll(async () => {
  app = await testApp()
  organisation = (await makeOrganisation(app.database.db)).id
  company = await app.signIn(await makeMember(app.database.db, organisation))
})
beforeEach(async () => {
  await app.database.db.offerFeed.deleteMany()
  await app.database.db.rateLimit.deleteMany()
})

const add = (url: string) =>
  company.post(FEEDS, { intent: 'add', organisation, url, kind: 'excursion', location: 'at-company' })

test('an address is added without being asked, and is read by the worker', async () => {
  const answer = await add('www.werf.example/aanbod.json')
  expect(answer.status).toBe(302)
  const feed = await app.database.db.offerFeed.findFirstOrThrow()
  expect(feed).toMatchObject({
    url: 'https://www.werf.example/aanbod.json',
    state: 'new',
    kind: 'excursion',
    location: 'at_company',
    lastTriedAt: null,
  })
  expect(await app.database.db.outboxEvent.count({ where: { type: 'FeedDue', subjectId: feed.id } })).toBe(1)
  const page = await company.get(`${FEEDS}?lang=nl`)
  expect(page.text).toContain('https://www.werf.example/aanbod.json')
  expect(page.text).toContain('Nog niet gelezen')
})

test('what is no address, or is there already, is said at the field and nothing is lost', async () => {
  await makeFeed(app.database.db, { organisationId: organisation, url: 'https://werf.example/a' })
  const double = await add('https://werf.example/a')
  expect(double.status).toBe(409)
  expect(double.text).toContain('id="feed-url-error"')
  expect(double.text).toContain('value="https://werf.example/a"')
  for (const url of ['', 'ftp://werf.example/a', 'javascript:alert(1)']) {
    const refused = await add(url)
    expect(refused.status, url).toBe(422)
    expect(refused.text, url).toContain('id="feed-url-error"')
  }
  expect(await app.database.db.offerFeed.count()).toBe(1)
})

test('how it goes is said in both languages; a stopped one starts anew; tries are counted', async () => {
  const { id } = await makeFeed(app.database.db, {
    organisationId: organisation,
    state: 'live',
    format: 'own',
    itemCount: 12,
    failures: 2,
    errorCode: 'fetch.status',
    errorParams: { status: 404 },
    lastTriedAt: new Date('2026-11-03T02:25:00Z'),
    lastGoodAt: new Date('2026-11-01T02:25:00Z'),
  })
  const nl = await company.get(`${FEEDS}?lang=nl`)
  expect(nl.text).toContain('De laatste 2 keer lukte het niet')
  expect(nl.text).toContain('foutcode 404')
  const en = await company.get(`${FEEDS}?lang=en`)
  expect(en.text).toContain('The last 2 tries did not work')
  expect((await company.post(FEEDS, { intent: 'stop', feed: id })).status).toBe(302)
  expect((await company.post(FEEDS, { intent: 'try', feed: id })).status).toBe(409)
  expect((await company.post(FEEDS, { intent: 'restart', feed: id })).status).toBe(302)
  for (let tries = 0; tries < 18; tries++) await company.post(FEEDS, { intent: 'try', feed: id })
  expect((await company.post(FEEDS, { intent: 'try', feed: id })).status).toBe(429)
  expect((await company.post(FEEDS, { intent: 'remove', feed: id })).status).toBe(302)
  expect(await app.database.db.offerFeed.count()).toBe(0)
})

test('who is nobody signs in first; another organisation is not found', async () => {
  expect((await app.client().get(FEEDS)).location).toContain('/sign-in')
  const other = await makeOrganisation(app.database.db)
  expect((await company.get(`${FEEDS}?of=${other.id}`)).status).toBe(404)
  const url = 'https://werf.example/b'
  const attempt = { intent: 'add', organisation: other.id, url, kind: 'event', location: 'online' }
  expect((await company.post(FEEDS, attempt)).status).toBe(404)
})
