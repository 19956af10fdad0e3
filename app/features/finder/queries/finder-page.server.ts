/** The read model of `/offers`: one page of rows, the counts beside the filters, and what to do when nothing is found. */
import type { Actor } from '~/authorisation/actor'
import { canonicalPath, finderPath, writeLevel } from '~/features/finder/domain/finder-address'
import type { FacetCounts, FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, PAGE_SIZE } from '~/features/finder/domain/finder-state'
import { offerRow } from '~/features/finder/domain/offer-row'
import type { SearchEntry } from '~/features/search-log/domain/search-entry'
import type { SearchPage } from '~search/port'
import type { FacetName } from '~search/query'
import type { FinderNeeds } from './finder-needs.server'
import { suggestWaysOut } from './suggest-ways-out.server'
import { understandAddress } from './understand-address.server'

const FACETS = [
  'kind',
  'level',
  'topic',
  'location',
  'language',
  'free',
] as const satisfies readonly FacetName[]

/** `moveTo`: the same result stands at that path, in the one spelling of the address. */
export type FinderAnswer =
  | { readonly moveTo: string }
  | {
      readonly moveTo: null
      readonly page: FinderPage
      /** For the log: `null` where nothing new is asked, as on a further page. */
      readonly asked: SearchEntry | null
    }

/**
 * At most three statements of its own and one question to the index; up to eleven small ones more when nothing is
 * found: three wider radii and eight filters left out.
 */
export async function finderPage(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<FinderAnswer> {
  const { question, topics, ...known } = await understandAddress(needs, actor, params)
  const moveTo = known.problems.length === 0 ? canonicalPath(params, known.state) : null
  if (moveTo !== null) return { moveTo }

  const found = await needs.search.search({ ...question, facets: FACETS })
  const pageCount = Math.max(1, Math.ceil(Math.min(found.total, 1000) / PAGE_SIZE))
  if (known.state.page > pageCount) return { moveTo: finderPath({ ...known.state, page: pageCount }) }

  return {
    moveTo: null,
    asked: entryOf(known, found, needs.search.engine),
    page: {
      ...known,
      topics,
      rows: found.hits.map((hit, index) => offerRow(hit, (found.page - 1) * PAGE_SIZE + index + 1)),
      total: found.total,
      isAlmost: found.isAlmost,
      pageCount,
      counts: countsOf(found),
      waysOut: found.total === 0 ? await suggestWaysOut(needs.search, known.state, known.from) : [],
    },
  }
}

function entryOf(
  { state, from, problems }: Pick<FinderPage, 'state' | 'from' | 'problems'>,
  { total, isAlmost }: SearchPage,
  engine: string,
): SearchEntry | null {
  if (state.page > 1 || problems.length > 0 || activeParts(state).length === 0) return null
  return {
    text: state.text,
    kinds: state.kinds,
    level: state.level && writeLevel(state.level),
    topicIds: state.topicIds,
    point: from?.point ?? null,
    results: total,
    isAlmost,
    engine,
  }
}

function countsOf(found: SearchPage): FacetCounts {
  return Object.fromEntries(
    Object.entries(found.facets).map(([facet, counts]) => [
      facet,
      Object.fromEntries((counts ?? []).map(({ value, count }) => [value, count])),
    ]),
  )
}
