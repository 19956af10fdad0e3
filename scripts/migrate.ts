/** `npm run migrate`: brings the database of DATABASE_URL and the worker's own tables up to date. */
import path from 'node:path'
import { migrate } from '~/platform/db/migrations.server'
import { installWorkerSchema } from '~/platform/jobs/worker.server'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL says which database to migrate.')
const applied = await migrate(url, path.resolve(import.meta.dirname, '../prisma/migrations'))
await installWorkerSchema(url)
for (const name of applied) console.log(`applied ${name}`)
console.log(applied.length === 0 ? 'up to date' : `${applied.length} migrations applied`)
