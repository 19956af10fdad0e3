/**
 * The search port: one question, one answer, two engines (`postgres/`, `meilisearch/`), one contract (`contract.ts`).
 * Limits: offers only; at most 1,000 hits can be paged through; the index trails the database by seconds, so open
 * places are read again from PostgreSQL where something is promised.
 */
import type { Point } from '~/kernel/geography'
import type { OfferDocument } from './document'
import type { Explained } from './explanation'
import type { TextPart } from './highlight'
import type { FacetName, SearchQuery } from './query'

export type SearchHit = {
  readonly document: OfferDocument
  /** From the asked point to the company, km; `null` without a point or for online and download. */
  readonly distanceKm: number | null
  /** Title and summary with the words that were asked for marked. */
  readonly title: readonly TextPart[]
  readonly summary: readonly TextPart[]
}

/** `value` is an id of the facet's vocabulary (`vmbo` and `vmbo-3` for level; `true` for free and girlsFocus). */
export type FacetCount = { readonly value: string; readonly count: number }

export type SearchPage = {
  readonly hits: readonly SearchHit[]
  /** All hits of the query, not only of this page. Exact. */
  readonly total: number
  /**
   * No offer has enough of what was typed: these only look like it, and are shown as such. `false` without a text and
   * without hits.
   */
  readonly isAlmost: boolean
  readonly page: number
  readonly pageSize: number
  /** Per asked facet, most frequent first. A facet's own choice does not limit its own counts. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>
}

/** A hit as the map needs it. `rank` is its place in the list, from 1. */
export type MapPoint = {
  readonly id: string
  readonly slug: string
  readonly rank: number
  readonly kind: OfferDocument['kind']
  readonly title: string
  readonly organisationName: string
  readonly point: Point
}

export type EngineHealth = {
  readonly ok: boolean
  readonly engine: string
  readonly version: string
  readonly documents: number
  /** Answers, but not by the engine that was meant to: `problem` says why. */
  readonly degraded?: boolean
  readonly problem?: string
}

/** What a page may ask. */
export type SearchPort = {
  readonly engine: 'postgres' | 'meilisearch'
  search(query: SearchQuery): Promise<SearchPage>
  /** The first 1,000 hits that have a point, in the order of `search`. */
  mapPoints(query: SearchQuery): Promise<readonly MapPoint[]>
  /**
   * Why these hits of the query stand where they do. One question more, for those who ask.
   * @param ids of one page of `search(query)`, in its order.
   */
  explain(query: SearchQuery, ids: readonly string[]): Promise<Explained>
  health(): Promise<EngineHealth>
}

/** What the worker and `scripts/reindex.ts` may do. Each call returns when the change is searchable. */
export type IndexPort = {
  /**
   * Makes the index say what `load` says of these offers now: those that it returns are written, the others removed.
   * `load` is called once, while nobody else writes the same ids.
   * @throws what the engine throws; asking again does no harm.
   */
  sync(
    ids: readonly string[],
    load: (ids: readonly string[]) => Promise<readonly OfferDocument[]>,
  ): Promise<void>
  /** Fills a new index version beside the one that answers, then swaps. @returns number of documents. */
  rebuild(batches: AsyncIterable<readonly OfferDocument[]>): Promise<number>
}
