/**
 * What the demo does before it opens: tables, real data, invented companies, a season, index. Each part is done once and again only
 * when what it is made from has changed.
 */
import path from 'node:path'
import { makeDb, makePool } from '~/platform/db/client.server'
import { migrate } from '~/platform/db/migrations.server'
import { env } from '~/platform/env/env.server'
import { makeFileStore } from '~/platform/files/file-store.server'
import { installWorkerSchema } from '~/platform/jobs/worker.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { hashOfFolders, readStamp, writeStamp } from './lib/stamp'

const ROOT = path.resolve(import.meta.dirname, '..')

// What fills is loaded where something is to be filled: a second start has nothing to do and is done in a moment.
const settings = env()
const pool = makePool(withoutWaitingForTheDisk(settings.DATABASE_URL), settings.DATABASE_POOL)
const db = makeDb(pool)
const { search, index } = makeEngine(pool, settings)
const now = new Date()
const attachments = makeFileStore(path.join(settings.FILES_DIR, 'attachments'))

const applied = await migrate(settings.DATABASE_URL, path.join(ROOT, 'prisma/migrations'))
if (applied.length > 0) console.log(`Migrated: ${applied.join(', ')}`)
await installWorkerSchema(settings.DATABASE_URL)

const stamp = await readStamp(pool)
const seed = hashOfFolders([path.join(ROOT, 'prisma/seed')])
if (stamp.seed !== seed) {
  console.log('Filling the database …')
  const startedAt = performance.now()
  const { seedAll } = await import('../prisma/seed/index')
  await seedAll(db, { demo: true, now, attachments })
  await pool.query('ANALYZE')
  await writeStamp(pool, { ...stamp, seed })
  console.log(`Filled in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
if (settings.DEMO_SEASON !== 'none' && (await readStamp(pool)).season !== 'ended') {
  console.log('Playing a season of requests and bookings …')
  const startedAt = performance.now()
  const [{ clearSeason }, { playSeason }] = await Promise.all([
    import('../prisma/seed/season/clear'),
    import('../prisma/seed/season/index'),
  ])
  if ((await readStamp(pool)).season === 'begun') await clearSeason(db)
  await writeStamp(pool, { ...(await readStamp(pool)), season: 'begun', index: undefined })
  await playSeason(db, now, settings.DEMO_SEASON, attachments)
  await pool.query('ANALYZE')
  await writeStamp(pool, { ...(await readStamp(pool)), season: 'ended' })
  console.log(`Played in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
const fed = `${search.engine}-${hashOfFolders([path.join(ROOT, 'prisma/seed'), path.join(ROOT, 'search')])}`
if ((await readStamp(pool)).index !== fed || (await search.health()).documents === 0) {
  const startedAt = performance.now()
  const { allOfferDocuments } = await import('../app/features/finder/queries/offer-documents.server')
  const count = await index.rebuild(allOfferDocuments(db, now))
  await writeStamp(pool, { ...(await readStamp(pool)), index: fed })
  console.log(`Indexed ${count} offers in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
await db.$disconnect()
await pool.end()

/**
 * What is filled here can be filled again. The log is still written in order: after a crash no stamp stands that came
 * after what is lost.
 */
function withoutWaitingForTheDisk(address: string): string {
  const url = new URL(address)
  url.searchParams.set('options', '-c synchronous_commit=off')
  return url.href
}
