// `npm run prisma -- <arguments>`: the Prisma CLI on the embedded PostgreSQL, with the schema engine that needs no download.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensurePostgres } from './pg-embedded.mjs'

const args = process.argv.slice(2)
const needsDatabase = args[0] === 'migrate' || args[0] === 'db'
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs'),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}
const server =
  needsDatabase && !process.env.DATABASE_URL
    ? await ensurePostgres({ dir: path.resolve('.data/pg-tools'), durable: false })
    : null
if (server) env.DATABASE_URL = server.url('postgres')
const result = spawnSync(path.resolve('node_modules/.bin/prisma'), args, {
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (server) server.stop()
process.exit(result.status ?? 1)
