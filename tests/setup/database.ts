/** A database of its own for each test file that asks: real PostgreSQL, migrated, empty or filled, gone afterwards. */
import type pg from 'pg'
import { inject } from 'vitest'
import { type Db, makeDb, makePool } from '~/platform/db/client.server'
import { atTheEnd } from './at-the-end'
import { CONTENTS } from './contents'
import { databaseUrl, ensureTemplate, withClient } from './templates'

export type TestDatabase = {
  readonly url: string
  readonly db: Db
  readonly pool: pg.Pool
  /** Closes the connections and drops the database. Done by itself after the last test of the file. */
  dispose(): Promise<void>
}

let made = 0

/**
 * Costs about 30 ms with connections.
 * @param options `with`: what it holds at the start; only the migrated tables unless told.
 */
export async function testDatabase(
  options: { readonly with?: keyof typeof CONTENTS; readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const template = await ensureTemplate(server, CONTENTS[options.with ?? 'empty'])
  const name = `test_${process.pid}_${Date.now().toString(36)}_${made++}`
  await withClient(server, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`),
  )
  const url = databaseUrl(server, name)
  const pool = makePool(url, options.poolSize ?? 10)
  const db = makeDb(pool)
  let disposed = false
  const database: TestDatabase = {
    url,
    db,
    pool,
    async dispose() {
      if (disposed) return
      disposed = true
      await db.$disconnect()
      await pool.end()
      await withClient(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
  atTheEnd(database.dispose)
  return database
}
