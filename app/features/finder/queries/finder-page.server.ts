/** The read model of `/offers`: one page of rows, the counts beside the filters, and what to do when nothing is found. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import {
  canonicalPath,
  finderPath,
  type WordField,
  writeLevel,
} from '~/features/finder/domain/finder-address'
import type { ExplainedOrder, FacetCounts, FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, type FinderState, PAGE_SIZE } from '~/features/finder/domain/finder-state'
import {
  CHOICES_SHOWN,
  choicesOf,
  FACET_OF,
  type Vocabulary,
  type WordChoices,
} from '~/features/finder/domain/finder-words'
import { offerRow } from '~/features/finder/domain/offer-row'
import type { SearchEntry } from '~/features/search-log/domain/search-entry'
import { lastBookableDay, monthsOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { Understood } from '~search/dutch/understand'
import type { SearchHit, SearchPage, SearchPort } from '~search/port'
import type { FacetName, SearchQuery } from '~search/query'
import { readParts } from '../domain/read-part'
import { understoodQuestion } from '../domain/understood-question'
import { askIndex } from './ask-index.server'
import type { FinderNeeds } from './finder-needs.server'
import { suggestWaysOut } from './suggest-ways-out.server'
import { understandAddress } from './understand-address.server'
import { organisationNames } from './vocabulary.server'

/** Counted beside their filters; those of a vocabulary come with its words. */
const COUNTED = [
  'kind',
  'level',
  'topic',
  'location',
  'language',
  'free',
  'girlsFocus',
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
 * At most seven statements of its own and one question to the index. When nothing is found up to eight small ones more, each
 * without a thing that was read in the text; when that finds nothing either, three wider radii and twelve filters left out.
 */
export async function finderPage(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<FinderAnswer> {
  const { question, understood, topics, vocabulary, thisMonth, ...known } = await understandAddress(
    needs,
    actor,
    params,
  )
  const moveTo = known.problems.length === 0 ? canonicalPath(params, known.state) : null
  if (moveTo !== null) return { moveTo }

  const { radiusKm } = known.state
  const { found, asked, dropped } = await askIndex(
    needs.search,
    { ...question, facets: [...COUNTED, ...Object.values(FACET_OF)] },
    { understood, radiusKm },
  )
  const pageCount = Math.max(1, Math.ceil(Math.min(found.total, 1000) / PAGE_SIZE))
  if (known.state.page > pageCount) return { moveTo: finderPath({ ...known.state, page: pageCount }) }

  // Nobody lives in the middle of an area.
  const measured = (hit: SearchHit) => (known.from?.kind === 'area' ? { ...hit, distanceKm: null } : hit)

  return {
    moveTo: null,
    // What is shown instead of what was asked is no answer to it.
    asked: entryOf(known, dropped.size > 0 ? { ...found, total: 0 } : found, needs.search.engine),
    page: {
      ...known,
      read: readParts(question, understood, { dropped, radiusKm }),
      topics,
      rows: found.hits.map((hit, index) => offerRow(measured(hit), (found.page - 1) * PAGE_SIZE + index + 1)),
      total: found.total,
      isAlmost: found.isAlmost,
      pageCount,
      counts: countsOf(found),
      words: await wordsOf(needs.db, found, known.state, vocabulary),
      months: monthsOf({ from: `${thisMonth}-01`, until: lastBookableDay(`${thisMonth}-01`) }),
      waysOut:
        found.total === 0
          ? await suggestWaysOut(
              reading(needs, understood),
              known.state,
              known.state.place ? known.from : null,
            )
          : [],
      order: await explainedOrder(needs, actor, params, {
        asked,
        ids: found.hits.map(({ document }) => document.id),
      }),
    },
  }
}

/** With `explain=1` an administrator is told why the rows stand in this order; that is one question to the index more. */
async function explainedOrder(
  { search }: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
  { asked, ids }: { readonly asked: SearchQuery; readonly ids: readonly string[] },
): Promise<ExplainedOrder | null> {
  if (!may(actor, 'administration.enter', {})) return null
  const isAsked = params.get('explain') === '1'
  const other = new URLSearchParams([...params].filter(([name]) => name !== 'explain'))
  if (!isAsked) other.set('explain', '1')
  return {
    otherPath: other.size > 0 ? `/offers?${other}` : '/offers',
    explained: isAsked ? await search.explain(asked, ids) : null,
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

/** Asks with what was read in the text wherever the text is asked. */
function reading({ search }: FinderNeeds, understood: Understood): Pick<SearchPort, 'search'> {
  return { search: (query) => search.search(query.text ? understoodQuestion(query, understood) : query) }
}

function countsOf(found: SearchPage): FacetCounts {
  return Object.fromEntries(
    COUNTED.map((facet) => [
      facet,
      Object.fromEntries((found.facets[facet] ?? []).map(({ value, count }) => [value, count])),
    ]),
  )
}

/** The names of the most frequent companies are read; the other words are known already. */
async function wordsOf(
  db: Pick<Db, '$queryRaw'>,
  found: SearchPage,
  state: FinderState,
  vocabulary: Vocabulary,
): Promise<WordChoices> {
  const countsIn = (field: WordField) =>
    new Map((found.facets[FACET_OF[field]] ?? []).map(({ value, count }) => [value, count]))
  const companies = [...countsIn('organisation').keys()].slice(0, CHOICES_SHOWN)
  const organisation = await organisationNames(db, [...new Set([...state.organisations, ...companies])])
  const all: Vocabulary = { ...vocabulary, organisation }
  const choices = (field: WordField) => choicesOf(field, all[field], countsIn(field), state)
  return {
    subject: choices('subject'),
    goal: choices('goal'),
    network: choices('network'),
    region: choices('region'),
    organisation: choices('organisation'),
  }
}
