/** From the form to the mailbox and to the end, on real PostgreSQL. The clock is ours. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import { indexOffer } from '~/features/finder/reactions/index-offer.server'
import { parseEnv } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeLog } from '~/platform/log/log.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { reactionOf } from '~/reactions.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOffer } from '../../../tests/factories/offer'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeUser } from '../../../tests/factories/user'
import { atTheEnd } from '../../../tests/setup/at-the-end'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { SAVED } from './domain/saved-search'
import { ownSavedSearches, searchesOfLink } from './queries/saved-searches.server'
import {
  confirmSavedSearch,
  endSavedSearchesByLink,
  renewSavedSearches,
} from './use-cases/answer-link.server'
import { endSavedSearch } from './use-cases/end-saved-search.server'
import { askDigests, renewAndForget } from './use-cases/keep-saved-searches.server'
import { saveSearch } from './use-cases/save-search.server'

const START = new Date('2026-11-25T09:00:00Z')
const DAY = 86_400_000
const email = 'noor@schakel.example'
let database: TestDatabase
let wiring: Wiring
let now = START
let mails: OutgoingMail[] = []
const sent = new Set<string>()

beforeAll(async () => {
  installLocale()
  database = await testDatabase({ with: 'geography' })
  const env = parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    SECRET: 'a secret of tests, long enough to be one',
    ORIGIN: 'https://schakel.example',
  })
  const made = makeWiring(env, { clock: { now: () => now }, log: makeLog('silent', 'test') })
  atTheEnd(() => made.close())
  wiring = {
    ...made,
    mailer: {
      close: async () => {},
      send: async (mail) => {
        if (sent.has(mail.reason)) return false
        sent.add(mail.reason)
        mails.push(mail)
        return true
      },
    },
  }
})

beforeEach(async () => {
  now = START
  mails = []
  await database.pool.query(
    'TRUNCATE app_user, one_use_link, outbox_event, outbox_receipt, rate_limit, search_subscriber, offer, search_document CASCADE',
  )
})

const later = (days: number) => {
  now = new Date(now.getTime() + days * DAY)
}

/** Does what the worker does with every event of saved searches, twice: a reaction must not mind. */
async function work(): Promise<void> {
  const events = await database.db.outboxEvent.findMany({
    where: { type: { startsWith: 'SavedSearch' } },
    orderBy: { id: 'asc' },
  })
  for (const row of [...events, ...events])
    await reactionOf(row.type, 'mail-saver')?.(wiring, { ...row, payload: {} })
  await database.db.outboxEvent.deleteMany({ where: { type: { startsWith: 'SavedSearch' } } })
}

const save = (query: string, over: Partial<Parameters<typeof saveSearch>[2]> = {}) =>
  saveSearch(wiring, ANONYMOUS, {
    email,
    query,
    locale: 'nl',
    clientAddress: '192.0.2.1',
    isProven: true,
    ...over,
  })
const tokenOf = (mail: OutgoingMail | undefined, of: 'confirm' | 'renew' | 'end') =>
  new RegExp(`saved-searches/${of}\\?token=([\\w.-]+)`).exec(mail?.content.text ?? '')?.[1] ?? 'no token'
const rows = () => database.db.savedSearch.findMany({ orderBy: { query: 'asc' } })

async function saveAndConfirm(query: string, over: Parameters<typeof save>[1] = {}): Promise<OutgoingMail> {
  await save(query, over)
  await work()
  const mail = mails.at(-1) as OutgoingMail
  await confirmSavedSearch(wiring, tokenOf(mail, 'confirm'))
  mails = []
  return mail
}

/** An offer whose event happened now, found from now on. */
async function publish(
  title: string,
  type: 'OfferPublished' | 'OfferChanged' = 'OfferPublished',
  about: Parameters<typeof makeOffer>[1] = {},
) {
  const organisation = await makeOrganisation(database.db, { municipalityCode: 'GM0141' })
  const offer = await makeOffer(database.db, {
    organisationId: organisation.id,
    title,
    publishedAt: now,
    ...about,
  })
  await database.db.outboxEvent.create({ data: { type, subjectId: offer.id, payload: {}, occurredAt: now } })
  await indexOffer(wiring, { subjectId: offer.id })
  return offer
}

test('nothing is mailed before the owner of the address said yes; the link works once', async () => {
  await save('level=vmbo-3&q=robot&page=4&sort=newest&view=map&kind=nonsense')
  expect((await rows())[0]).toMatchObject({ query: 'q=robot&level=vmbo-3', state: 'asked' })
  expect(JSON.stringify(await database.db.outboxEvent.findMany(), String)).not.toContain('@')
  await work()
  expect(mails).toHaveLength(1)
  const [mail] = mails
  expect(mail).toMatchObject({ to: email, template: 'confirm-saved-search', locale: 'nl' })
  expect(mail?.content.text).toContain('“robot” – vmbo, klas 3')
  expect(mail?.content.text).not.toContain(email)
  await publish('Robots in de klas')
  later(1)
  expect(await askDigests(wiring)).toBe(0)

  const token = tokenOf(mail, 'confirm')
  expect((await searchesOfLink(wiring, 'confirm-saved-search', token)).searches).toHaveLength(1)
  expect((await rows())[0]?.state).toBe('asked')
  await confirmSavedSearch(wiring, token)
  expect((await rows())[0]?.state).toBe('active')
  await expect(confirmSavedSearch(wiring, token)).rejects.toMatchObject({ kind: 'gone' })
})

test('who asks sees the same, whatever is known; the mail tells the owner', async () => {
  await saveAndConfirm('q=robot')
  expect(await save('q=robot')).toEqual({ active: false })
  await work()
  expect(mails.map(({ template }) => template)).toEqual(['saved-search-already'])
  for (let n = 1; n < SAVED.mostPerAddress; n++) {
    await database.pool.query('TRUNCATE rate_limit')
    await save(`q=robot${n}`)
  }
  await work()
  mails = []
  await database.pool.query('TRUNCATE rate_limit')
  expect(await save('q=eentje+te+veel')).toEqual({ active: false })
  await work()
  expect(mails.map(({ template }) => template)).toEqual(['saved-searches-full'])
  expect(await rows()).toHaveLength(SAVED.mostPerAddress)
  // Twice at once there is still one.
  await database.pool.query('TRUNCATE saved_search, rate_limit')
  await Promise.all([save('q=las'), save('q=las'), save('q=las')])
  expect(await rows()).toHaveLength(1)
})

test('above five mails an hour an address gets no more, and one place cannot go on for ever', async () => {
  for (let n = 0; n < 7; n++) await save(`q=robot${n}`)
  await work()
  expect(mails).toHaveLength(5)
  const other = (n: number) => save('q=robot', { email: `iemand${n}@schakel.example` })
  for (let n = 0; n < 23; n++) await other(n)
  await expect(other(99)).rejects.toMatchObject({ kind: 'too-many' })
})

test('who is signed in with the confirmed address has nothing to confirm', async () => {
  const user = await makeUser(database.db, { email: 'Noor@schakel.example', emailVerifiedAt: START })
  const actor = makeActor({ userId: user.id })
  const input = { email, query: 'q=robot', locale: 'nl' as const, clientAddress: '192.0.2.1', isProven: true }
  expect(await saveSearch(wiring, actor, input)).toEqual({ active: true })
  const stranger = await makeUser(database.db, { emailVerifiedAt: START })
  expect(await saveSearch(wiring, makeActor({ userId: stranger.id }), { ...input, query: 'q=las' })).toEqual({
    active: false,
  })
  const { searches } = await ownSavedSearches(wiring, actor)
  expect(searches.map(({ query, isActive }) => `${query} ${isActive}`).sort()).toEqual([
    'q=las false',
    'q=robot true',
  ])
  const id = searches.find(({ isActive }) => isActive)?.id ?? ''
  expect((await ownSavedSearches(wiring, makeActor({ userId: stranger.id }))).searches).toEqual([])
  await expect(endSavedSearch(wiring, makeActor({ userId: stranger.id }), id)).rejects.toMatchObject({
    kind: 'not-found',
  })
  await endSavedSearch(wiring, actor, id)
  expect((await ownSavedSearches(wiring, actor)).searches).toHaveLength(1)
})

test('a digest tells what is new or changed since the last one, once, all searches of the address in one mail', async () => {
  await publish('Robots van vroeger')
  await saveAndConfirm('q=robots')
  // The language is that of the search that was asked last.
  later(1)
  await saveAndConfirm('q=drone', { locale: 'en' })
  later(1)
  const robots = await publish('Robots lassen')
  await publish('Robots schilderen', 'OfferChanged')
  await publish('Bloemen schikken', 'OfferPublished', {
    topicIds: ['bloemen'],
    summary: 'Een boeket binden.',
    description: 'Met stelen en lint.',
  })
  later(1)
  expect(await askDigests(wiring)).toBe(1)
  expect(await askDigests(wiring)).toBe(0)
  await work()
  expect(mails).toHaveLength(1)
  const [mail] = mails
  expect(mail).toMatchObject({ to: email, locale: 'en', template: 'saved-search-digest' })
  expect(mail?.unsubscribeUrl).toMatch(/^https:\/\/schakel\.example\/saved-searches\/end\?token=/)
  expect(mail?.content.subject).toBe('2 new things for your search')
  expect(mail?.content.text).toMatch(/Robots lassen\n {2}New · .*Robots schilderen\n {2}Changed · /s)
  expect(mail?.content.text).toContain(robots.id.slice(0, 8))
  for (const not of ['vroeger', 'Bloemen', '“drone”', email]) expect(mail?.content.text).not.toContain(not)

  mails = []
  later(7)
  expect(await askDigests(wiring)).toBe(1)
  await work()
  expect(mails).toEqual([])
  await publish('Drone vliegen')
  for (let n = 0; n < 12; n++) await publish(`Robots bouwen ${n}`)
  later(7)
  await askDigests(wiring)
  await work()
  expect(mails).toHaveLength(1)
  expect(mails[0]?.content.text).toContain('And 3 more')
  expect(mails[0]?.content.text.match(/New ·/g)).toHaveLength(SAVED.named + 1)
})

test('an event that the index may not show yet is told the next time, not never', async () => {
  await saveAndConfirm('q=robots')
  later(6)
  await publish('Robots op het laatste moment')
  await askDigests(wiring)
  await work()
  expect(mails).toEqual([])
  later(7)
  await askDigests(wiring)
  await work()
  expect(mails[0]?.content.text).toContain('Robots op het laatste moment')
})

test('the end link ends one search or all, as often as it is used, and nobody else’s', async () => {
  await saveAndConfirm('q=robot', { email: 'ander@schakel.example' })
  const [theirs] = await rows()
  const mail = await saveAndConfirm('q=las')
  await saveAndConfirm('q=drone')
  const token = tokenOf(mail, 'end')
  const open = async () => (await searchesOfLink(wiring, 'end-saved-searches', token)).searches
  await endSavedSearchesByLink(wiring, { token, searchId: theirs?.id ?? '' })
  expect(await open()).toHaveLength(2)
  await endSavedSearchesByLink(wiring, { token, searchId: (await open())[0]?.id ?? '' })
  expect(await open()).toHaveLength(1)
  await endSavedSearchesByLink(wiring, { token, searchId: null })
  await endSavedSearchesByLink(wiring, { token, searchId: null })
  expect(await open()).toEqual([])
  expect((await rows()).filter(({ state }) => state === 'active')).toHaveLength(1)
  await expect(endSavedSearchesByLink(wiring, { token: 'x', searchId: null })).rejects.toMatchObject({
    kind: 'gone',
  })
})

test('before the year is over one mail asks; a yes gives another year, no answer ends it and forgets it', async () => {
  await saveAndConfirm('q=robot')
  later(330)
  expect(await renewAndForget(wiring)).toEqual({ asked: 0, ended: 0, forgotten: 0 })
  later(20)
  expect(await renewAndForget(wiring)).toEqual({ asked: 1, ended: 0, forgotten: 0 })
  expect(await renewAndForget(wiring)).toEqual({ asked: 0, ended: 0, forgotten: 0 })
  await work()
  expect(mails.map(({ template }) => template)).toEqual(['renew-saved-searches'])
  expect(mails[0]?.content.text).toContain('25 november 2027')
  const token = tokenOf(mails[0], 'renew')
  await renewSavedSearches(wiring, token)
  await expect(renewSavedSearches(wiring, token)).rejects.toMatchObject({ kind: 'gone' })
  later(30)
  expect(await renewAndForget(wiring)).toEqual({ asked: 0, ended: 0, forgotten: 0 })
  later(340)
  expect(await renewAndForget(wiring)).toMatchObject({ ended: 1, forgotten: 0 })
  later(31)
  expect(await renewAndForget(wiring)).toMatchObject({ ended: 0, forgotten: 1 })
  expect(await database.db.searchSubscriber.count()).toBe(0)
})

test('what nobody confirms is forgotten after a week', async () => {
  await save('q=robot')
  later(6.9)
  expect(await renewAndForget(wiring)).toMatchObject({ forgotten: 0 })
  later(0.2)
  expect(await renewAndForget(wiring)).toMatchObject({ forgotten: 1 })
  expect(await database.db.searchSubscriber.count()).toBe(0)
})
