/** Asks the index with what was read in the text, and takes back what would leave the page empty. */
import type { Understood, UnderstoodPart } from '~search/dutch/understand'
import type { SearchPage, SearchPort } from '~search/port'
import type { SearchQuery } from '~search/query'
import { countingParts, type Dropped, limits, understoodQuestion } from '../domain/understood-question'

export type Asked = {
  readonly found: SearchPage
  /** What the index was asked in the end: the map asks the same. */
  readonly asked: SearchQuery
  /** What was read and does not count, since nothing would be left. */
  readonly dropped: Dropped
}

/**
 * One question; when it finds nothing and something that was read limits it, one small one more for each such part, and one
 * for the answer: the part without which most is found is dropped, or all of them together.
 */
export async function askIndex(
  search: Pick<SearchPort, 'search'>,
  question: SearchQuery,
  { understood, radiusKm = null }: { readonly understood: Understood; readonly radiusKm?: number | null },
): Promise<Asked> {
  const ask = (parts: readonly UnderstoodPart[]) =>
    understoodQuestion(question, understood, { dropped: new Set(parts), radiusKm })
  const asked = ask([])
  const found = await search.search(asked)
  const none: Dropped = new Set()
  if (found.total > 0) return { found, asked, dropped: none }
  const limiting = countingParts(question, understood).filter((part) => limits(part, understood))
  const choices = [...limiting.map((part) => [part]), ...(limiting.length > 1 ? [limiting] : [])]
  const counted = await Promise.all(
    choices.map(async (parts) => {
      const { total } = await search.search({ ...ask(parts), page: 1, pageSize: 1, facets: [] })
      return { parts, total }
    }),
  )
  // One part rather than all of them, however much the others hide.
  const single = counted.filter(({ parts }) => parts.length === 1).sort((a, b) => b.total - a.total)
  const best = [...single, ...counted].find(({ total }) => total > 0)
  if (!best) return { found, asked, dropped: none }
  const again = ask(best.parts)
  return { found: await search.search(again), asked: again, dropped: new Set(best.parts) }
}

/** @returns what the page asks in the end, for who needs other rows of the same result. No question where nothing was read. */
export async function askedIndex(
  search: Pick<SearchPort, 'search'>,
  question: SearchQuery,
  read: { readonly understood: Understood; readonly radiusKm?: number | null },
): Promise<SearchQuery> {
  if (read.understood.parts.length === 0) return { ...question, understood: read.understood }
  const { asked } = await askIndex(search, { ...question, page: 1, pageSize: 1 }, read)
  return { ...asked, page: question.page ?? 1, pageSize: question.pageSize ?? 1 }
}
