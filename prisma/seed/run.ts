/** `npm run seed [-- --demo]`: fills the database of DATABASE_URL. */
import { makeDb, makePool } from '~/platform/db/client.server'
import { seedAll } from './index'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL says which database to fill')
const pool = makePool(url, 4)
const db = makeDb(pool)
await seedAll(db, {
  demo: process.argv.includes('--demo'),
  now: new Date(),
  onStep: (step, ms) => console.log(`${step}: ${ms} ms`),
})
await db.$disconnect()
await pool.end()
