import { expect, test } from 'vitest'
import { type DayWishes, warningsOf } from './day-warnings'

const wishes: DayWishes = {
  period: { from: '2027-01-01', until: '2027-04-30' },
  schoolWeekdays: [1, 4],
  ownWeekdays: [1, 2, 4],
  publicHolidays: ['2027-03-29'],
  schoolHolidays: [{ from: '2027-02-20', until: '2027-02-28' }],
}

test.each([
  ['2027-01-21', []],
  ['2027-01-19', ['school-weekday']],
  ['2027-01-23', ['weekend']],
  ['2027-03-29', ['public-holiday']],
  ['2027-02-22', ['school-holiday']],
  ['2027-05-06', ['outside-period']],
  ['2027-05-04', ['school-weekday', 'outside-period']],
])('%s: %j', (day, warnings) => {
  expect(warningsOf(day, wishes)).toEqual(warnings)
})

test('a school without wishes still hears of the days on which the company does not give it', () => {
  const free = { ...wishes, period: null, schoolWeekdays: [] }
  expect(warningsOf('2027-05-05', free)).toEqual(['own-weekday'])
  expect(warningsOf('2027-05-04', free)).toEqual([])
})

test('a Saturday that the school asked for is no surprise', () => {
  expect(warningsOf('2027-01-23', { ...wishes, schoolWeekdays: [6], ownWeekdays: [] })).toEqual([])
})
