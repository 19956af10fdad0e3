/** What both engines promise while a new index takes the place of the old one: whoever searches meanwhile misses nothing. */
import { expect, test } from 'vitest'
import type { OfferDocument } from './document'
import type { IndexPort, SearchPort } from './port'
import type { SearchQuery } from './query'
import { sampleDocument } from './sample-document'

const OFFERS = 120
const REBUILDS = 2
const SEARCHERS = 3

async function* slowly(documents: readonly OfferDocument[]) {
  for (let i = 0; i < documents.length; i += 40) {
    yield documents.slice(i, i + 40)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function describeSwap(engine: () => { readonly search: SearchPort; readonly index: IndexPort }): void {
  test('searches while it swaps never fail and never lose an offer', async () => {
    const { search, index } = engine()
    const documents = Array.from({ length: OFFERS }, (_, i) =>
      sampleDocument(i + 1, { title: 'De draaibank aan het werk', organisationName: `Bedrijf ${i}` }),
    )
    const added = sampleDocument(OFFERS + 1, { title: 'Een draaibank die er net bij kwam' })
    await index.rebuild(slowly(documents))
    const questions: readonly SearchQuery[] = [
      { text: 'draaibank', pageSize: 100, facets: ['kind'] },
      { pageSize: 100, sort: 'newest' },
    ]
    let swaps = true
    const seen = { answers: 0, fewest: Number.POSITIVE_INFINITY, fewestPoints: Number.POSITIVE_INFINITY }
    const searcher = async (first: number) => {
      for (let i = first; swaps; i++) {
        const { total, hits } = await search.search(questions[i % questions.length] as SearchQuery)
        const points = i % 5 === 0 ? await search.mapPoints({ text: 'draaibank' }) : null
        seen.answers++
        seen.fewest = Math.min(seen.fewest, total, hits.length + OFFERS - 100)
        if (points) seen.fewestPoints = Math.min(seen.fewestPoints, points.length)
      }
    }
    const searchers = Array.from({ length: SEARCHERS }, (_, i) => searcher(i))
    // What is published while the new one is filled must be in it.
    const arrives = index.sync([added.id], async () => [added])
    for (let i = 0; i < REBUILDS; i++) await index.rebuild(slowly([...documents, added]))
    await arrives
    swaps = false
    await Promise.all(searchers)
    expect(seen.answers).toBeGreaterThan(REBUILDS)
    expect(seen.fewest).toBeGreaterThanOrEqual(OFFERS)
    expect(seen.fewestPoints).toBeGreaterThanOrEqual(OFFERS)
    expect((await search.search({ text: 'draaibank' })).total).toBe(OFFERS + 1)
  }, 60_000)
}
