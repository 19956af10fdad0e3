/**
 * Applies prisma/migrations over a plain connection: the same table, rows, checksums and lock as `prisma migrate deploy`,
 * without its engine, in milliseconds. The Prisma CLI can go on where this stopped and the other way round.
 */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The advisory lock that Prisma itself takes. */
const PRISMA_LOCK = 72_707_369
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

/** @returns the names of the migrations in the folder, oldest first. */
export function migrationNames(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(scriptOf(folder, entry.name)))
    .map((entry) => entry.name)
    .sort()
}

/**
 * @returns those of the names that this database has not finished. All of them when it was never migrated.
 * Costs one statement.
 */
export async function unfinishedMigrations(
  db: { query: (sql: string) => Promise<{ rows: Row[] }> },
  names: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await db.query(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations',
  )
  const finished = new Set(rows.filter(isFinished).map((row) => row.migration_name))
  return names.filter((name) => !finished.has(name))
}

/**
 * Brings a database up to date. Processes that do so at once wait for one another.
 * @param folder prisma/migrations.
 * @returns the names of those applied now.
 * @throws Error when one failed now or before, or was changed after it was applied.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(TABLE)
    const { rows } = await client.query<Row>(
      'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
    )
    const broken = rows.find((row) => !row.finished_at && !row.rolled_back_at)
    if (broken)
      throw new Error(`migration ${broken.migration_name} failed before; see prisma migrate resolve`)
    const finished = new Map(rows.filter(isFinished).map((row) => [row.migration_name, row.checksum]))
    const applied: string[] = []
    for (const name of migrationNames(folder)) {
      const script = fs.readFileSync(scriptOf(folder, name), 'utf8')
      const checksum = createHash('sha256').update(script).digest('hex')
      const known = finished.get(name)
      if (known === undefined) {
        await apply(client, name, script, checksum)
        applied.push(name)
      } else if (known !== checksum) {
        throw new Error(`migration ${name} was changed after it was applied: a change needs one of its own`)
      }
    }
    return applied
  } finally {
    // Ends the session and with it the lock.
    await client.end()
  }
}

function isFinished(row: Row): boolean {
  return row.finished_at !== null && row.rolled_back_at === null
}

function scriptOf(folder: string, name: string): string {
  return path.join(folder, name, 'migration.sql')
}

async function apply(client: pg.Client, name: string, script: string, checksum: string): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    // One simple query is one transaction: all of a script or nothing of it.
    await client.query(script)
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)])
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}
