/** A feed on a server of the test: looked at once, then read again with a change, a vanished offer, and its return. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OrganisationId } from '~/kernel/ids'
import { makeTransact } from '~/platform/db/client.server'
import { readFeed } from '~/platform/feeds/read-feed.server'
import { makeGuardedFetch } from '~/platform/fetch/guarded-fetch.server'
import { speakOfMistakes } from '~/platform/http/form.server'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeMember } from '../../../tests/factories/user'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { makeCapacityBulkStore } from '../capacity/bulk-store.server'
import { makeCapacityStore } from '../capacity/store.server'
import { makeLoadReader } from '../loads/reader.server'
import { makeLoadStore } from '../loads/store.server'
import { startLoad, undoLoad } from '../loads/use-cases/start-load.server'
import { workLoad } from '../loads/use-cases/work-load.server'
import { makeMediaStore } from '../media/store.server'
import { makeOfferBulkStore } from '../offers/bulk-store.server'
import { makeOfferStore } from '../offers/store.server'
import { moveOffer } from '../offers/use-cases/move-offer.server'
import { feedsPage } from './queries/feeds-page.server'
import { mailFeedFailed, mailFeedReady } from './reactions/mail-feeds.server'
import { makeFeedStore } from './store.server'
import { addFeed } from './use-cases/add-feed.server'
import { askHarvests } from './use-cases/ask-harvests.server'
import { changeFeed } from './use-cases/change-feed.server'
import { followLoad, stopUndone } from './use-cases/follow-load.server'
import { harvestFeed } from './use-cases/harvest-feed.server'

let database: TestDatabase
let organisationId: OrganisationId
let actor: ReturnType<typeof makeActor>
let lead: { readonly email: string }
let now = new Date('2026-11-02T08:00:00Z')
const clock = { now: () => now }
let origin = ''
let answer: { status: number; body: string } = { status: 200, body: '' }
let asked = 0

const server = http.createServer((request, response) => {
  asked++
  const etag = `"${createHash('sha256').update(answer.body).digest('hex')}"`
  if (answer.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(answer.status, { 'Content-Type': 'application/json', ETag: etag }).end(answer.body)
})

beforeAll(async () => {
  installLocale()
  speakOfMistakes()
  database = await testDatabase({ with: 'geography' })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  now = new Date('2026-11-02T08:00:00Z')
  asked = 0
  const { db } = database
  await db.$executeRaw`TRUNCATE offer_feed, offer_load, offer_load_columns, outbox_event, capacity_slot, offer CASCADE`
  organisationId = (await makeOrganisation(db, { name: 'Lasbedrijf De Vonk', municipalityCode: 'GM0141' }))
    .id as OrganisationId
  const user = await makeMember(db, organisationId)
  lead = user
  actor = makeActor({ userId: user.id, organisations: { [organisationId]: 'owner' } })
})

function needs() {
  const transact = makeTransact(database.db, (tx) => ({
    feeds: makeFeedStore(tx),
    loads: makeLoadStore(tx),
    loadReader: makeLoadReader(tx),
    offers: makeOfferStore(tx),
    media: makeMediaStore(tx),
    bulkOffers: makeOfferBulkStore(tx),
    capacity: makeCapacityStore(tx),
    bulkCapacity: makeCapacityBulkStore(tx),
    outbox: makeOutbox(tx, { subscribersOf: () => [], clock }),
  }))
  const fetchFeed = makeGuardedFetch({ allowLoopback: true })
  return { transact, inLocale, clock, db: database.db, fetchFeed, readFeed }
}

const item = (externalRef: string, title: string, more: object = {}) => ({
  externalRef,
  kind: 'guest-lesson',
  title,
  summary: 'Leerlingen lassen.',
  description: 'Kijken en doen.',
  topics: ['Robots bouwen en besturen'],
  years: 'vmbo 3-4',
  location: 'at-school',
  durationMinutes: 90,
  sessionsPerYear: 8,
  ...more,
})
const serve = (...offers: object[]) => {
  answer = { status: 200, body: JSON.stringify({ offers }) }
}
const add = (url = `${origin}/aanbod.json`) =>
  addFeed(needs(), actor, { organisationId, url, kind: 'guest-lesson', location: 'at-school' })
/** A night: the worker reads the feed and does what follows from it. */
async function harvest(id: string): Promise<void> {
  now = new Date(now.getTime() + 86_400_000)
  await harvestFeed(needs(), id)
  const load = await database.db.offerLoad.findFirst({ where: { feedId: id, state: 'running' } })
  if (load) await finish(load.id)
}
async function finish(loadId: string): Promise<void> {
  await workLoad(needs(), loadId)
  await followLoad(needs(), loadId)
}
async function live(...offers: object[]): Promise<string> {
  serve(...offers)
  const id = await add()
  await harvest(id)
  const load = await database.db.offerLoad.findFirstOrThrow({ where: { feedId: id } })
  await startLoad(needs(), actor, { id: load.id, publish: true, onlyGood: true })
  await finish(load.id)
  return id
}
const offers = async () =>
  (await database.db.offer.findMany({ where: { organisationId }, orderBy: { externalRef: 'asc' } })).map(
    ({ externalRef, title, state }) => `${externalRef} ${title} ${state}`,
  )
const feedOf = (id: string) => database.db.offerFeed.findUniqueOrThrow({ where: { id } })
const events = async (type: string) => database.db.outboxEvent.count({ where: { type } })
const line = async () => (await feedsPage(needs(), actor, null)).feeds[0]

test('the first harvest waits for a yes and touches nothing; the yes makes the feed live', async () => {
  serve(item('A-1', 'Lassen'), item('A-2', 'Solderen'))
  const id = await add()
  expect(await events('FeedDue')).toBe(1)
  expect(asked).toBe(0)
  await harvest(id)
  expect(await offers()).toEqual([])
  expect(await line()).toMatchObject({
    state: 'waiting',
    format: 'own',
    items: 2,
    load: { isOpen: true, counts: { new: 2, wrong: 0 } },
  })
  expect(await events('FeedReady')).toBe(1)
  const load = await database.db.offerLoad.findFirstOrThrow({ where: { feedId: id } })
  await startLoad(needs(), actor, { id: load.id, publish: true, onlyGood: true })
  await finish(load.id)
  expect(await offers()).toEqual(['A-1 Lassen published', 'A-2 Solderen published'])
  expect(await line()).toMatchObject({ state: 'live', offers: { published: 2, draft: 0, vanished: 0 } })
})

test('a change and a new one come by themselves; what vanished is paused and returns with the feed', async () => {
  const id = await live(item('A-1', 'Lassen'), item('A-2', 'Solderen'))
  serve(item('A-1', 'Lassen met robots'), item('A-3', 'Frezen'))
  await harvest(id)
  expect(await offers()).toEqual([
    'A-1 Lassen met robots published',
    'A-2 Solderen paused',
    'A-3 Frezen published',
  ])
  expect((await line())?.offers).toEqual({ published: 2, draft: 0, vanished: 1 })
  expect(await events('OfferPaused')).toBe(1)
  serve(item('A-1', 'Lassen met robots'), item('A-2', 'Solderen voor beginners'), item('A-3', 'Frezen'))
  await harvest(id)
  expect(await offers()).toContain('A-2 Solderen voor beginners published')
  const loads = await database.db.offerLoad.count()
  await harvest(id)
  expect((await feedOf(id)).lastGoodAt).toEqual(now)
  expect(await database.db.offerLoad.count()).toBe(loads)
})

test('the same content under another version makes no load', async () => {
  const id = await live(item('A-1', 'Lassen'))
  await harvest(id)
  answer = { status: 200, body: `${JSON.stringify([item('A-1', 'Lassen')])}   ` }
  await harvest(id)
  expect(await database.db.offerLoad.count()).toBe(1)
  expect((await feedOf(id)).failures).toBe(0)
})

test('what somebody paused stays so, and what somebody showed again is no longer the feed’s to return', async () => {
  const id = await live(item('A-1', 'Lassen'), item('A-2', 'Solderen'))
  const [first, second] = await database.db.offer.findMany({ orderBy: { externalRef: 'asc' } })
  await moveOffer(needs(), actor, { id: first!.id, move: 'pause' })
  serve(item('A-3', 'Frezen'))
  await harvest(id)
  await moveOffer(needs(), actor, { id: second!.id, move: 'resume' })
  await moveOffer(needs(), actor, { id: second!.id, move: 'pause' })
  serve(item('A-1', 'Lassen'), item('A-2', 'Solderen'), item('A-3', 'Frezen'))
  await harvest(id)
  expect(await offers()).toEqual(['A-1 Lassen paused', 'A-2 Solderen paused', 'A-3 Frezen published'])
})

test('a failure leaves all offers, is told once, and is forgotten when it works again', async () => {
  const id = await live(item('A-1', 'Lassen'))
  const good = answer
  answer = { status: 503, body: 'stuk' }
  await harvest(id)
  await harvest(id)
  expect(await feedOf(id)).toMatchObject({
    failures: 2,
    errorCode: 'fetch.status',
    errorParams: { status: 503 },
    state: 'live',
  })
  expect(await events('FeedFailed')).toBe(1)
  expect(await offers()).toEqual(['A-1 Lassen published'])
  answer = { status: 200, body: '{"offers": []}' }
  await harvest(id)
  expect(await offers()).toEqual(['A-1 Lassen published'])
  expect(await feedOf(id)).toMatchObject({ failures: 3, errorCode: 'feed.not-a-feed' })
  answer = good
  await harvest(id)
  expect(await feedOf(id)).toMatchObject({ failures: 0, errorCode: null })
})

test('RSS becomes drafts of the kind and place that the company chose', async () => {
  answer = {
    status: 200,
    body: '<rss version="2.0"><channel><item><guid>R-1</guid><title>Lassen</title><description>Kijken.</description></item></channel></rss>',
  }
  const id = await add(`${origin}/rss.xml`)
  await harvest(id)
  const load = await database.db.offerLoad.findFirstOrThrow({ where: { feedId: id } })
  expect(load).toMatchObject({ state: 'checked', newCount: 1, wrongCount: 0 })
  await startLoad(needs(), actor, { id: load.id, publish: true, onlyGood: true })
  await finish(load.id)
  expect(await database.db.offer.findMany()).toMatchObject([
    { externalRef: 'R-1', title: 'Lassen', state: 'draft', kind: 'guest_lesson', location: 'at_school' },
  ])
})

test('taking back what a feed brought stops it; stopped ones are left alone until they start anew', async () => {
  const id = await live(item('A-1', 'Lassen'))
  const load = await database.db.offerLoad.findFirstOrThrow({ where: { feedId: id } })
  await undoLoad(needs(), actor, load.id)
  await workLoad(needs(), load.id)
  await stopUndone(needs(), load.id)
  const before = asked
  await harvest(id)
  expect(asked).toBe(before)
  expect(await askHarvests(needs())).toBe(0)
  await expect(changeFeed(needs(), actor, { id, change: 'try' })).rejects.toMatchObject({
    code: 'feed.is-stopped',
  })
  await changeFeed(needs(), actor, { id, change: 'restart' })
  expect(await askHarvests(needs())).toBe(1)
  await changeFeed(needs(), actor, { id, change: 'remove' })
  expect(await database.db.offerFeed.count()).toBe(0)
})

test('an address once, five at most, only by its own people', async () => {
  await add(`${origin}/1`)
  await expect(add(`${origin}/1`)).rejects.toMatchObject({ code: 'feed.already-there' })
  for (const n of [2, 3, 4]) await add(`${origin}/${n}`)
  const together = await Promise.allSettled([add(`${origin}/5`), add(`${origin}/6`)])
  expect(together.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await database.db.offerFeed.count()).toBe(5)
  const stranger = makeActor({ userId: '00000000-0000-4000-8000-000000000001', organisations: {} })
  const { id } = await database.db.offerFeed.findFirstOrThrow()
  await expect(changeFeed(needs(), stranger, { id, change: 'stop' })).rejects.toMatchObject({
    kind: 'not-found',
  })
  await expect(feedsPage(needs(), stranger, organisationId)).rejects.toMatchObject({ kind: 'not-found' })
})

test('the leads are told in their language that there is something to look at, or what is wrong', async () => {
  const sent: { to: string; template: string; subject: string; text: string }[] = []
  const mailer = {
    send: async (mail: { to: string; template: string; content: { subject: string; text: string } }) => {
      sent.push({ to: mail.to, template: mail.template, ...mail.content })
    },
  } as unknown as Parameters<typeof mailFeedReady>[0]['mailer']
  const mailNeeds = { ...needs(), mailer, env: { ORIGIN: 'https://schakel.example' } }
  const english = await makeMember(database.db, organisationId, 'owner', { locale: 'en' })
  serve(item('A-1', 'Lassen'), item('A-2', 'Solderen'))
  const id = await add()
  await harvest(id)
  await mailFeedReady(mailNeeds, { subjectId: id, id: 1n })
  const mailTo = (to: string) => sent.find((mail) => mail.to === to)
  expect(mailTo(lead.email)?.subject).toBe('Kijk het aanbod van Lasbedrijf De Vonk na')
  expect(mailTo(lead.email)?.text).toContain('2 aanbiedingen')
  expect(mailTo(english.email)?.text).toContain('There are 2 offers')
  const load = await database.db.offerLoad.findFirstOrThrow()
  expect(mailTo(english.email)?.text).toContain(`https://schakel.example/my/organisation/loads/${load.id}`)
  sent.length = 0
  answer = { status: 404, body: '' }
  await harvest(id)
  await mailFeedFailed(mailNeeds, { subjectId: id, id: 2n })
  expect(mailTo(lead.email)?.text).toContain('foutcode 404')
  expect(mailTo(english.email)?.text).toContain('error code 404')
  sent.length = 0
  await changeFeed(needs(), actor, { id, change: 'stop' })
  await mailFeedReady(mailNeeds, { subjectId: id, id: 3n })
  await mailFeedFailed(mailNeeds, { subjectId: id, id: 4n })
  expect(sent).toEqual([])
})
