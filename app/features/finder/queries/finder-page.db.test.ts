import { beforeAll, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import type { FinderNeeds } from '~/features/finder/queries/finder-needs.server'
import { runInRequest } from '~/platform/http/request-context.server'
import { makeReader } from '~/platform/search/reader.server'
import type { SearchPage } from '~search/port'
import type { SearchQuery } from '~search/query'
import { makeActor } from '../../../../tests/factories/actor'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { finderMap } from './finder-map.server'
import { type FinderAnswer, finderPage } from './finder-page.server'

const AREA = { point: { lat: 51.45, lng: 3.9 }, municipalityCodes: ['GM0687', 'GM0664'] }
const ZEELAND = { kind: 'province', name: 'Zeeland', aliases: [], ...AREA } as const
const EINDHOVEN = {
  kind: 'place',
  name: 'Eindhoven',
  aliases: [],
  point: { lat: 51.44, lng: 5.47 },
  municipalityCodes: ['GM0772'],
} as const
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
      explain: async () => ({ engine: 'postgres', orderedBy: 'newest', floor: null, hits: [] }),
    },
    readQuestion: makeReader(
      async () => [ZEELAND, EINDHOVEN],
      async () => new Set(),
    ),
    where: {
      async resolve(text) {
        if (text === 'Zeeland') return { kind: 'found', label: 'Zeeland', area: 'province', ...AREA }
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

test('what is read in the text limits and orders, and is shown', async () => {
  const page = pageOf(await ask('q=gratis robot groep 7 bij Eindhoven'))
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({
    filters: { free: true },
    near: { point: EINDHOVEN.point, radiusKm: 25 },
    understood: { words: ['robot'], levelKeys: ['po-7'] },
  })
  expect(page.read.map(({ kind, words, limits, dropped }) => [kind, words, limits, dropped])).toEqual([
    ['free', ['gratis'], true, false],
    ['level', ['groep 7'], false, false],
    ['place', ['eindhoven'], true, false],
  ])
  expect(page.from).toMatchObject({ kind: 'place', label: 'Eindhoven' })
})

test('what is taken back is a word again; what is no longer typed leaves the address', async () => {
  pageOf(await ask('q=robot havo Eindhoven&plain=havo&plain=eindhoven'))
  expect(asked[0]?.understood).toMatchObject({ words: ['robot', 'havo', 'eindhoven'], levelKeys: [] })
  expect(asked[0]?.near).toBeUndefined()
  expect(await ask('q=robot havo&plain=havo&plain=vwo&plain=robot')).toEqual({
    moveTo: '/offers?q=robot+havo&plain=havo',
  })
})

test('a choice wins over what is typed', async () => {
  const page = pageOf(
    await ask(
      'q=gratis excursie havo online Eindhoven&kind=event&level=vwo&place=Almelo&location=at-school&free=1',
    ),
  )
  expect(page.read).toEqual([])
  expect(asked[0]).toMatchObject({
    filters: { kinds: ['event'], levels: [{ level: 'vwo' }], locations: ['at-school'], free: true },
    near: { point: ALMELO },
    understood: { words: ['eindhoven'], levelKeys: [], kinds: [] },
  })
})

test('an area is its municipalities, without a distance, typed in either field', async () => {
  expect(await ask('place=Zeeland&radius=25')).toEqual({ moveTo: '/offers?place=Zeeland' })
  const page = pageOf(await ask('place=Zeeland'))
  expect(asked[0]?.near).toEqual(AREA)
  expect(page.from?.kind).toBe('area')
  pageOf(await ask('q=excursie zeeland'))
  expect(asked[0]?.near).toEqual(AREA)
})

test('what would leave nothing does not count, and the map is asked the same', async () => {
  const some = needs()
  const { search } = some.search
  const scarce: FinderNeeds = {
    ...some,
    search: {
      ...some.search,
      search: async (query) => ({ ...(await search(query)), total: query.near?.municipalityCodes ? 0 : 3 }),
    },
  }
  const params = new URLSearchParams('q=gratis robot zeeland')
  const page = pageOf(await finderPage(scarce, ANONYMOUS, params))
  expect(page.total).toBe(3)
  expect(page.read.map(({ kind, dropped }) => [kind, dropped])).toEqual([
    ['free', false],
    ['place', true],
  ])
  // The question, one without each thing and one without both, the answer.
  expect(asked).toHaveLength(5)
  expect(asked.at(-1)).toMatchObject({ filters: { free: true }, near: { point: AREA.point } })
  await finderMap(scarce, ANONYMOUS, params)
  expect(asked.at(-1)).toMatchObject({ filters: { free: true }, near: { point: AREA.point } })
})
