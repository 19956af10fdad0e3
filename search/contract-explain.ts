/** What both engines tell of the order of a page: parts that add up to a score, and scores that give the order. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { understand } from './dutch/understand'
import { scoreOf } from './explanation'
import type { IndexPort, SearchPort } from './port'
import { NEUTRAL } from './quality'
import type { SearchQuery } from './query'
import { sampleDocument } from './sample-document'

const TITLES = [
  'De lasrobot aan het werk',
  'Robots programmeren',
  'Zonnepanelen op het dak',
  'De haven van nu',
]
const TOPICS = [['Robotica'], ['Energie', 'Zonne-energie'], []]
const BODIES = ['Een robot last twee platen.', 'We varen door de haven en zien robots.', 'Over ons werk.']
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)
const offers = fc
  .sample(
    fc.record({
      title: fc.constantFrom(...TITLES),
      topicLabels: fc.constantFrom(...TOPICS),
      description: fc.constantFrom(...BODIES),
      kind: fc.constantFrom('guest-lesson' as const, 'excursion' as const),
      levels: fc.constantFrom<{ level: 'vmbo' | 'havo'; years: number[] }[]>(
        [{ level: 'vmbo', years: [3] }],
        [{ level: 'havo', years: [4] }],
      ),
      girlsFocus: fc.boolean(),
      signals: fc.record({ answers: share, confirmed: share, places: share, turn: share }),
      point: fc.option(
        fc.record({
          lat: fc.integer({ min: 5100, max: 5300 }).map((n) => n / 100),
          lng: fc.integer({ min: 400, max: 690 }).map((n) => n / 100),
        }),
      ),
    }),
    { numRuns: 40, seed: 11 },
  )
  .map((over, i) => sampleDocument(i + 1, over))

const near = { point: { lat: 52.1, lng: 5.1 } }
const QUESTIONS: readonly SearchQuery[] = [
  { text: 'robot' },
  { text: 'robot haven' },
  { text: 'lasrobot vmbo 3', near },
  { text: 'excursie haven robot', near },
  { text: 'zonne energie havo', near: { ...near, radiusKm: 60 } },
  { text: 'robot', understood: { ...understand('robot'), girls: true } },
  { text: 'roboot dak' },
  { text: 'hulprobot' },
  { text: 'robot', sort: 'distance' },
]

export function describeExplanations(
  engine: () => { readonly search: SearchPort; readonly index: IndexPort },
): void {
  beforeAll(async () => {
    await engine().index.rebuild(
      (async function* () {
        yield offers
      })(),
    )
  })
  const both = async (asked: SearchQuery) => {
    const query = { ...asked, pageSize: 40 }
    const ids = (await engine().search.search(query)).hits.map(({ document }) => document.id)
    return { ids, explained: await engine().search.explain(query, ids) }
  }
  const dates = new Map(offers.map(({ id, publishedAt }) => [id, publishedAt]))

  test.each(QUESTIONS)('the explained scores give the order: %j', async (asked) => {
    const { ids, explained } = await both(asked)
    expect(ids.length).toBeGreaterThan(1)
    expect(explained).toMatchObject({ engine: engine().search.engine, orderedBy: 'relevance' })
    expect(explained.hits.map(({ id }) => id)).toEqual(ids)
    const sorted = explained.hits.toSorted(
      (a, b) =>
        b.score - a.score ||
        (dates.get(b.id) ?? '').localeCompare(dates.get(a.id) ?? '') ||
        (a.id < b.id ? -1 : 1),
    )
    expect(sorted.map(({ id }) => id)).toEqual(ids)
    expect(new Set(explained.hits.map(({ score }) => score)).size).toBeGreaterThan(ids.length / 2)
  })

  test.each(QUESTIONS)(
    'the parts add up to the score, and no hit lies below the floor: %j',
    async (asked) => {
      const { explained } = await both(asked)
      for (const hit of explained.hits) {
        expect(hit.score).toBeGreaterThan(0)
        expect(scoreOf(hit)).toBeCloseTo(hit.score, 5)
        expect(hit.share).toBeGreaterThanOrEqual((explained.floor?.least ?? 1) - 1e-9)
        expect(hit.share).toBeLessThanOrEqual((explained.floor?.best ?? 0) + 1e-9)
        for (const word of hit.words) expect(word.rank > 0).toBe(word.found.length > 0)
        expect(hit.words.some(({ rank }) => rank > 0)).toBe(true)
        expect(hit.signals).toEqual(offers.find(({ id }) => id === hit.id)?.signals)
      }
    },
  )

  test('says which word stands where, by which other word it was found, and what was too little', async () => {
    const { explained } = await both({ text: 'lasrobot haven' })
    const [first] = explained.hits
    expect(first?.words.map(({ word }) => word)).toEqual(['lasrobot', 'haven'])
    const fields = explained.hits.flatMap(({ words }) => words[1]?.found.flatMap((term) => term.fields) ?? [])
    expect(new Set(fields)).toEqual(new Set(['title', 'body']))
    const ways = explained.hits.flatMap(({ words }) => words[0]?.found.map(({ how }) => how) ?? [])
    expect(new Set(ways)).toEqual(new Set(['itself', 'otherwise']))
    const almost = await both({ text: 'hulprobot' })
    expect(almost.explained.floor?.isAlmost).toBe(true)
    expect(almost.explained.hits[0]?.words[0]?.found[0]).toMatchObject({ term: 'robot', how: 'part' })
  })

  test('names the factors of what does not fit and of the signals', async () => {
    const { explained } = await both({ text: 'robot vmbo excursie', near })
    const levels = new Set(explained.hits.map(({ factors }) => factors.level))
    const kinds = new Set(explained.hits.map(({ factors }) => factors.kind))
    expect([levels.size, kinds.size]).toEqual([2, 2])
    expect(explained.hits.every(({ factors }) => factors.quality >= 0.79 && factors.quality <= 1)).toBe(true)
    expect(explained.hits.every(({ factors }) => factors.nearness < 1)).toBe(true)
    const neutral = await both({ text: 'robot' })
    expect(neutral.explained.hits.every(({ factors }) => factors.nearness === 1)).toBe(true)
  })

  test('without a text, or by another sort, it says what orders', async () => {
    expect((await both({})).explained).toMatchObject({ orderedBy: 'newest', floor: null })
    expect((await both({ near })).explained.orderedBy).toBe('distance')
    expect((await both({ text: 'robot', near, sort: 'distance' })).explained.orderedBy).toBe('distance')
    expect((await both({ text: 'robot', sort: 'soonest' })).explained.orderedBy).toBe('soonest')
    const { hits } = (await both({ text: 'robot' })).explained
    expect(hits.every(({ isBehind }) => !isBehind)).toBe(true)
    expect((await engine().search.explain({ text: 'robot' }, [])).hits).toEqual([])
    expect(hits.some(({ signals }) => signals.answers !== NEUTRAL.answers)).toBe(true)
  })
}
