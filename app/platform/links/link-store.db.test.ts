import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { type KeptLink, makeLinkStore } from './link-store.server'

const now = new Date('2026-11-24T12:00:00Z')
const tomorrow = new Date('2026-11-25T12:00:00Z')
let database: TestDatabase
let store: ReturnType<typeof makeLinkStore>
beforeAll(async () => {
  database = await testDatabase()
  store = makeLinkStore(database.db)
})
const keep = async (id: string, more: Partial<KeptLink> = {}) =>
  store.keep({
    id,
    purpose: 'verify-email',
    subjectId: 'somebody',
    payload: { as: 'school' },
    expiresAt: tomorrow,
    ...more,
  })

test('a link works once, however many use it at the same moment', async () => {
  await keep('once')
  const answers = await Promise.all(Array.from({ length: 8 }, () => store.use('verify-email', 'once', now)))
  expect(answers.filter(Boolean)).toEqual([{ subjectId: 'somebody', payload: { as: 'school' } }])
  expect(await store.look('verify-email', 'once', now)).toBeNull()
})

test('looking does not use it', async () => {
  await keep('looked-at')
  for (let times = 0; times < 2; times++)
    expect(await store.look('verify-email', 'looked-at', now)).not.toBeNull()
  expect(await store.use('verify-email', 'looked-at', now)).not.toBeNull()
})

test('a use that is rolled back leaves the link as it was', async () => {
  await keep('rolled-back')
  await expect(
    database.db.$transaction(async (tx) => {
      await makeLinkStore(tx).use('verify-email', 'rolled-back', now)
      throw new Error('on purpose')
    }),
  ).rejects.toThrow('on purpose')
  expect(await store.look('verify-email', 'rolled-back', now)).not.toBeNull()
})

test('an expired link and one for something else open nothing; keeping a used link again does not revive it', async () => {
  await keep('expired', { expiresAt: now })
  expect(await store.use('verify-email', 'expired', now)).toBeNull()
  await keep('other')
  expect(await store.use('reset-password', 'other', now)).toBeNull()
  await store.use('verify-email', 'other', now)
  await keep('other')
  expect(await store.use('verify-email', 'other', now)).toBeNull()
})

test('withdrawing ends the links of one person for one purpose', async () => {
  await keep('mine', { subjectId: 'a', purpose: 'reset-password' })
  await keep('mine-too', { subjectId: 'a' })
  await keep('theirs', { subjectId: 'b', purpose: 'reset-password' })
  await store.withdraw('reset-password', 'a', now)
  expect(await store.look('reset-password', 'mine', now)).toBeNull()
  expect(await store.look('verify-email', 'mine-too', now)).not.toBeNull()
  expect(await store.look('reset-password', 'theirs', now)).not.toBeNull()
})
