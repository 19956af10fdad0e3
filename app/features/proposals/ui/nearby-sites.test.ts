import { expect, test } from 'vitest'
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
  isDemo: false,
})
const group = (id: string, rows: readonly NearbyRow[]): NearbyGroup => ({
  offer: { id, title: id, point: HENGELO, placeName: 'Hengelo' },
  count: rows.length,
  rows,
})

test('one pin for each municipality, over all offers, with the numbers of the list; the company once', () => {
  const { municipalities, own } = sitesOfNearby([
    group('a', [row(1, ALMELO), row(2, BORNE)]),
    group('b', [row(3, ALMELO)]),
  ])
  expect(municipalities.map(({ code, requests }) => [code, requests.map(({ rank }) => rank)])).toEqual([
    ['GM0141', [1, 3]],
    ['GM0147', [2]],
  ])
  expect(own).toEqual([{ placeName: 'Hengelo', point: HENGELO }])
})
