/**
 * Writing Meilisearch. Everything there is a task that may fail after it was accepted: each is waited for. A rebuild fills
 * an index of its own, checks that all came, and swaps.
 */
import { randomUUID } from 'node:crypto'
import { type EnqueuedTaskPromise, type Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { SecondEngine } from '../second-engine'
import { indexName, SETTINGS } from './settings'
import { storedOffer } from './stored-offer'

const WAIT = { timeout: 60_000, interval: 20 }

/** @throws Error when the task fails or takes more than a minute. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, type } = await task.waitTask(WAIT)
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${type} ${status}: ${error?.message ?? ''}`)
}

/** @param base name of the index without its version. */
export function makeMeilisearchIndex(client: Meilisearch, base: string): SecondEngine {
  const live = indexName(base)
  return {
    async write(documents, removedIds) {
      await ensureIndex(client, live)
      const index = client.index(live)
      await Promise.all([
        documents.length > 0 ? done(index.addDocuments(documents.map(storedOffer))) : undefined,
        removedIds.length > 0 ? done(index.deleteDocuments([...removedIds])) : undefined,
      ])
    },

    async beginRebuild() {
      await sweep(client, live)
      const name = `${live}-${Date.now()}-${randomUUID().slice(0, 8)}`
      await makeIndex(client, name)
      const index = client.index(name)
      let added = 0
      return {
        async add(documents) {
          added += documents.length
          await done(index.addDocuments(documents.map(storedOffer)))
        },
        async finish() {
          const { numberOfDocuments } = await index.getStats()
          if (numberOfDocuments !== added)
            throw new Error(`Meilisearch has ${numberOfDocuments} of ${added} documents`)
          await ensureIndex(client, live)
          await done(client.swapIndexes([{ indexes: [live, name], rename: false }]))
          await done(client.deleteIndex(name))
        },
        async abandon() {
          await done(client.deleteIndex(name))
        },
      }
    },
  }
}

/** Settings first: they would be worked through once more over all documents. */
async function makeIndex(client: Meilisearch, name: string): Promise<void> {
  await done(client.createIndex(name, { primaryKey: 'id' }))
  await done(client.index(name).updateSettings(SETTINGS))
}

async function ensureIndex(client: Meilisearch, name: string): Promise<void> {
  try {
    await client.getRawIndex(name)
  } catch (error) {
    if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'index_not_found') throw error
    await makeIndex(client, name)
  }
}

const AN_HOUR_MS = 3_600_000

/** What a rebuild that was killed left behind. */
async function sweep(client: Meilisearch, live: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1000 })
  for (const { uid } of results) {
    const startedAt = uid.startsWith(`${live}-`)
      ? Number(uid.slice(live.length + 1).split('-')[0])
      : Number.NaN
    if (Date.now() - startedAt > AN_HOUR_MS) await done(client.deleteIndex(uid))
  }
}
