/**
 * What a database remembers of its filling. Kept as the comment of the database itself: it lives and dies with the data,
 * and needs no table that production would have too.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

export type Stamp = {
  readonly seed?: string
  readonly index?: string
  /** A season that was begun and not ended is played anew; one that was ended stays, whatever the seed says later. */
  readonly season?: 'begun' | 'ended'
}

export async function readStamp(pool: pg.Pool): Promise<Stamp> {
  const { rows } = await pool.query<{ text: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname = current_database()`,
  )
  try {
    return JSON.parse(rows[0]?.text ?? '{}') as Stamp
  } catch {
    // A comment of somebody else: this database was not filled by us.
    return {}
  }
}

export async function writeStamp(pool: pg.Pool, stamp: Stamp): Promise<void> {
  // COMMENT takes no parameters; format() quotes name and text.
  const { rows } = await pool.query<{ sql: string }>(
    `SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql`,
    [JSON.stringify(stamp)],
  )
  if (rows[0]) await pool.query(rows[0].sql)
}

/** @returns a hash of the content of all files in the folders. */
export function hashOfFolders(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
    for (const file of files) hash.update(path.basename(file)).update('\0').update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}
