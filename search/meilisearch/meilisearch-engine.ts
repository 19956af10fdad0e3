/** Both sides of Meilisearch, each with the key that it needs. */
import { Meilisearch } from 'meilisearch'
import type { SearchPort } from '../port'
import type { SecondEngine } from '../second-engine'
import { makeMeilisearchIndex } from './meilisearch-index'
import { makeMeilisearchSearch } from './meilisearch-search'

/** Longer nobody who searches waits before PostgreSQL answers. */
const SEARCH_MS = 2_000
const WRITE_MS = 30_000

export type Access = {
  readonly host: string
  /** May search, and read statistics and the version. */
  readonly searchKey?: string | undefined
  /** May do everything with indexes. */
  readonly writeKey?: string | undefined
  /** Name of the index without its version. */
  readonly indexBase: string
}

/**
 * It packs what it answers bit by bit, and each bit waits for the one before to be acknowledged: 40 ms on one machine or in one
 * network, where packing gains nothing.
 */
export const UNPACKED = { headers: { 'Accept-Encoding': 'identity' } }

export function makeMeilisearchEngine({ host, searchKey, writeKey, indexBase }: Access): {
  readonly search: SearchPort
  readonly index: SecondEngine
} {
  const client = (key: string | undefined, timeout: number) =>
    new Meilisearch({ host, timeout, requestInit: UNPACKED, ...(key ? { apiKey: key } : {}) })
  return {
    search: makeMeilisearchSearch(client(searchKey, SEARCH_MS), indexBase),
    index: makeMeilisearchIndex(client(writeKey, WRITE_MS), indexBase),
  }
}
