import { expect, test } from 'vitest'
import { impactOf, type Lessons } from './impact'

const ALMELO = { code: 'GM0141', name: 'Almelo', point: { lat: 52.36, lng: 6.66 } }
const BORNE = { code: 'GM0147', name: 'Borne', point: { lat: 52.3, lng: 6.75 } }
const lesson = (over: Partial<Lessons>): Lessons => ({
  branchId: 'a',
  municipality: ALMELO,
  level: 'vmbo',
  on: '2026-11-03',
  lessons: 1,
  pupils: 25,
  uncounted: 0,
  ...over,
})

test('adds up by school year, level and municipality; a school counts once', () => {
  const impact = impactOf([
    lesson({}),
    lesson({ on: '2026-07-31', lessons: 2, pupils: 40 }),
    lesson({ branchId: 'b', level: 'havo', pupils: 0, uncounted: 1 }),
    lesson({ branchId: 'c', municipality: BORNE, level: 'havo', lessons: 3, pupils: 60 }),
  ])
  expect(impact).toMatchObject({ lessons: 7, pupils: 125, schools: 3, uncounted: 1, since: '2025-2026' })
  expect(impact.byYear).toEqual([
    { schoolYear: '2026-2027', lessons: 5, pupils: 85, schools: 3 },
    { schoolYear: '2025-2026', lessons: 2, pupils: 40, schools: 1 },
  ])
  expect(impact.byLevel).toEqual([
    { level: 'havo', lessons: 4, pupils: 60, schools: 2 },
    { level: 'vmbo', lessons: 3, pupils: 65, schools: 1 },
  ])
  expect(impact.places.map(({ name, lessons, schools }) => [name, lessons, schools])).toEqual([
    ['Almelo', 4, 2],
    ['Borne', 3, 1],
  ])
})

test('without lessons there is nothing, since never', () => {
  expect(impactOf([])).toMatchObject({ lessons: 0, schools: 0, since: null, byYear: [], places: [] })
})
