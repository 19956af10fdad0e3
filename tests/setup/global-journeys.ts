/**
 * What the journeys run against: the program as the demo starts it (set-up, web, worker), on a database and a port of its
 * own. Everything ends with the run.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuild } from '../../scripts/lib/build.mjs'
import { makeSupervisor } from '../../scripts/lib/supervisor.mjs'
import { freePort } from './free-port'
import { announceJourneyServer } from './journey-server'
import { acquirePostgres } from './postgres-server'
import { databaseUrl, dropDatabasesOfDeadRuns, withClient } from './templates'

export default async function setup(): Promise<() => Promise<void>> {
  const build = await ensureBuild({ log: console.log })
  const lease = await acquirePostgres()
  await dropDatabasesOfDeadRuns(lease.url)
  const database = `test_${process.pid}_journeys`
  await withClient(lease.url, (admin) => admin.query(`CREATE DATABASE ${database}`))
  const mailFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'tests-journeys-'))
  const port = await freePort()
  const server = {
    // A name, because passkeys are bound to one; an address of numbers is none.
    origin: `http://localhost:${port}`,
    databaseUrl: databaseUrl(lease.url, database),
    mailFolder,
  }
  const env = {
    APP_ENV: 'test',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: server.origin,
    DATABASE_URL: server.databaseUrl,
    SECRET: 'a secret of journeys, long enough to be one',
    LOG_LEVEL: 'warn',
    FLOOD_FACTOR: '0',
    DEMO_MAIL_DIR: mailFolder,
    FILES_DIR: path.join(mailFolder, 'files'),
    DEMO_SEASON: 'small',
    SCHAKEL_BUILD: build.folder,
  }
  const supervisor = makeSupervisor((reason) => console.error(`A journey lost its server: ${reason}`))
  const end = async () => {
    await supervisor.stop()
    await withClient(lease.url, (admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
    await lease.release()
    fs.rmSync(mailFolder, { recursive: true, force: true })
  }
  try {
    await supervisor.run({ name: 'set-up', file: 'scripts/set-up.ts', env })
    await supervisor.start({ name: 'worker', file: 'scripts/worker.ts', env })
    await supervisor.start({ name: 'web', file: 'scripts/serve.ts', env })
  } catch (error) {
    await end()
    throw error
  }
  announceJourneyServer(server)
  return end
}
