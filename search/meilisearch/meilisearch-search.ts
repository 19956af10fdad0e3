/**
 * The search port on Meilisearch. A text costs up to three calls before the last (which words are known, how rare they are,
 * which occur together), anything else none; then one that ranks and one that counts, side by side. Filters, totals and
 * facets are exact and the same as in PostgreSQL; the order of the hits of a text is Meilisearch's own.
 */
import type { FacetDistribution, Meilisearch, MultiSearchQuery } from 'meilisearch'
import { distanceKm } from '~/kernel/geography'
import type { OfferDocument } from '../document'
import { highlight } from '../highlight'
import { cutOf, MAX_HITS } from '../paging'
import type { EngineHealth, FacetCount, SearchHit, SearchPage, SearchPort } from '../port'
import type { FacetName, SearchQuery } from '../query'
import { ATTRIBUTE } from './filter'
import { countingQueries, type Plan, planOf, rankedHits, sortedHits } from './question'
import { indexName } from './settings'
import { type Asker, textQuestion } from './text-question'

/** Letters of a word that are taken to be right when it is compared with those that offers have. */
const BEGINNING = 4

/** @param base name of the index without its version. */
export function makeMeilisearchSearch(client: Meilisearch, base: string): SearchPort {
  const indexUid = indexName(base)
  const asker = makeAsker(client, indexUid)

  async function planFor(query: SearchQuery): Promise<Plan> {
    const [text, travelRadii] = await Promise.all([
      query.text?.trim() ? textQuestion(asker, query.text) : null,
      query.near?.radiusKm === undefined ? [] : travelRadiiOf(client, indexUid),
    ])
    return planOf(query, text, travelRadii)
  }

  async function hitsOf(
    query: SearchQuery,
    plan: Plan,
    slice: { offset: number; limit: number },
  ): Promise<readonly OfferDocument[]> {
    if (slice.limit === 0) return []
    const ranked = rankedHits(indexUid, query, plan, slice)
    const hits = ranked
      ? (await client.multiSearch(ranked)).hits
      : (await client.multiSearch({ queries: [sortedHits(indexUid, query, plan, slice)] })).results[0]?.hits
    return (hits ?? []).map((hit) => (hit as unknown as { offer: OfferDocument }).offer)
  }

  return {
    engine: 'meilisearch',

    async search(query) {
      const { page, pageSize, offset, limit } = cutOf(query)
      const plan = await planFor(query)
      const counting = countingQueries(indexUid, [...new Set(query.facets ?? [])], plan)
      const [documents, counted] = await Promise.all([
        hitsOf(query, plan, { offset, limit }),
        client.multiSearch({ queries: counting.map((each) => each.query) }),
      ])
      const stems = plan.text?.stems ?? new Set<string>()
      const facets: Partial<Record<FacetName, readonly FacetCount[]>> = {}
      for (const [i, each] of counting.entries())
        for (const facet of each.facets)
          facets[facet] = countsOf(facet, counted.results[i]?.facetDistribution?.[ATTRIBUTE[facet]] ?? {})
      const total = totalOf(counted.results[0])
      return {
        hits: documents.map((document) => hitOf(document, query, stems)),
        total,
        isAlmost: total > 0 && (plan.text?.isAlmost ?? false),
        page,
        pageSize,
        facets,
      } satisfies SearchPage
    },

    async mapPoints(query) {
      const plan = await planFor(query)
      const documents = await hitsOf(query, plan, { offset: 0, limit: MAX_HITS })
      return documents.flatMap(({ id, slug, kind, title, organisationName, point }, i) =>
        point ? [{ id, slug, kind, title, organisationName, point, rank: i + 1 }] : [],
      )
    },

    async health(): Promise<EngineHealth> {
      const engine = 'meilisearch'
      try {
        const [{ pkgVersion }, { numberOfDocuments }] = await Promise.all([
          client.getVersion(),
          client.index(indexUid).getStats(),
        ])
        return { ok: true, engine, version: pkgVersion, documents: numberOfDocuments }
      } catch (error) {
        const problem = error instanceof Error ? error.message : 'does not answer'
        return { ok: false, engine, version: '', documents: 0, problem }
      }
    },
  }
}

function makeAsker(client: Meilisearch, indexUid: string): Asker {
  return {
    async count(filters) {
      const queries: MultiSearchQuery[] = filters.map((filter) => ({
        indexUid,
        q: '',
        filter,
        hitsPerPage: 0,
      }))
      return (await client.multiSearch({ queries })).results.map(totalOf)
    },
    async alike(word) {
      // Its own forgiveness, and whatever begins alike: what is near enough is decided by the one who asks.
      const answers = await Promise.all(
        [word, word.slice(0, BEGINNING)].map((facetQuery) =>
          client.index(indexUid).searchForFacetValues({ facetName: 'words', facetQuery }),
        ),
      )
      const hits = answers.flatMap(({ facetHits }) => facetHits)
      return hits.sort((a, b) => b.count - a.count).map(({ value }) => value)
    },
  }
}

function totalOf(result: object | undefined): number {
  return result && 'totalHits' in result ? Number(result.totalHits) : 0
}

async function travelRadiiOf(client: Meilisearch, indexUid: string): Promise<readonly number[]> {
  const { facetDistribution } = await client
    .index(indexUid)
    .search('', { facets: ['travelRadiusKm'], hitsPerPage: 0 })
  return Object.keys(facetDistribution?.travelRadiusKm ?? {}).map(Number)
}

/** Most frequent first; of what is either so or not, only those that are. */
function countsOf(facet: FacetName, counts: FacetDistribution[string]): readonly FacetCount[] {
  return Object.entries(counts)
    .filter(([value]) => (facet !== 'free' && facet !== 'girlsFocus') || value === 'true')
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function hitOf(document: OfferDocument, { near }: SearchQuery, stems: ReadonlySet<string>): SearchHit {
  return {
    document,
    distanceKm: near && document.point ? distanceKm(near.point, document.point) : null,
    title: highlight(document.title, stems),
    summary: highlight(document.summary, stems),
  }
}
