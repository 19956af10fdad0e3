/** Which part of the hits a question asks for. */
import type { SearchQuery } from './query'

/** As far as anybody can page: further on nobody looks. */
export const MAX_HITS = 1000
export const PAGE_SIZE_MAX = 100
const PAGE_SIZE = 20

export type Cut = {
  readonly page: number
  readonly pageSize: number
  readonly offset: number
  readonly limit: number
}

/** @returns the page as it is answered: numbers brought within their bounds, `limit` 0 behind the last hit. */
export function cutOf(query: Pick<SearchQuery, 'page' | 'pageSize'>): Cut {
  const pageSize = whole(query.pageSize, PAGE_SIZE, PAGE_SIZE_MAX)
  const page = whole(query.page, 1, Number.MAX_SAFE_INTEGER)
  const offset = Math.min(MAX_HITS, (page - 1) * pageSize)
  return { page, pageSize, offset, limit: Math.min(pageSize, MAX_HITS - offset) }
}

function whole(value: number | undefined, otherwise: number, most: number): number {
  if (value === undefined || !Number.isFinite(value)) return otherwise
  return Math.min(most, Math.max(1, Math.trunc(value)))
}
