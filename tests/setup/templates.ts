/**
 * Template databases: made once per state of migrations (and of the seed), then copied in about 15 ms. The name holds a
 * hash of what it was made from, so a changed migration makes a new template and an unchanged one is used again.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '~/platform/db/migrations.server'
import { installWorkerSchema } from '~/platform/jobs/worker.server'
import { isAlive } from './lock'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MIGRATIONS = path.join(ROOT, 'prisma/migrations')

/** What a template holds besides empty tables. */
export type Content = {
  readonly name: string
  /** Files whose content decides whether an existing template is still right. */
  readonly madeFrom: readonly string[]
  /** What else it depends on, e.g. the day. */
  readonly asOf?: string
  fill(url: string): Promise<void>
}

export const EMPTY: Content = { name: 'empty', madeFrom: [], fill: async () => {} }

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * @param server address of the maintenance database.
 * @returns the name of a template database with that content. Runs that ask at the same time wait for one maker.
 */
export async function ensureTemplate(server: string, content: Content = EMPTY): Promise<string> {
  const name = `template_${content.name}_${hashOf([...filesIn(MIGRATIONS), ...content.madeFrom], content.asOf)}`
  return withClient(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [`template_${content.name}`])
    const known = await admin.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_' || $1 || '\\_%'`,
      [content.name],
    )
    if (known.rows.some((row) => row.datname === name)) return name
    const making = `making_${content.name}`
    await admin.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    if (content.name === EMPTY.name) {
      await admin.query(`CREATE DATABASE ${making}`)
      const url = databaseUrl(server, making)
      await migrate(url, MIGRATIONS)
      await installWorkerSchema(url)
    } else {
      const empty = await ensureTemplate(server)
      await admin.query(`CREATE DATABASE ${making} TEMPLATE ${empty} STRATEGY file_copy`)
    }
    await content.fill(databaseUrl(server, making))
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
    for (const row of known.rows) {
      // A run with the state of before may be copying it at this moment; it goes at the next occasion.
      await admin.query(`DROP DATABASE IF EXISTS ${row.datname}`).catch(() => {})
    }
    return name
  })
}

/** @returns all files below the folder, sorted. */
export function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function hashOf(files: readonly string[], asOf = ''): string {
  const hash = createHash('sha256').update(asOf)
  for (const file of files) hash.update(path.basename(file)).update('\0').update(fs.readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Removes the databases `test_<process id>_…` whose process is no more. */
export async function dropDatabasesOfDeadRuns(server: string): Promise<void> {
  await withClient(server, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'`,
    )
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split('_')[1])))
        await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    }
  })
}
