/** The program as the demo starts it (set-up, web, worker), on a database and a port of its own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuild } from '../../scripts/lib/build.mjs'
import { makeSupervisor } from '../../scripts/lib/supervisor.mjs'
import { freePort } from './free-port'
import { acquirePostgres } from './postgres-server'
import { databaseUrl, dropDatabasesOfDeadRuns, withClient } from './templates'

export type Program = {
  readonly origin: string
  readonly databaseUrl: string
  readonly mailFolder: string
  /** Where answers by mail are taken in. */
  readonly mailInPort: number
  /** Ends it and leaves nothing behind. */
  end(): Promise<void>
}

/**
 * @param name of the database, between those of other runs.
 * @param settings of the environment, above those of the journeys.
 */
export async function startProgram(
  name: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const build = await ensureBuild({ log: console.error })
  const lease = await acquirePostgres()
  await dropDatabasesOfDeadRuns(lease.url)
  const database = `test_${process.pid}_${name}`
  await withClient(lease.url, (admin) => admin.query(`CREATE DATABASE ${database}`))
  const mailFolder = fs.mkdtempSync(path.join(os.tmpdir(), `tests-${name}-`))
  const port = await freePort()
  const mailInPort = await freePort()
  // A name, because passkeys are bound to one; an address of numbers is none.
  const origin = `http://localhost:${port}`
  const env = {
    APP_ENV: 'test',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: databaseUrl(lease.url, database),
    SECRET: 'a secret of journeys, long enough to be one',
    LOG_LEVEL: 'warn',
    FLOOD_FACTOR: '0',
    DEMO_MAIL_DIR: mailFolder,
    MAIL_IN_PORT: String(mailInPort),
    FILES_DIR: path.join(mailFolder, 'files'),
    DEMO_SEASON: 'small',
    SCHAKEL_BUILD: build.folder,
    ...settings,
  }
  const supervisor = makeSupervisor((reason) => console.error(`The server is lost: ${reason}`))
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
  return { origin, databaseUrl: env.DATABASE_URL, mailFolder, mailInPort, end }
}
