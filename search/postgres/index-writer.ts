/**
 * Writing the index. PostgreSQL always has a whole one, so that it can answer when another engine does not; a second engine
 * is written beside it. Writers share an advisory lock that a rebuild holds alone, and hold one for each id while they read
 * its present state and write it: a slow writer never overwrites what a later one has written.
 */
import type pg from 'pg'
import type { IndexPort } from '../port'
import type { SecondEngine } from '../second-engine'
import { currentGeneration, removeDocuments, switchTo, writeDocuments } from './postgres-index'

const LOCK = 'search-index'
const SHARED = `SELECT pg_advisory_xact_lock_shared(hashtextextended('${LOCK}', 0))`
const ALONE = `SELECT pg_advisory_xact_lock(hashtextextended('${LOCK}', 0))`
const EACH = `SELECT pg_advisory_xact_lock(hashtextextended('${LOCK}:' || id, 0)) FROM unnest($1::text[]) AS id`

/** @param second `null`: PostgreSQL alone. */
export function makeIndexWriter(pool: pg.Pool, second: SecondEngine | null): IndexPort {
  return {
    async sync(ids, load) {
      if (ids.length === 0) return
      const failure = await inTransaction(pool, async (client) => {
        await client.query(SHARED)
        // In one order, so that two writers never wait for each other.
        await client.query(EACH, [[...new Set(ids)].sort()])
        const documents = await load(ids)
        const present = new Set(documents.map(({ id }) => id))
        const removed = ids.filter((id) => !present.has(id))
        const generation = await currentGeneration(client)
        const written = await writeDocuments(client, generation, documents)
        if (removed.length > 0) await removeDocuments(client, generation, removed)
        // What PostgreSQL has stays, so that it is up to date when it has to stand in; the caller tries again.
        return second
          ?.write(
            documents.filter(({ id }) => written.has(id)),
            removed,
          )
          .then(
            () => null,
            (error: unknown) => ({ error }),
          )
      })
      if (failure) throw failure.error
    },

    async rebuild(batches) {
      const beside = await second?.beginRebuild()
      try {
        const count = await inTransaction(pool, async (client) => {
          await client.query(ALONE)
          const next = (await currentGeneration(client)) + 1
          let written = 0
          for await (const documents of batches) {
            await writeDocuments(client, next, documents)
            await beside?.add(documents)
            written += documents.length
          }
          await switchTo(client, next, written)
          await beside?.finish()
          return written
        })
        // The planner knows nothing of what came in one transaction.
        await pool.query('ANALYZE search_document, search_word')
        return count
      } catch (error) {
        await beside?.abandon()
        throw error
      }
    },
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
