/**
 * The search port on Meilisearch. A text costs one call that counts its words, one that gives candidates and counts hits and
 * facets, and one that fetches the offers of the page. Filters, totals and facets are exact and the same as in PostgreSQL; the
 * first hits are weighed as there, those behind them stand by distance or date.
 */
import type { FacetDistribution, Hits, Meilisearch, MultiSearchQuery } from 'meilisearch'
import { distanceKm } from '~/kernel/geography'
import type { OfferDocument } from '../document'
import { understand } from '../dutch/understand'
import { highlight } from '../highlight'
import { cutOf, MAX_HITS } from '../paging'
import type { EngineHealth, FacetCount, MapPoint, SearchHit, SearchPage, SearchPort } from '../port'
import type { FacetName, SearchQuery } from '../query'
import { type ExplainedOffer, explained } from './explain'
import { ATTRIBUTE, isLimited, isReached, REACHED, type Reached } from './filter'
import {
  byIds,
  candidates,
  countingQueries,
  type Plan,
  planOf,
  rankingText,
  type Slice,
  sortedHits,
} from './question'
import { rescored, WEIGHED, type WeighedOffer } from './rescore'
import { indexName } from './settings'
import { type Asker, type TextQuestion, textQuestion } from './text-question'

/** Letters of a word that are taken to be right when it is compared with those that offers have. */
const BEGINNING = 4
/** So many of the first hits are weighed: as far as nearly everybody looks, four pages of the finder. */
const WEIGHED_HITS = 48

/** What it takes to weigh an offer, and to say whether it is reached. */
const CANDIDATE = [...WEIGHED, ...REACHED] as const
const PINNED = ['id', 'pin'] as const
type Pinned = { readonly id: string; readonly pin?: Omit<MapPoint, 'rank'> | null }
type CandidateOffer = WeighedOffer & Reached & Pinned

/** What is asked of the first hits beside their order. */
type Weighing = { readonly facets: readonly FacetName[]; readonly attributes: readonly string[] }

type Answer = {
  readonly hits: readonly Readonly<Record<string, unknown>>[]
  readonly total: number
  readonly facets: FacetDistribution
}

/** @param base name of the index without its version. */
export function makeMeilisearchSearch(client: Meilisearch, base: string): SearchPort {
  const indexUid = indexName(base)
  const asker = makeAsker(client, indexUid)

  async function planFor(query: SearchQuery): Promise<Plan> {
    const [text, travelRadii] = await Promise.all([
      query.text?.trim()
        ? textQuestion(asker, query.understood ?? understand(query.text), query.synonyms)
        : null,
      isLimited(query.near) ? travelRadiiOf(client, indexUid) : [],
    ])
    return planOf(query, text, travelRadii)
  }

  const multiSearch = async (queries: MultiSearchQuery[]) =>
    queries.length > 0 ? (await client.multiSearch({ queries })).results : []

  async function answerOf(
    query: SearchQuery,
    plan: Plan,
    slice: Slice & { readonly without?: readonly string[] },
  ): Promise<Answer> {
    const [answer] = await multiSearch([sortedHits(indexUid, query, plan, slice)])
    return { hits: hitsOf(answer), total: totalOf(answer), facets: answer?.facetDistribution ?? {} }
  }

  /** The first hits of a text, weighed, with the number of all and their facets. */
  async function weighedFirst(query: SearchQuery, plan: Plan, text: TextQuestion, more: Weighing) {
    const slice = { limit: WEIGHED_HITS, facets: more.facets, attributes: [...CANDIDATE, ...more.attributes] }
    const answers = await multiSearch([...candidates(indexUid, query, { ...plan, text }, slice)])
    const [all, ...others] = answers
    const found = new Map((hitsOf(all) as readonly CandidateOffer[]).map((hit) => [hit.id, hit]))
    for (const hit of others.flatMap((other) => hitsOf(other) as readonly CandidateOffer[]))
      if (!found.has(hit.id) && isReached(hit, query.near)) found.set(hit.id, hit)
    const hits = rescored([...found.values()], text, query.near).slice(0, WEIGHED_HITS)
    return { hits, total: totalOf(all), facets: all?.facetDistribution ?? {} }
  }

  async function fetched(ids: readonly string[]): Promise<readonly OfferDocument[]> {
    if (ids.length === 0) return []
    const [answer] = await multiSearch([byIds(indexUid, ids)])
    const byId = new Map(hitsOf(answer).map((hit) => [hit.id, hit.offer as OfferDocument]))
    // One that was removed at this moment is not shown.
    return ids.map((id) => byId.get(id)).filter((offer) => offer !== undefined)
  }

  async function pageOf(query: SearchQuery, plan: Plan, slice: Omit<Slice, 'attributes'>) {
    const text = rankingText(query, plan)
    if (!text || slice.limit === 0) {
      const answer = await answerOf(query, plan, { ...slice, attributes: ['offer'] })
      return { ...answer, documents: answer.hits.map(({ offer }) => offer as OfferDocument) }
    }
    const { hits, ...answer } = await weighedFirst(query, plan, text, {
      facets: slice.facets,
      attributes: [],
    })
    const first = hits.map(({ id }) => id)
    const end = slice.offset + slice.limit
    const [documents, behind] = await Promise.all([
      fetched(first.slice(slice.offset, end)),
      end > first.length && first.length < answer.total
        ? answerOf(query, plan, {
            offset: Math.max(0, slice.offset - first.length),
            limit: end - Math.max(first.length, slice.offset),
            attributes: ['offer'],
            facets: [],
            without: first,
          })
        : null,
    ])
    const others = behind?.hits.map(({ offer }) => offer as OfferDocument) ?? []
    return { ...answer, documents: [...documents, ...others] }
  }

  return {
    engine: 'meilisearch',

    async search(query) {
      const { page, pageSize, offset, limit } = cutOf(query)
      const plan = await planFor(query)
      const facets = [...new Set(query.facets ?? [])]
      const chosen = facets.filter((facet) => plan.conditions[facet] !== undefined)
      const others = facets.filter((facet) => !chosen.includes(facet))
      const [answer, counted] = await Promise.all([
        pageOf(query, plan, { offset, limit, facets: others }),
        multiSearch([...countingQueries(indexUid, chosen, plan)]),
      ])
      const counts = (facet: FacetName, distribution: FacetDistribution | undefined) =>
        [facet, countsOf(facet, distribution?.[ATTRIBUTE[facet]] ?? {})] as const
      const stems = plan.text?.stems ?? new Set<string>()
      return {
        hits: answer.documents.map((document) => hitOf(document, query, stems)),
        total: answer.total,
        isAlmost: answer.total > 0 && (plan.text?.isAlmost ?? false),
        page,
        pageSize,
        facets: Object.fromEntries([
          ...others.map((facet) => counts(facet, answer.facets)),
          ...chosen.map((facet, i) => counts(facet, counted[i]?.facetDistribution)),
        ]),
      } satisfies SearchPage
    },

    async mapPoints(query) {
      const plan = await planFor(query)
      const text = rankingText(query, plan)
      const [answer, first] = await Promise.all([
        answerOf(query, plan, { offset: 0, limit: MAX_HITS, attributes: PINNED, facets: [] }),
        text ? weighedFirst(query, plan, text, { attributes: PINNED, facets: [] }) : null,
      ])
      const pins = new Map(
        [...(first?.hits ?? []), ...(answer.hits as readonly Pinned[])].map(({ id, pin }) => [id, pin]),
      )
      return [...pins].slice(0, MAX_HITS).flatMap(([, pin], i) => (pin ? [{ ...pin, rank: i + 1 }] : []))
    },

    async explain(query, ids) {
      const plan = await planFor(query)
      const [answer] = ids.length > 0 ? await multiSearch([byIds(indexUid, ids, WEIGHED)]) : []
      return explained(query, plan, {
        ids,
        offers: hitsOf(answer) as unknown as readonly ExplainedOffer[],
        weighedHits: WEIGHED_HITS,
      })
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

/** `totalHits` where pages were asked for, `estimatedTotalHits` where a part was: exact as well, since nothing is cut off. */
function totalOf(result: { totalHits?: number; estimatedTotalHits?: number } | undefined): number {
  return result?.totalHits ?? result?.estimatedTotalHits ?? 0
}

function hitsOf(result: { readonly hits: Hits } | undefined): Answer['hits'] {
  return (result?.hits ?? []) as unknown as Answer['hits']
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
