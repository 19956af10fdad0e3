import { expect, test } from 'vitest'
import {
  addWorkingDays,
  calendarDateOf,
  daysOfSchoolYear,
  instantAt,
  isWorkingDay,
  schoolYearOf,
  workingDaysAfter,
} from './calendar'

const christmas = { from: '2026-12-19', until: '2027-01-03' }
const free = { publicHolidays: new Set(['2027-03-29']), schoolHolidays: [christmas] }

test('five school days from Thursday jump over the weekend', () => {
  expect(addWorkingDays('2026-11-26', 5, free)).toBe('2026-12-03')
})

test('holidays of the school do not count', () => {
  expect(addWorkingDays('2026-12-16', 5, free)).toBe('2027-01-06')
})

test('public holidays do not count', () => {
  expect(addWorkingDays('2027-03-26', 1, free)).toBe('2027-03-30')
  expect(isWorkingDay('2027-03-29', free)).toBe(false)
})

test('a school year begins in August', () => {
  expect(schoolYearOf('2026-07-31')).toBe('2025-2026')
  expect(schoolYearOf('2026-08-01')).toBe('2026-2027')
  expect(daysOfSchoolYear('2026-2027')).toEqual({ from: '2026-08-01', until: '2027-07-31' })
})

test('the day is that of Amsterdam, winter and summer', () => {
  expect(calendarDateOf(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25')
  expect(calendarDateOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
})

test.each([
  ['2026-11-24', '2026-11-27', 3],
  ['2026-11-27', '2026-11-30', 1],
  ['2026-12-24', '2026-12-28', 1],
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-25', '2026-11-24', 0],
])('after %s up to %s come %i working days', (date, until, count) => {
  const free = { publicHolidays: new Set(['2026-12-25', '2026-12-26']), schoolHolidays: [] }
  expect(workingDaysAfter(date, until, free)).toBe(count)
})

test.each([
  ['2027-01-21', '10:00', '2027-01-21T09:00:00.000Z'],
  ['2027-06-10', '10:00', '2027-06-10T08:00:00.000Z'],
  ['2027-03-28', '01:30', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
  ['2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
  ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31', '03:30', '2027-10-31T02:30:00.000Z'],
  ['2027-01-01', '00:15', '2026-12-31T23:15:00.000Z'],
])('%s at %s in Amsterdam is %s', (date, time, instant) => {
  expect(instantAt(date, time).toISOString()).toBe(instant)
})
