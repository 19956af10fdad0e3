/**
 * What the demo does before it opens: tables, real data, invented companies, a season, index. Each part is done once and again only
 * when what it is made from has changed.
 */
import path from 'node:path'
import { migrate } from '~/platform/db/migrations.server'
import { installWorkerSchema } from '~/platform/jobs/worker.server'
import { allOfferDocuments } from '../app/features/finder/queries/offer-documents.server'
import { wire } from '../app/wiring.server'
import { seedAll } from '../prisma/seed/index'
import { clearSeason } from '../prisma/seed/season/clear'
import { playSeason } from '../prisma/seed/season/index'
import { hashOfFolders, readStamp, writeStamp } from './lib/stamp'

const ROOT = path.resolve(import.meta.dirname, '..')

const { env, db, pool, clock, search, index, close } = wire()
const applied = await migrate(env.DATABASE_URL, path.join(ROOT, 'prisma/migrations'))
if (applied.length > 0) console.log(`Migrated: ${applied.join(', ')}`)
await installWorkerSchema(env.DATABASE_URL)

const stamp = await readStamp(pool)
const seed = hashOfFolders([path.join(ROOT, 'prisma/seed')])
if (stamp.seed !== seed) {
  console.log('Filling the database …')
  const startedAt = performance.now()
  await seedAll(db, { demo: true, now: clock.now() })
  await pool.query('ANALYZE')
  await writeStamp(pool, { ...stamp, seed })
  console.log(`Filled in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
if (env.DEMO_SEASON !== 'none' && (await readStamp(pool)).season !== 'ended') {
  console.log('Playing a season of requests and bookings …')
  const startedAt = performance.now()
  if ((await readStamp(pool)).season === 'begun') await clearSeason(db)
  await writeStamp(pool, { ...(await readStamp(pool)), season: 'begun', index: undefined })
  await playSeason(db, clock.now(), env.DEMO_SEASON)
  await pool.query('ANALYZE')
  await writeStamp(pool, { ...(await readStamp(pool)), season: 'ended' })
  console.log(`Played in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
const fed = `${search.engine}-${hashOfFolders([path.join(ROOT, 'prisma/seed'), path.join(ROOT, 'search')])}`
if ((await readStamp(pool)).index !== fed || (await search.health()).documents === 0) {
  const startedAt = performance.now()
  const count = await index.rebuild(allOfferDocuments(db, clock.now()))
  await writeStamp(pool, { ...(await readStamp(pool)), index: fed })
  console.log(`Indexed ${count} offers in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
await close()
