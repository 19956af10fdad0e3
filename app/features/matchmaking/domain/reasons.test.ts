import { expect, test } from 'vitest'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import { MAX_REASONS, type Reason, reasonsOf } from './reasons'

const ALMELO = { lat: 52.357, lng: 6.662 }
const HENGELO = { lat: 52.266, lng: 6.793 }
const PARENTS = new Map([
  ['lasrobots', 'robotica'],
  ['drones', 'robotica'],
  ['metaal', 'maakindustrie'],
])

const request = (over: Partial<RankedRequest> = {}): RankedRequest => ({
  kinds: ['excursion'],
  topicIds: ['robotica'],
  level: 'vmbo',
  years: [3],
  tracks: [],
  school: { point: ALMELO, regionIds: ['twente'], municipalityCode: 'GM0141', history: [] },
  maxDistanceKm: 15,
  groupSize: 25,
  weekdays: [1, 4],
  period: null,
  languages: [],
  ...over,
})

const offer = (over: Partial<RankedOffer> = {}): RankedOffer => ({
  id: 'offer',
  kind: 'excursion',
  topicIds: ['lasrobots'],
  levels: [{ level: 'vmbo', years: [3, 4] }],
  location: 'at-company',
  point: HENGELO,
  regionIds: ['twente'],
  travelRadiusKm: null,
  serviceRegionIds: [],
  serviceMunicipalityCodes: [],
  groupSizeMax: 30,
  weekdays: [4, 5],
  available: null,
  languages: ['nl'],
  openPlaces: 4,
  asked: 0,
  answered: 0,
  monthsSinceConfirmed: 1,
  exposure: 0,
  ...over,
})

const about = (reasons: readonly Reason[], name: Reason['about']) =>
  reasons.find((reason) => reason.about === name)

test('a sister of the topic that was asked fits, and is told as such', () => {
  const reasons = reasonsOf(request({ topicIds: ['metaal', 'drones'] }), offer(), PARENTS, 1)
  expect(about(reasons, 'topic')).toMatchObject({
    fits: true,
    isKin: true,
    given: ['lasrobots'],
    wished: ['drones'],
  })
})

test('what fits is told with its figure, in the order in which a person asks, at most five', () => {
  const reasons = reasonsOf(request(), offer(), PARENTS, 3)
  expect(reasons.map((reason) => reason.about)).toEqual([
    'level',
    'topic',
    'distance',
    'own-region',
    'weekdays',
  ])
  expect(about(reasons, 'topic')).toMatchObject({ fits: true, given: ['lasrobots'] })
  expect(about(reasons, 'distance')).toMatchObject({ fits: true, limitKm: 15 })
  expect(about(reasons, 'weekdays')).toMatchObject({ fits: true, days: [4], notDays: [1] })
})

test('a difference pushes a fit out and stands after what fits', () => {
  const reasons = reasonsOf(request(), offer({ kind: 'guest-lesson', openPlaces: 2 }), PARENTS, 3)
  expect(reasons).toHaveLength(MAX_REASONS)
  expect(reasons.slice(-2)).toEqual([
    { about: 'kind', fits: false, kind: 'guest-lesson', wished: ['excursion'] },
    { about: 'places', fits: false, open: 2, groups: 3 },
  ])
})

test('all differences are told, however many', () => {
  const reasons = reasonsOf(
    request({ years: [2, 3], languages: ['en'], maxDistanceKm: 5 }),
    offer({
      kind: 'event',
      topicIds: ['metaal'],
      serviceRegionIds: ['achterhoek'],
      groupSizeMax: 20,
      weekdays: [2],
      openPlaces: 0,
      asked: 5,
      answered: 1,
      monthsSinceConfirmed: 11.6,
    }),
    PARENTS,
    1,
  )
  expect(reasons.every((reason) => !reason.fits)).toBe(true)
  expect(reasons.map((reason) => reason.about)).toEqual([
    'level',
    'kind',
    'topic',
    'distance',
    'region',
    'weekdays',
    'places',
    'group',
    'language',
    'answers',
    'confirmed',
  ])
  expect(about(reasons, 'level')).toMatchObject({ years: [2] })
  expect(about(reasons, 'weekdays')).toMatchObject({ days: [2], notDays: [1, 4] })
  expect(about(reasons, 'confirmed')).toMatchObject({ months: 11 })
})

test('nobody travels to what is online, and a download has no days', () => {
  const online = reasonsOf(request(), offer({ location: 'online' }), PARENTS, 1)
  expect(about(online, 'distance')).toMatchObject({ fits: true, km: null, limitKm: null })
  const download = reasonsOf(request(), offer({ location: 'download', openPlaces: null }), PARENTS, 1)
  expect(about(download, 'weekdays')).toBeUndefined()
  expect(about(download, 'places')).toBeUndefined()
})

test('a company that comes to school is measured by its own radius', () => {
  const near = reasonsOf(request({ maxDistanceKm: 1 }), offer({ location: 'at-school' }), PARENTS, 1)
  expect(about(near, 'distance')).toMatchObject({ fits: true, limitKm: null })
  const far = reasonsOf(request(), offer({ location: 'at-school', travelRadiusKm: 10 }), PARENTS, 1)
  expect(about(far, 'distance')).toMatchObject({ fits: false, limitKm: 10 })
})

test('a newcomer is neither praised nor blamed for answers', () => {
  expect(about(reasonsOf(request(), offer({ asked: 2 }), PARENTS, 1), 'answers')).toBeUndefined()
})

test('a class is told what it had already, and what would be new to it', () => {
  const had = (offerId: string, topicIds: readonly string[]) => {
    const lesson = { offerId, kind: 'excursion', topicIds, level: 'vmbo', years: [3], yearsAgo: 0 } as const
    const school = { ...request().school, history: [lesson] }
    return about(reasonsOf(request({ school }), offer({ weekdays: [] }), PARENTS, 1), 'variety')
  }
  expect(had('offer', ['lasrobots'])).toEqual({ about: 'variety', fits: false })
  expect(had('other', ['lasrobots'])).toBeUndefined()
  expect(about(reasonsOf(request(), offer(), PARENTS, 1), 'variety')).toBeUndefined()
})
