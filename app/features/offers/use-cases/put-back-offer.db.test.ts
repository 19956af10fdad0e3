import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, ANONYMOUS } from '~/authorisation/actor'
import type { OrganisationId, UserId } from '~/kernel/ids'
import { makeTransact } from '~/platform/db/client.server'
import { makePlaces } from '~/platform/geo/places.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeMember } from '../../../../tests/factories/user'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { makeCapacityStore } from '../../capacity/store.server'
import { makeMediaStore } from '../../media/store.server'
import { KEPT_VERSIONS, type OfferContent } from '../domain/offer'
import { offerVersionsPage } from '../queries/offer-versions.server'
import { makeOfferStore } from '../store.server'
import { type ChangeOfferNeeds, changeOffer } from './change-offer.server'
import { putBackOffer } from './put-back-offer.server'

const NOW = new Date('2026-11-29T12:00:00Z')
const clock = { now: () => NOW }
let database: TestDatabase
let needs: ChangeOfferNeeds

beforeAll(async () => {
  database = await testDatabase({ with: 'geography' })
  const transact = makeTransact(database.db, (tx) => ({
    offers: makeOfferStore(tx),
    capacity: makeCapacityStore(tx),
    media: makeMediaStore(tx),
    places: makePlaces(tx),
    outbox: makeOutbox(tx, { subscribersOf: () => [], clock }),
  }))
  needs = { transact, clock }
})
beforeEach(async () => {
  await database.db.capacitySlot.deleteMany()
  await database.db.offer.deleteMany()
})

async function company(facts: Parameters<typeof makeOffer>[1] = {}) {
  const offer = await makeOffer(database.db, { title: 'Eerst', ...facts })
  const user = await makeMember(database.db, offer.organisationId)
  const actor: Actor = {
    kind: 'user',
    userId: user.id as UserId,
    emailVerified: true,
    schools: new Map(),
    organisations: new Map([[offer.organisationId as OrganisationId, 'owner']]),
    regions: new Set(),
    isAdministrator: false,
  }
  return { id: offer.id, user, actor }
}

const nowOf = (id: string) => database.db.offer.findUniqueOrThrow({ where: { id } })
const keptOf = (id: string) =>
  database.db.offerVersion.findMany({ where: { offerId: id }, orderBy: { version: 'asc' } })

async function change(actor: Actor, id: string, facts: Partial<OfferContent>) {
  const { version } = await nowOf(id)
  const content = (before: OfferContent) => ({ ...before, ...facts })
  await changeOffer(needs, actor, { id, version, content, publish: false })
}

test('each change of what schools see keeps what it said, with who and when', async () => {
  const { id, actor, user } = await company()
  await change(actor, id, { title: 'Toen' })
  await change(actor, id, {})
  await change(actor, id, { costCents: 1250, topicIds: ['ict', 'robotica'] })
  const kept = await keptOf(id)
  expect(kept).toMatchObject([
    { version: 1, content: { title: 'Eerst' }, replacedAt: NOW, replacedById: user.id },
    { version: 3, content: { title: 'Toen', costCents: 0, topicIds: ['robotica'] } },
  ])
  const page = await offerVersionsPage({ db: database.db, clock }, actor, id, 'nl')
  expect(page.versions.map(({ version, changes }) => [version, changes.map(({ field }) => field)])).toEqual([
    [3, ['topicIds', 'costCents']],
    [1, ['title']],
  ])
  expect(page.versions[0]?.by).toEqual({ colleague: user.name })
  expect(page.names.robotica).toMatch(/robot/i)
})

test('a draft keeps nothing, and neither does a change that is refused', async () => {
  const draft = await company({ state: 'draft' })
  await change(draft.actor, draft.id, { title: 'Toen' })
  expect(await keptOf(draft.id)).toEqual([])
  const seen = await company()
  await expect(change(seen.actor, seen.id, { summary: '' })).rejects.toMatchObject({
    code: 'offer.gap-summary',
  })
  expect(await keptOf(seen.id)).toEqual([])
})

test('the newest fifty stay', async () => {
  const { id } = await company({ state: 'paused' })
  for (let turn = 0; turn < KEPT_VERSIONS + 3; turn++)
    await needs.transact(async ({ offers }) => {
      const offer = await offers.lock(id)
      if (!offer) throw new Error('the offer is gone')
      const place = await offers.placeOfOrganisation(offer.organisationId)
      const content = { ...offer.content, title: `Titel ${turn}` }
      await offers.saveContent(offer, { content, place, byId: null }, NOW)
    })
  const versions = (await keptOf(id)).map(({ version }) => version)
  expect([versions.length, versions[0], versions.at(-1)]).toEqual([KEPT_VERSIONS, 4, KEPT_VERSIONS + 3])
})

test('what is put back is a new change, and what it replaces is kept too', async () => {
  const { id, actor } = await company({ sessionsPerYear: 10 })
  const before = await nowOf(id)
  await change(actor, id, { title: 'Toen', sessionsPerYear: 4, levels: [{ level: 'havo', years: [3] }] })
  await putBackOffer(needs, actor, { id, kept: 1, version: 2 })
  const { title, levels, sessionsPerYear, version } = await nowOf(id)
  expect({ title, levels, sessionsPerYear, version }).toEqual({
    title: before.title,
    levels: before.levels,
    sessionsPerYear: 10,
    version: 3,
  })
  expect((await keptOf(id)).map((row) => row.version)).toEqual([1, 2])
})

test('it is refused on top of a change that the page did not show, for what is not kept, and by the rules of today', async () => {
  const { id, actor } = await company()
  await change(actor, id, { title: 'Toen' })
  const back = (kept: number, version: number, who: Actor = actor) =>
    putBackOffer(needs, who, { id, kept, version })
  await expect(back(1, 1)).rejects.toMatchObject({ kind: 'conflict', code: 'offer.moved-meanwhile' })
  await expect(back(7, 2)).rejects.toMatchObject({ kind: 'gone', code: 'offer.version-gone' })
  await expect(back(1, 2, ANONYMOUS)).rejects.toThrow()
  await database.db.offerVersion.updateMany({
    where: { offerId: id },
    data: { content: { title: 'Eerst', topicIds: ['bestaat-niet-meer'] } },
  })
  await expect(back(1, 2)).rejects.toMatchObject({ code: 'offer.term-unknown' })
  expect((await nowOf(id)).title).toBe('Toen')
})
