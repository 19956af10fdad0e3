import { expect, test } from 'vitest'
import { NEARBY_DISTANCES, NEARBY_KM, queryOfNearby, unnamingKm } from './nearby'

test('the address says only what differs from the whole list', () => {
  expect(queryOfNearby({ offer: null, km: '40', sort: 'best', page: 3 })).toEqual({})
  expect(queryOfNearby({ offer: 'a', km: '10', sort: 'nearest', page: 1 })).toEqual({
    offer: 'a',
    km: '10',
    sort: 'nearest',
  })
})

test('the widest choice is all that is called nearby', () => {
  expect(Number(NEARBY_DISTANCES.at(-1))).toBe(NEARBY_KM)
})

test('a distance is told in whole kilometres, never as none', () => {
  expect([0, 0.3, 1.4, 12.51].map(unnamingKm)).toEqual([1, 1, 1, 13])
})
