import { expect, test } from 'vitest'
import type { RankedOffer, WordedRequest } from '~/matching/ranking/subjects'
import { moreChance } from './more-chance'

const request = (over: Partial<WordedRequest> = {}): WordedRequest => ({
  kinds: ['guest-lesson'],
  topicIds: ['robotica'],
  level: 'vmbo',
  years: [3],
  tracks: [],
  school: {
    point: { lat: 52.357, lng: 6.662 },
    regionIds: ['twente'],
    municipalityCode: 'GM0141',
    history: [],
  },
  maxDistanceKm: 5,
  groupSize: 25,
  weekdays: [1],
  period: null,
  languages: [],
  textFits: new Map(),
  ...over,
})

/** Some 13 km away. */
const offer = (over: Partial<RankedOffer> = {}): RankedOffer => ({
  id: 'offer',
  kind: 'guest-lesson',
  topicIds: ['robotica'],
  levels: [{ level: 'vmbo', years: [3] }],
  location: 'at-school',
  point: { lat: 52.266, lng: 6.793 },
  regionIds: ['twente'],
  travelRadiusKm: 20,
  serviceRegionIds: [],
  serviceMunicipalityCodes: [],
  groupSizeMax: 30,
  weekdays: [1],
  available: null,
  languages: ['nl'],
  openPlaces: 2,
  asked: 0,
  answered: 0,
  monthsSinceConfirmed: 1,
  exposure: 0,
  ...over,
})

const chance = (requests: readonly WordedRequest[], ...offers: readonly RankedOffer[]) =>
  moreChance(requests, offers, new Map())

test.each([
  ['radius', { travelRadiusKm: 10 }],
  ['places', { openPlaces: 0 }],
  ['days', { weekdays: [5] }],
  ['group', { groupSizeMax: 20 }],
] as const)('%s: what the company alone stands in the way with', (change, over) => {
  expect(chance([request()], offer(over))).toEqual([{ change, more: 1 }])
})

test('two things in the way are no advice', () => {
  expect(chance([request()], offer({ travelRadiusKm: 10, openPlaces: 0 }))).toEqual([])
})

test('how far the school travels is not the company’s to change, nor is what it asks', () => {
  expect(chance([request()], offer({ location: 'at-company' }))).toEqual([])
  expect(chance([request({ topicIds: ['zorg'] })], offer())).toEqual([])
})

test('a request counts once for a change, however many offers it helps; the most helpful comes first', () => {
  const far = [offer({ travelRadiusKm: 10 }), offer({ id: 'other', travelRadiusKm: 5 })]
  const full = offer({ id: 'full', openPlaces: 0, weekdays: [2] })
  expect(
    chance([request(), request({ weekdays: [2] })], ...far.map((one) => ({ ...one, weekdays: [] })), full),
  ).toEqual([
    { change: 'radius', more: 2 },
    { change: 'places', more: 1 },
  ])
})
