/** The explanation of a page that Meilisearch ordered, against the order of the weighing itself; no server is needed. */
import { describe, expect, test } from 'vitest'
import type { OfferDocument } from '../document'
import { understand } from '../dutch/understand'
import { scoreOf } from '../explanation'
import { NEUTRAL } from '../quality'
import type { SearchQuery } from '../query'
import { sampleDocument } from '../sample-document'
import { askedWords } from '../text-question'
import { type ExplainedOffer, explained } from './explain'
import type { Plan } from './question'
import { rescored } from './rescore'
import { storedOffer } from './stored-offer'
import type { TextQuestion } from './text-question'

const DOCUMENTS = (
  [
    { title: 'De lasrobot', kind: 'excursion' },
    { title: 'Robots in de haven', description: 'Een lasrobot last.' },
    { title: 'Ons werk', description: 'Robots.', levels: [{ level: 'vmbo', years: [3] }] },
    { title: 'De haven', point: { lat: 51.9, lng: 4.4 }, signals: { ...NEUTRAL, answers: 0.1 } },
    { title: 'De haven', point: { lat: 52.1, lng: 5.1 } },
  ] satisfies readonly Partial<OfferDocument>[]
).map((over, i) => sampleDocument(i + 1, over))
const offers = DOCUMENTS.map((document) => storedOffer(document) as unknown as ExplainedOffer)

function planOf(text: string, over: Partial<TextQuestion> = {}): Plan & { readonly text: TextQuestion } {
  const { words, hints, ...rest } = understand(text)
  return {
    base: [],
    roughBase: [],
    conditions: {},
    text: {
      ...rest,
      stems: new Set(),
      filter: 'any',
      ranked: words.join(' '),
      wider: null,
      isAlmost: false,
      best: 1,
      hints: askedWords(hints),
      words: askedWords(words).map((word, i) => ({ ...word, rarity: 1 + i, begins: false, firm: true })),
      ...over,
    },
  }
}

describe('explained', () => {
  test.each<SearchQuery & { readonly text: string }>([
    { text: 'robot haven' },
    { text: 'lasrobot vmbo excursie', near: { point: { lat: 52, lng: 5 } } },
  ])('its scores give the order of the weighing, and its parts the scores: %j', (query) => {
    const plan = planOf(query.text)
    const ids = rescored(offers, plan.text, query.near).map(({ id }) => id)
    const { hits, orderedBy } = explained(query, plan, { ids, offers, weighedHits: 48 })
    expect(orderedBy).toBe('relevance')
    expect(hits.map(({ id }) => id)).toEqual(ids)
    const scores = hits.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBeGreaterThan(2)
    for (const hit of hits) expect(scoreOf(hit)).toBeCloseTo(hit.score, 12)
  })

  test('says by which words and where', () => {
    const ids = offers.map(({ id }) => id)
    const { hits, floor } = explained({ text: 'lasrobot' }, planOf('lasrobot'), {
      ids,
      offers,
      weighedHits: 1,
    })
    expect(hits[0]?.words[0]?.found).toEqual([
      { term: 'lasrobot', how: 'itself', fields: ['title'] },
      expect.objectContaining({ how: 'otherwise', fields: ['title'] }),
    ])
    expect(hits[1]?.words[0]?.found[0]).toEqual({ term: 'lasrobot', how: 'itself', fields: ['body'] })
    expect(hits[3]?.words[0]?.found).toEqual([])
    expect(hits.map(({ isBehind }) => isBehind)).toEqual([false, true, true, true, true])
    expect(floor).toEqual({ best: 1, least: 0.4, isAlmost: false })
  })

  test('a part of a compound alone, where no offer has more', () => {
    const plan = planOf('hulprobot')
    const text = { ...plan.text, words: plan.text.words.map((word) => ({ ...word, firm: false })) }
    const given = { ids: [offers[1]?.id ?? ''], offers, weighedHits: 48 }
    const { hits } = explained({ text: 'hulprobot' }, { ...plan, text }, given)
    expect(hits[0]?.words[0]?.found).toEqual([{ term: 'robot', how: 'part', fields: ['title'] }])
  })

  test('by another sort nothing is weighed; what the index does not know is left out', () => {
    const given = { ids: ['gone', offers[0]?.id ?? ''], offers, weighedHits: 48 }
    const answer = explained({ text: 'robot', sort: 'newest' }, planOf('robot'), given)
    expect(answer).toMatchObject({ orderedBy: 'newest', floor: null })
    expect(answer.hits).toHaveLength(1)
    expect(answer.hits[0]?.words).toEqual([])
  })
})
