/** The administrator's page of synonyms: those there are, what the search log proposes, and what one would find. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { LEAST_SEARCHES, RECENT_DAYS } from '~/features/search-log/domain/search-entry'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { GivenSynonyms } from '~/platform/search/given-synonyms.server'
import type { ProposeMeanings } from '~/platform/search/synonym-proposals.server'
import type { SearchPort } from '~search/port'
import { SYNONYM, type SynonymState } from '../domain/synonym'

export type SynonymLine = {
  readonly term: string
  readonly means: readonly string[]
  readonly bothWays: boolean
  readonly state: SynonymState
  readonly version: number
}
export type Proposal = { readonly term: string; readonly times: number; readonly means: readonly string[] }
export type Preview = {
  readonly term: string
  readonly means: readonly string[]
  readonly total: number
  /** The first few. */
  readonly titles: readonly string[]
}
export type SynonymsPage = {
  readonly synonyms: readonly SynonymLine[]
  readonly proposals: readonly Proposal[]
  readonly preview: Preview | null
}

type Needs = {
  readonly db: Pick<Db, 'searchSynonym' | '$queryRaw'>
  readonly search: Pick<SearchPort, 'search'>
  readonly synonyms: Pick<GivenSynonyms, 'trying'>
  readonly clock: Clock
  /** What a term in vain may mean, in words that offers have (`search/dutch/synonym-proposals.ts`). */
  readonly proposeMeanings: ProposeMeanings
}

/** Five statements; with a preview one more and a question to the index. @throws AppError 401, 404. */
export async function synonymsPage(
  needs: Needs,
  actor: Actor,
  tried: { readonly term: string; readonly means: readonly string[] } | null,
): Promise<SynonymsPage> {
  allow(actor, 'synonym.change', {})
  const synonyms = await needs.db.searchSynonym.findMany({
    select: { term: true, means: true, bothWays: true, state: true, version: true },
    orderBy: { term: 'asc' },
    take: SYNONYM.kept,
  })
  return {
    synonyms,
    proposals: await proposals(needs),
    preview: tried && tried.means.length > 0 ? await preview(needs, tried) : null,
  }
}

async function preview(
  { search, synonyms }: Needs,
  { term, means }: { readonly term: string; readonly means: readonly string[] },
): Promise<Preview> {
  const table = await synonyms.trying({ term, means, bothWays: false })
  const found = await search.search({ text: term, synonyms: table, pageSize: SYNONYM.previewed })
  const isFound = !found.isAlmost
  return {
    term,
    means,
    total: isFound ? found.total : 0,
    titles: isFound ? found.hits.map(({ document }) => document.title) : [],
  }
}

/** Terms that were looked for in vain often enough, the most frequent first, each with what it may mean. */
async function proposals({ db, clock, proposeMeanings }: Needs): Promise<Proposal[]> {
  const since = addDays(calendarDateOf(clock.now()), -RECENT_DAYS)
  const terms = await db.$queryRaw<{ term: string; times: number }[]>`
    SELECT text AS term, count(*)::int AS times FROM search_log
    WHERE day >= ${since}::date AND (results = 0 OR is_almost) AND text ~ '^[^ ]{4,}( [^ ]+)?$'
      AND text NOT IN (SELECT term FROM search_synonym)
    GROUP BY text HAVING count(*) >= ${LEAST_SEARCHES}::int ORDER BY times DESC, text LIMIT ${SYNONYM.proposals}::int`
  const meanings = await proposeMeanings(terms.map(({ term }) => term))
  return terms.map(({ term, times }) => ({ term, times, means: meanings.get(term) ?? [] }))
}
