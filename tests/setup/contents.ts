/** What a test database may hold at the start. The seed is the program's own, so a template is as real as a demo. */
import path from 'node:path'
import { type Db, makeDb, makePool } from '~/platform/db/client.server'
import { type Content, EMPTY, filesIn } from './templates'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** The register is seeded through its importer, which is part of the schools. */
const SEED = ['prisma/seed', 'app/features/schools'].flatMap((folder) => filesIn(path.join(ROOT, folder)))
const NOW = new Date()
const TODAY = NOW.toISOString().slice(0, 10)

// The seed is loaded when a template is made, not by every test file that copies one.
async function geography(db: Db): Promise<void> {
  const { seedGeography } = await import('../../prisma/seed/steps/geography')
  const { seedHolidays, seedVocabularies } = await import('../../prisma/seed/steps/vocabularies')
  await seedGeography(db)
  await seedVocabularies(db)
  await seedHolidays(db)
}

function filled(name: string, fill: (db: Db) => Promise<void>, asOf?: string): Content {
  return {
    name,
    madeFrom: SEED,
    asOf,
    async fill(url) {
      const pool = makePool(url, 4)
      const db = makeDb(pool)
      try {
        await fill(db)
      } finally {
        await db.$disconnect()
        await pool.end()
      }
    },
  }
}

export const CONTENTS = {
  empty: EMPTY,
  /** Regions, municipalities, places, postcodes, holidays and the vocabularies. */
  geography: filled('geography', geography),
  /** With the 8,622 branches of the national register. */
  register: filled('register', async (db) => {
    await geography(db)
    const { seedRegister } = await import('../../prisma/seed/steps/register')
    await seedRegister(db, new Date('2026-09-01T08:00:00Z'))
  }),
  /** All of it, with the demo companies, offers and accounts of today. */
  demo: filled(
    'demo',
    async (db) => {
      const { seedAll } = await import('../../prisma/seed/index')
      await seedAll(db, { demo: true, now: NOW })
    },
    TODAY,
  ),
} as const satisfies Record<string, Content>
