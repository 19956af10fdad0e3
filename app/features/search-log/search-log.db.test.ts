/** What is written down of questions to the finder, and what coordinators see of it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { unmetSearches } from '~/features/clearing/queries/unmet-searches.server'
import { type Desk, openDesk } from '../../../tests/desk/desk'
import type { SearchEntry } from './domain/search-entry'
import { forgetSearches } from './use-cases/forget-searches.server'
import { makeSearchLog } from './writer.server'

const ALMELO = { lat: 52.3567, lng: 6.6625 }
let desk: Desk
let now = new Date('2026-11-24T09:00:00Z')
const clock = { now: () => now }
const asked = (text: string, over: Partial<SearchEntry> = {}): SearchEntry => ({
  text,
  kinds: [],
  level: null,
  topicIds: [],
  point: null,
  results: 3,
  isAlmost: false,
  engine: 'postgres',
  ...over,
})
const rows = () => desk.db.searchLog.findMany({ orderBy: { id: 'asc' } })

beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  await desk.db.searchLog.deleteMany()
})

test('an entry says what, roughly where and on which day, and nothing of who', async () => {
  const log = makeSearchLog({ db: desk.db, clock, onFailure: (error) => expect(error).toBeNull() })
  log.note(asked('Robots', { point: ALMELO, level: 'vmbo-3', kinds: ['excursion'], topicIds: ['x'] }), 'one')
  log.note(asked('noor@schakel.example'), 'two')
  expect(await log.flush()).toBe(0)
  now = new Date('2026-11-24T09:00:31Z')
  expect(await log.flush()).toBe(2)
  const [first, second] = await rows()
  expect({ ...first, id: null }).toEqual({
    id: null,
    day: new Date('2026-11-24T00:00:00Z'),
    text: 'robots',
    kinds: ['excursion'],
    level: 'vmbo-3',
    topicIds: ['x'],
    lat: 52.4,
    lng: 6.6,
    regionId: desk.regionId,
    results: 3,
    isAlmost: false,
    engine: 'postgres',
  })
  expect(second?.text).toBeNull()
  await log.close()
})

test('who types on asks one question; another one, or another browser, is another', async () => {
  const log = makeSearchLog({ db: desk.db, clock, onFailure: () => {} })
  for (const text of ['rob', 'robo', 'robot', 'lassen']) log.note(asked(text), 'one')
  log.note(asked('robot'), 'two')
  await log.close()
  expect((await rows()).map(({ text }) => text)).toEqual(['robot', 'lassen', 'robot'])
})

test('a database that does not answer costs entries and nothing else', async () => {
  let failures = 0
  const broken = { $executeRaw: () => Promise.reject(new Error('gone')) as never }
  const log = makeSearchLog({ db: broken, clock, onFailure: () => failures++ })
  for (let n = 0; n < 5000; n++) log.note(asked(`wat ${n}`), `browser ${n}`)
  expect(await log.flush(true)).toBe(0)
  expect(failures).toBe(1)
  await log.close()
})

test('a coordinator sees what was looked for in vain three times or more, here and everywhere', async () => {
  const log = makeSearchLog({ db: desk.db, clock, onFailure: () => {} })
  const note = (text: string, times: number, over: Partial<SearchEntry>) => {
    for (let n = 0; n < times; n++) log.note(asked(text, over), `${text} ${n}`)
  }
  note('imker', 3, { point: ALMELO, results: 0 })
  note('vuurwerk', 4, { point: ALMELO, isAlmost: true })
  note('te weinig', 2, { point: ALMELO, results: 0 })
  note('robots', 9, { point: ALMELO })
  note('elders', 3, { point: { lat: 50.85, lng: 5.69 }, results: 0 })
  note('nergens', 3, { results: 0 })
  await log.close()
  const page = await unmetSearches(desk.wiring, desk.coordinator, null)
  expect(page.here).toEqual([
    { text: 'vuurwerk', times: 4, nothing: 0 },
    { text: 'imker', times: 3, nothing: 3 },
  ])
  expect(page.everywhere.map(({ text }) => text)).toEqual(['vuurwerk', 'elders', 'imker', 'nergens'])
  const { actor } = await desk.school()
  await expect(unmetSearches(desk.wiring, actor, null)).rejects.toMatchObject({ kind: 'not-found' })
})

test('after thirteen months an entry is forgotten', async () => {
  await desk.db.searchLog.createMany({
    data: ['2025-10-23', '2025-10-25'].map((day) => ({
      day: new Date(`${day}T00:00:00Z`),
      results: 0,
      isAlmost: false,
      engine: 'postgres',
      kinds: [],
      topicIds: [],
    })),
  })
  expect(await forgetSearches(desk.wiring)).toBe(1)
})
