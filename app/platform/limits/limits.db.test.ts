import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { type Limits, makeLimits } from './limits.server'

let database: TestDatabase
let limits: Limits
beforeAll(async () => {
  database = await testDatabase()
  limits = makeLimits(database.pool, 'a secret of tests')
})
const rule = { name: 'knock', tries: 3, seconds: 120 }

test('after so many tries the next is refused with the time to wait, also in another process', async () => {
  for (let tries = 0; tries < 3; tries++) await limits.take(rule, 'a@schakel.example')
  const other = makeLimits(database.pool, 'a secret of tests')
  await expect(other.take(rule, ' A@Schakel.example')).rejects.toMatchObject({
    kind: 'too-many',
    code: 'limit.too-many',
    params: { minutes: 2 },
  })
  await limits.take(rule, 'b@schakel.example')
})

test('tries at the same moment are all counted', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => limits.take(rule, 'at once')))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(3)
})

test('a good try is given back; a forgotten one starts anew', async () => {
  for (let tries = 0; tries < 10; tries++) {
    await limits.take(rule, 'good')
    await limits.giveBack(rule, 'good')
  }
  for (let tries = 0; tries < 3; tries++) await limits.take(rule, 'forgotten')
  await limits.forget(rule, 'forgotten')
  await limits.take(rule, 'forgotten')
})

test('the table names nobody', async () => {
  await limits.take(rule, 'secret@schakel.example')
  const rows = await database.db.rateLimit.findMany()
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.key).toMatch(/^knock:[\w-]{43}$/)
})
