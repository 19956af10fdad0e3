import { beforeAll, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import type { FinderNeeds } from '~/features/finder/queries/finder-needs.server'
import { runInRequest } from '~/platform/http/request-context.server'
import type { SearchPage } from '~search/port'
import type { SearchQuery } from '~search/query'
import { makeActor } from '../../../../tests/factories/actor'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { finderMap } from './finder-map.server'
import { type FinderAnswer, finderPage } from './finder-page.server'

const ALMELO = { lat: 52.3567, lng: 6.6625 }
let database: TestDatabase
const asked: SearchQuery[] = []
let total = 30

beforeAll(async () => {
  database = await testDatabase()
  await database.db.topic.createMany({
    data: [
      { id: 'robotica', nl: 'Robotica', en: 'Robotics', position: 1 },
      { id: 'robotica.robots', parentId: 'robotica', nl: 'Robots', position: 2 },
    ],
  })
})

function needs(): FinderNeeds {
  asked.length = 0
  return {
    db: database.db,
    clock: { now: () => new Date('2026-10-01T10:00:00Z') },
    // why: what is asked of the index is looked at here; that both engines answer it is the contract's to test
    search: {
      engine: 'postgres' as const,
      async search(query): Promise<SearchPage> {
        asked.push(query)
        const facets = { kind: [{ value: 'excursion', count: 4 }] }
        return {
          hits: [],
          total,
          isAlmost: false,
          page: query.page ?? 1,
          pageSize: query.pageSize ?? 20,
          facets,
        }
      },
      async mapPoints(query) {
        asked.push(query)
        return []
      },
    },
    places: {
      async resolve(text) {
        if (text === 'Almelo') return { kind: 'found', label: 'Almelo', point: ALMELO }
        if (text === 'Hengelo')
          return {
            kind: 'ambiguous',
            choices: [{ label: 'Hengelo (Overijssel)', ask: 'Hengelo (Overijssel)' }],
          }
        return { kind: 'unknown' }
      },
    },
  }
}

const ask = (query: string, actor: Parameters<typeof finderPage>[1] = ANONYMOUS) =>
  finderPage(needs(), actor, new URLSearchParams(query))
const pageOf = (answer: FinderAnswer) => {
  if (answer.moveTo !== null) throw new Error(`moved to ${answer.moveTo}`)
  return answer.page
}

test('what is asked reaches the index, measured from the place', async () => {
  const page = pageOf(
    await ask('q=robot&kind=excursion&level=vmbo-3&topic=robotica&place=Almelo&radius=25&free=1'),
  )
  expect(asked[0]).toMatchObject({
    text: 'robot',
    filters: {
      kinds: ['excursion'],
      levels: [{ level: 'vmbo', year: 3 }],
      topicIds: ['robotica'],
      free: true,
    },
    near: { point: ALMELO, radiusKm: 25 },
  })
  expect(page.from).toEqual({ kind: 'place', label: 'Almelo', point: ALMELO })
  expect(page.counts.kind).toEqual({ excursion: 4 })
  expect(page.topics.map(({ id }) => id)).toEqual(['robotica', 'robotica.robots'])
  expect(page.problems).toEqual([])
})

test('an unknown place is a problem of its field, and the rest is asked without it', async () => {
  const page = pageOf(await ask('q=robot&place=0000&radius=25'))
  expect(page.problems).toEqual([{ field: 'place', code: 'place-unknown', given: '0000' }])
  expect(asked[0]?.text).toBe('robot')
  expect(asked[0]?.near).toBeUndefined()
})

test('a name of several places asks nothing of the distance and gives the choices', async () => {
  const page = pageOf(await ask('place=Hengelo&radius=25'))
  expect(page.placeChoices).toEqual([{ label: 'Hengelo (Overijssel)', ask: 'Hengelo (Overijssel)' }])
  expect(page.problems).toEqual([])
  expect(asked[0]?.near).toBeUndefined()
})

test('a teacher measures from the own school, which limits nothing', async () => {
  const branch = await makeSchoolBranch(database.db)
  const teacher = makeActor({ schools: { [branch.id]: 'member' } })
  const page = pageOf(await ask('radius=10', teacher))
  expect(page.from).toEqual({
    kind: 'school',
    label: branch.name,
    point: { lat: branch.lat, lng: branch.lng },
  })
  expect(asked[0]?.near).toEqual({ point: { lat: branch.lat, lng: branch.lng } })
  expect(page.school).toEqual({ name: branch.name, place: '7607' })
  expect(pageOf(await ask('place=Almelo', teacher)).from?.kind).toBe('place')
})

test('another spelling and a page past the last move to where the answer stands', async () => {
  expect(await ask('radius=&q=robot')).toEqual({ moveTo: '/offers?q=robot' })
  expect(await ask('q=robot&page=9')).toEqual({ moveTo: '/offers?q=robot&page=3' })
})

test('with a problem nothing moves, so that what was typed stays', async () => {
  expect(pageOf(await ask('radius=-1&q=robot')).problems).toHaveLength(1)
})

test('nothing found comes with ways out, something found without', async () => {
  total = 0
  expect(pageOf(await ask('q=zzz&kind=event')).waysOut).toEqual([])
  expect(asked).toHaveLength(3)
  total = 30
  expect(pageOf(await ask('q=zzz&kind=event')).waysOut).toEqual([])
  expect(asked).toHaveLength(1)
})

test('a page costs three statements for a teacher, whatever is asked', async () => {
  const branch = await makeSchoolBranch(database.db)
  const teacher = makeActor({ schools: { [branch.id]: 'member' } })
  const context = { requestId: 'r', locale: 'nl' as const, nonce: 'n', queryCount: 0, kept: new Map() }
  await runInRequest(context, () =>
    ask('q=robot&topic=robotica&topic=robotica.robots&place=Almelo&radius=25', teacher),
  )
  expect(context.queryCount).toBe(3)
})

test('the map asks the same question', async () => {
  const map = await finderMap(needs(), ANONYMOUS, new URLSearchParams('q=robot&place=Almelo&radius=25'))
  expect(asked[0]).toMatchObject({ text: 'robot', near: { point: ALMELO, radiusKm: 25 } })
  expect(map).toEqual({ points: [], from: { kind: 'place', label: 'Almelo', point: ALMELO }, radiusKm: 25 })
})
