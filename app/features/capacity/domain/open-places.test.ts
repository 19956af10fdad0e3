import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, monthOf, monthsOf, type Span } from '~/kernel/calendar'
import { openFrom, openPlaces, type Slot } from './open-places'

const YEAR: Span = { from: '2026-11-25', until: '2028-07-31' }
const slot = (from: string, until: string, taken = 0): Slot => ({ from, until, places: 2, taken })

test('a school year has the first of each of its months that is left', () => {
  const days = openFrom([slot('2026-08-01', '2027-07-31')], YEAR)
  expect(days?.[0]).toBe('2026-11-01')
  expect(days?.at(-1)).toBe('2027-07-01')
  expect(days).toHaveLength(9)
})

test('dated sessions have their own days; full ones and those that are over have none', () => {
  const sessions = [
    slot('2026-11-10', '2026-11-10'),
    slot('2027-03-09', '2027-03-09'),
    slot('2027-03-02', '2027-03-02', 2),
    slot('2027-05-20', '2027-05-20'),
    slot('2027-05-06', '2027-05-06', 1),
  ]
  expect(openFrom(sessions, YEAR)).toEqual(['2027-03-09', '2027-05-06'])
})

test('without slots there is no limit; with nothing but full or old ones there is nothing', () => {
  expect(openFrom([], YEAR)).toBeNull()
  expect(openFrom([slot('2025-08-01', '2026-07-31')], YEAR)).toEqual([])
  expect(openFrom([slot('2026-08-01', '2027-07-31', 2)], YEAR)).toEqual([])
})

test('a month has a first day exactly where it has open places, and that day lies in it', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-11-25', days))
  const anySlot = fc
    .record({ from: day, days: fc.integer({ min: 0, max: 90 }), places: fc.nat(3), taken: fc.nat(3) })
    .map(({ from, days, places, taken }) => ({
      from,
      until: addDays(from, days),
      places,
      taken: Math.min(places, taken),
    }))
  fc.assert(
    fc.property(fc.array(anySlot, { minLength: 1, maxLength: 6 }), (slots) => {
      const days = openFrom(slots, YEAR) ?? []
      const open = monthsOf(YEAR).filter(
        (month) => (openPlaces(slots, { from: `${month}-01`, until: `${month}-31` }) ?? 1) > 0,
      )
      expect(days.map(monthOf)).toEqual(open)
    }),
    { numRuns: 100 },
  )
})
