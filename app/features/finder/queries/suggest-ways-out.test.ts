import { expect, test } from 'vitest'
import { EMPTY_STATE, type FinderState } from '~/features/finder/domain/finder-state'
import type { SearchQuery } from '~search/query'
import { suggestWaysOut } from './suggest-ways-out.server'

const ALMELO = { kind: 'place', label: 'Almelo', point: { lat: 52.36, lng: 6.66 } } as const
const asked: FinderState = {
  ...EMPTY_STATE,
  text: 'lasrobot',
  place: 'Almelo',
  radiusKm: 10,
  kinds: ['event'],
  page: 3,
}

/** Answers with a number per question; only totals are looked at. */
function engine(total: (query: SearchQuery) => number) {
  const questions: SearchQuery[] = []
  return {
    questions,
    async search(query: SearchQuery) {
      questions.push(query)
      return { hits: [], total: total(query), isAlmost: false, page: 1, pageSize: 1, facets: {} }
    },
  }
}

test('the first wider radius that finds something comes first, then what leaving one filter out gives, most first', async () => {
  const search = engine((query) => {
    if (!query.near) return 7
    if (!query.filters?.kinds) return 9
    return (query.near.radiusKm ?? 0) >= 25 ? 2 : 0
  })
  const ways = await suggestWaysOut(search, asked, ALMELO)
  expect(ways.map((way) => [way.kind === 'widen' ? way.radiusKm : way.parts[0]?.part, way.count])).toEqual([
    [25, 2],
    ['kind', 9],
    ['place', 7],
  ])
  expect(ways.every(({ state }) => state.page === 1)).toBe(true)
})

test('each way out is a question of one row, and there are at most eleven of them', async () => {
  const search = engine(() => 0)
  const all: FinderState = {
    ...asked,
    kinds: ['event', 'excursion', 'guest-lesson'],
    level: { level: 'vmbo' },
    topicIds: Array.from({ length: 30 }, (_, n) => `t${n}`),
    locations: ['online', 'download'],
    languages: ['en'],
    free: true,
  }
  expect(await suggestWaysOut(search, all, ALMELO)).toEqual([])
  expect(search.questions).toHaveLength(11)
  expect(search.questions.every(({ pageSize, page }) => pageSize === 1 && page === 1)).toBe(true)
})

test('the values of one filter are left out together: they are alternatives', async () => {
  const search = engine((query) => (query.filters?.kinds ? 0 : 4))
  const ways = await suggestWaysOut(search, { ...EMPTY_STATE, kinds: ['event', 'excursion'] }, null)
  expect(ways).toEqual([
    {
      kind: 'drop',
      state: EMPTY_STATE,
      parts: [
        { part: 'kind', value: 'event' },
        { part: 'kind', value: 'excursion' },
      ],
      count: 4,
    },
  ])
})

test('without a place nothing is measured: no wider radius is offered', async () => {
  const search = engine(() => 1)
  const ways = await suggestWaysOut(search, { ...asked, place: '', radiusKm: 10 }, null)
  expect(ways.map(({ kind }) => kind)).toEqual(['drop', 'drop'])
})
