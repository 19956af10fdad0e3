/** What a test database may hold at the start. */
import path from 'node:path'
import { calendarDateOf, schoolYearOf } from '~/kernel/calendar'
import { type Db, makeDb, makePool } from '~/platform/db/client.server'
import { seedAll } from '../../prisma/seed'
import { seedGeography } from '../../prisma/seed/steps/geography'
import { seedHolidays, seedVocabularies } from '../../prisma/seed/steps/vocabularies'
import { type Content, EMPTY, filesIn } from './templates'

const SEED = path.resolve(import.meta.dirname, '../../prisma/seed')

async function fillWith(url: string, fill: (db: Db) => Promise<void>): Promise<void> {
  const pool = makePool(url, 2)
  const db = makeDb(pool)
  await fill(db)
  await db.$disconnect()
  await pool.end()
}

/** Municipalities, regions, places, postcodes, topics and other vocabularies, holidays: no schools, no people. */
const GEOGRAPHY: Content = {
  name: 'geography',
  madeFrom: filesIn(SEED),
  fill: (url) =>
    fillWith(url, async (db) => {
      await seedGeography(db)
      await seedVocabularies(db)
      await seedHolidays(db)
    }),
}

/** All that the demo starts with: the whole register, 140 companies, 300 offers, the accounts. Made anew each school year. */
const DEMO: Content = {
  name: `demo_${schoolYearOf(calendarDateOf(new Date())).replace('-', '_')}`,
  madeFrom: filesIn(SEED),
  fill: (url) => fillWith(url, (db) => seedAll(db, { demo: true, now: new Date() })),
}

export const CONTENTS = { empty: EMPTY, geography: GEOGRAPHY, demo: DEMO } as const satisfies Record<
  string,
  Content
>
