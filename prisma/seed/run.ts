/** `npm run seed [-- --demo]`: fills the database of DATABASE_URL. */
import path from 'node:path'
import { makeDb, makePool } from '~/platform/db/client.server'
import { makeFileStore } from '~/platform/files/file-store.server'
import { seedAll } from './index'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL says which database to fill')
const pool = makePool(url, 4)
const db = makeDb(pool)
await seedAll(db, {
  demo: process.argv.includes('--demo'),
  now: new Date(),
  attachments: makeFileStore(path.join(process.env.FILES_DIR || '.data/files', 'attachments')),
  onStep: (step, ms) => console.log(`${step}: ${ms} ms`),
})
await db.$disconnect()
await pool.end()
