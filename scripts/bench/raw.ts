/**
 * What the port is compared with: the engine asked directly, once, the plainest way, by the stems of the words. It knows no
 * synonyms, compounds, beginnings, typing errors or typed levels, and does not count a facet without its own choice.
 * And the naive reference: every document looked at in this process.
 */
import type { Meilisearch } from 'meilisearch'
import type pg from 'pg'
import type { OfferDocument } from '~search/document'
import { stemOf } from '~search/dutch/stem'
import { wordsOf } from '~search/dutch/words'
import { indexText } from '~search/index-text'
import { ATTRIBUTE, all, conditionsOf, nearCondition } from '~search/meilisearch/filter'
import { naiveSearch } from '~search/naive-search'
import { searchStatement } from '~search/postgres/search-statement'
import type { SearchQuery } from '~search/query'

export type Raw = (query: SearchQuery, map: boolean) => Promise<unknown>

const stemsOf = (query: SearchQuery) => wordsOf(query.text ?? '').map(stemOf)

export function rawMeilisearch(client: Meilisearch, uid: string, travelRadii: readonly number[]): Raw {
  return (query, map) => {
    const near = nearCondition(query.near, travelRadii)
    const filter = all([
      'full = false',
      ...(near ? [near] : []),
      ...Object.values(conditionsOf(query.filters ?? {})),
    ])
    const sort = query.near ? [`_geoPoint(${query.near.point.lat}, ${query.near.point.lng}):asc`] : []
    return client.index(uid).search(stemsOf(query).join(' '), {
      filter,
      sort,
      limit: map ? 1000 : (query.pageSize ?? 20),
      attributesToRetrieve: map ? ['pin'] : ['offer'],
      facets: (query.facets ?? []).map((facet) => ATTRIBUTE[facet]),
    })
  }
}

/** The filters, distances and facets of the port's own statement; the words by one `tsquery`. */
export function rawPostgres(pool: pg.Pool): Raw {
  return (query, map) => {
    const words = stemsOf(query).map((stem) => `'${stem}'`)
    const group = { exact: words.join(' & '), wider: '', loose: '' }
    const text = {
      groups: [group],
      words: [],
      stems: new Set<string>(),
      levelKeys: [],
      kinds: [],
      hints: '',
      girls: false,
    }
    const { sql, values } = searchStatement(query, text, {
      offset: 0,
      limit: map ? 1000 : (query.pageSize ?? 20),
      wanted: map ? 'point' : 'document',
    })
    return pool.query(sql, [...values])
  }
}

/** @returns a search that looks at every document, for all words as stems. */
export function naiveReference(documents: readonly OfferDocument[]): Raw {
  const stemsOfAll = documents.map(
    (document) => new Set(Object.values(indexText(document)).flatMap((text) => text.split(' '))),
  )
  return async (query, map) => {
    const stems = stemsOf(query)
    const having = documents.filter((_, i) => stems.every((stem) => stemsOfAll[i]?.has(stem)))
    return naiveSearch(having, { ...query, pageSize: map ? 100 : (query.pageSize ?? 20) })
  }
}
