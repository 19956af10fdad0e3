/** Asks an engine judged questions and says how good its answers are. Which offers the grades name is the caller's to know. */
import type { SearchPort } from '../port'
import { type Grades, mean, ndcg, percentile, recall, reciprocalRank } from './measures'

export type JudgedQuery = {
  readonly id: string
  readonly query: string
  /** By reference of the offer; empty: nobody can answer it. */
  readonly grades: Grades
}

export type Scored = JudgedQuery & {
  readonly ndcg: number
  /** Hits, of them those that are shown as "looks like it" only. */
  readonly found: number
  readonly almost: boolean
  /** References, best first, at most `DEPTH`. */
  readonly refs: readonly string[]
  readonly ms: number
}

export type QueriesMeasured = {
  readonly set: 'queries'
  readonly engine: SearchPort['engine']
  /** Mean over the questions that can be answered, 0–1. */
  readonly ndcg10: number
  /** Answerable questions for which nothing at all is shown. */
  readonly zeroResults: number
  readonly answerable: number
  /** Questions without an answer that get one above the relevance floor. */
  readonly unanswerableWithHits: number
  readonly recall50: number
  readonly mrr: number
  readonly p50Ms: number
}

const DEPTH = 50

/** Asks each question twice: the first time opens connections and makes plans, the second is timed. */
export async function askAll(
  search: Pick<SearchPort, 'search'>,
  queries: readonly JudgedQuery[],
  refOf: (id: string) => string,
): Promise<readonly Scored[]> {
  for (const { query } of queries) await search.search({ text: query, pageSize: DEPTH })
  const scored: Scored[] = []
  for (const judged of queries) {
    const startedAt = performance.now()
    const page = await search.search({ text: judged.query, pageSize: DEPTH })
    const ms = performance.now() - startedAt
    const refs = page.hits.map((hit) => refOf(hit.document.id))
    scored.push({
      ...judged,
      ndcg: ndcg(refs, judged.grades),
      found: page.total,
      almost: page.isAlmost,
      refs,
      ms,
    })
  }
  return scored
}

/** @returns `NaN` for a mean of nothing. */
export function summaryOf(engine: SearchPort['engine'], scored: readonly Scored[]): QueriesMeasured {
  const answerable = scored.filter(({ grades }) => Object.keys(grades).length > 0)
  const unanswerable = scored.filter(({ grades }) => Object.keys(grades).length === 0)
  return {
    set: 'queries',
    engine,
    ndcg10: rounded(mean(answerable.map((each) => each.ndcg))),
    zeroResults: answerable.filter(({ found }) => found === 0).length,
    answerable: answerable.length,
    unanswerableWithHits: unanswerable.filter(({ found, almost }) => found > 0 && !almost).length,
    recall50: rounded(mean(answerable.map(({ refs, grades }) => recall(refs, grades, DEPTH)))),
    mrr: rounded(mean(answerable.map(({ refs, grades }) => reciprocalRank(refs, grades)))),
    p50Ms: rounded(
      percentile(
        scored.map(({ ms }) => ms),
        0.5,
      ),
    ),
  }
}

/** @returns four digits behind the point. */
export function rounded(value: number): number {
  return Number(value.toFixed(4))
}
