import { beforeAll, beforeEach, expect, test } from 'vitest'
import { SYSTEM } from '~/authorisation/actor'
import { makeTransact } from '~/platform/db/client.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { makeOffer } from '../../../../tests/factories/offer'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { makeCapacityStore } from '../../capacity/store.server'
import { makeMediaStore } from '../../media/store.server'
import { makeOfferStore } from '../store.server'
import type { MoveOfferNeeds } from './move-offer.server'
import { resumeDueOffers } from './resume-due-offers.server'

let database: TestDatabase
let now = new Date()
const clock = { now: () => now }

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.db.capacitySlot.deleteMany()
  await database.db.offer.deleteMany()
  await database.db.outboxEvent.deleteMany()
})

function needs(): MoveOfferNeeds {
  const transact = makeTransact(database.db, (tx) => ({
    offers: makeOfferStore(tx),
    capacity: makeCapacityStore(tx),
    media: makeMediaStore(tx),
    outbox: makeOutbox(tx, { subscribersOf: () => [], clock }),
  }))
  return { transact, clock }
}

const pausedUntil = (day: string | null, facts: Parameters<typeof makeOffer>[1] = {}) =>
  makeOffer(database.db, {
    state: 'paused',
    pausedUntil: day === null ? null : new Date(day),
    version: 1,
    ...facts,
  })
const stateOf = async (id: string) =>
  (await database.db.offer.findUniqueOrThrow({ where: { id }, select: { state: true, pausedUntil: true } }))
    .state

test('what is due comes back on its day in Amsterdam, and not the evening before', async () => {
  const offer = await pausedUntil('2027-02-01')
  now = new Date('2027-01-31T22:30:00Z')
  expect(await resumeDueOffers(needs(), SYSTEM)).toBe(0)
  expect(await stateOf(offer.id)).toBe('paused')
  // Half past midnight in Amsterdam.
  now = new Date('2027-01-31T23:30:00Z')
  expect(await resumeDueOffers(needs(), SYSTEM)).toBe(1)
  expect(await database.db.offer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({
    state: 'published',
    pausedUntil: null,
    lastConfirmedAt: now,
  })
  expect(await database.db.outboxEvent.findMany({ select: { type: true, subjectId: true } })).toEqual([
    { type: 'OfferPublished', subjectId: offer.id },
    // Its places are there again: who waits goes first.
    { type: 'CalendarChanged', subjectId: offer.id },
  ])
  expect(await database.db.capacitySlot.count({ where: { offerId: offer.id } })).toBe(2)
})

test('it runs twice, and side by side, without telling twice', async () => {
  await pausedUntil('2027-02-01')
  now = new Date('2027-02-03T03:10:00Z')
  await Promise.all([resumeDueOffers(needs(), SYSTEM), resumeDueOffers(needs(), SYSTEM)])
  await resumeDueOffers(needs(), SYSTEM)
  expect(await database.db.outboxEvent.count({ where: { type: 'OfferPublished' } })).toBe(1)
})

test('what is paused until somebody says so, or archived, stays; what is incomplete stops nobody else', async () => {
  now = new Date('2027-02-03T03:10:00Z')
  const open = await pausedUntil(null)
  const archived = await makeOffer(database.db, { state: 'archived' })
  const incomplete = await pausedUntil('2027-02-01', { summary: '' })
  const complete = await pausedUntil('2027-02-02')
  expect(await resumeDueOffers(needs(), SYSTEM)).toBe(1)
  expect(await Promise.all([open, archived, incomplete, complete].map(({ id }) => stateOf(id)))).toEqual([
    'paused',
    'archived',
    'paused',
    'published',
  ])
  expect(await database.db.capacitySlot.count({ where: { offerId: incomplete.id } })).toBe(0)
})
