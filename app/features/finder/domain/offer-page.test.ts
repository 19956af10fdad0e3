import { expect, test } from 'vitest'
import { placesByYear } from './offer-page'

test('class-places are added up per school year, this one first; past years do not count', () => {
  const slots = [
    { startsOn: '2027-08-01', places: 4, open: 4 },
    { startsOn: '2025-08-01', places: 9, open: 7 },
    { startsOn: '2026-09-01', places: 2, open: 0 },
    { startsOn: '2027-03-01', places: 3, open: 2 },
  ]
  expect(placesByYear(slots, '2026-11-24')).toEqual([
    { schoolYear: '2026-2027', open: 2, places: 5 },
    { schoolYear: '2027-2028', open: 4, places: 4 },
  ])
})

test('no slots is no limit, not a full house', () => {
  expect(placesByYear([], '2026-11-24')).toEqual([])
})
