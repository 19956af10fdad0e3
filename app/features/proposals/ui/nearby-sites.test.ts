import { expect, test } from 'vitest'
import { makeMapIndex } from '~/features/finder/domain/map-groups'
import type { NearbyGroup, NearbyRow } from '~/features/matchmaking/queries/requests-nearby-page.server'
import { sitesOfNearby } from './nearby-sites'

const ALMELO = { code: 'GM0141', name: 'Almelo', point: { lat: 52.36, lng: 6.66 } }
const BORNE = { code: 'GM0147', name: 'Borne', point: { lat: 52.3, lng: 6.75 } }
const HENGELO = { lat: 52.27, lng: 6.79 }

const row = (rank: number, municipality: NearbyRow['municipality']): NearbyRow => ({
  id: `request ${rank}`,
  rank,
  municipality,
  level: 'vmbo',
  years: [3],
  tracks: [],
  groupSize: 25,
  weekdays: [],
  topics: [],
  distanceKm: 5,
  groups: 1,
  period: null,
  waitingSince: null,
  openedOn: null,
  reasons: [],
  offering: 'free',
  isDemo: false,
})
const group = (id: string, rows: readonly NearbyRow[]): NearbyGroup => ({
  offer: { id, title: id, point: HENGELO, placeName: 'Hengelo' },
  count: rows.length,
  rows,
})

test('requests stand in the middle of their municipality, with the numbers of the list; the company once', () => {
  const { requests, own } = sitesOfNearby([
    group('a', [row(1, ALMELO), row(2, BORNE)]),
    group('b', [row(3, ALMELO)]),
  ])
  expect(requests.map(({ rank, municipality, point }) => [rank, municipality.name, point])).toEqual([
    [1, 'Almelo', ALMELO.point],
    [2, 'Borne', BORNE.point],
    [3, 'Almelo', ALMELO.point],
  ])
  expect(own).toEqual([{ placeName: 'Hengelo', point: HENGELO }])
})

test('what lies close together is one pin from afar and two from nearby', () => {
  const { requests } = sitesOfNearby([group('a', [row(1, ALMELO), row(2, BORNE), row(3, ALMELO)])])
  const index = makeMapIndex(requests)
  const ranksAt = (zoom: number) =>
    index.groupsIn([3, 50, 8, 54], zoom).map(({ offers }) => offers.map(({ rank }) => rank))
  expect(ranksAt(7)).toEqual([[1, 2, 3]])
  expect(ranksAt(14)).toEqual([[1, 3], [2]])
})
