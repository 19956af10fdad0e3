/** The administrator's page of synonyms: those there are, what the search log proposes, and what one would find. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { LEAST_SEARCHES, RECENT_DAYS } from '~/features/search-log/domain/search-entry'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { GivenSynonyms } from '~/platform/search/given-synonyms.server'
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
}

/** Two statements; with a preview one more and a question to the index. @throws AppError 401, 404. */
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

/**
 * Terms in vain, with words that offers have: parts of the term, words that it is a part of, and what is spelt alike
 * (trigrams); and names of topics. The longest part and the most alike first, at most three.
 */
function proposals({ db, clock }: Needs): Promise<Proposal[]> {
  const since = addDays(calendarDateOf(clock.now()), -RECENT_DAYS)
  return db.$queryRaw<Proposal[]>`
    WITH term AS (
      SELECT text AS term, count(*)::int AS times FROM search_log
      WHERE day >= ${since}::date AND (results = 0 OR is_almost) AND text ~ '^[^ ]{4,}( [^ ]+)?$'
        AND text NOT IN (SELECT term FROM search_synonym)
      GROUP BY text HAVING count(*) >= ${LEAST_SEARCHES}::int ORDER BY times DESC, text LIMIT ${SYNONYM.proposals}
    ), vocabulary AS (
      SELECT s.word FROM search_word s JOIN search_generation g ON g.index = 'offers' AND g.current = s.generation
      WHERE length(s.word) >= 4
      UNION SELECT lower(nl) FROM topic
    )
    SELECT t.term, t.times, ARRAY(
      SELECT v.word FROM vocabulary v
      WHERE v.word <> t.term AND (position(v.word IN t.term) > 0 OR similarity(v.word, t.term) > 0.35)
      ORDER BY (position(v.word IN t.term) > 0)::int * length(v.word) DESC, similarity(v.word, t.term) DESC, v.word LIMIT 3
    ) AS means FROM term t ORDER BY t.times DESC, t.term`
}
