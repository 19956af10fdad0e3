import { expect, test } from 'vitest'
import { testDatabase } from './database'

test('each test database is migrated, empty and its own', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()]
  await one.db.landsdeel.create({ data: { id: 'oost', name: 'Oost' } })
  expect(await one.db.landsdeel.count()).toBe(1)
  expect(await other.db.landsdeel.count()).toBe(0)
})

test('the tables of the worker are there', async () => {
  const { db } = await testDatabase()
  await db.$executeRaw`SELECT graphile_worker.add_job('nothing', '{}'::json)`
  expect(await db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs`).toEqual([
    { jobs: 1 },
  ])
})

test('a database that was disposed of is gone', async () => {
  const first = await testDatabase()
  await first.dispose()
  const { db } = await testDatabase()
  const name = new URL(first.url).pathname.slice(1)
  expect(await db.$queryRaw`SELECT datname FROM pg_database WHERE datname = ${name}`).toEqual([])
})

test.each([
  ['geography', 0],
  ['register', 8_622],
] as const)('%s holds the country, and the schools that belong to it', async (content, schools) => {
  const { db } = await testDatabase({ with: content })
  expect(await db.schoolBranch.count()).toBe(schools)
  expect(await db.municipality.count()).toBe(342)
  expect(await db.postcodeArea.count()).toBeGreaterThan(4_000)
  expect(await db.topic.count()).toBeGreaterThan(10)
})
