import { expect, test } from 'vitest'
import { mistakeInDate, openOptions, stageOf } from './booking'

const days = { today: '2026-11-24', lastDay: '2028-07-31' }
const TO_AGREE = {
  date: null,
  startTime: null,
  dateOptions: ['2026-12-03', '2026-12-01', '2026-11-20'],
  offerWeekdays: [2, 4],
}
const SET = { ...TO_AGREE, date: '2026-12-01', startTime: '10:00', dateOptions: [] }
const ask = (date: string, by: 'school' | 'company', startTime: string | null = null) => ({
  date,
  by,
  startTime,
})

test.each([
  ['a day of the past', '2026-11-23', 'date-passed'],
  ['a day after the next school year', '2028-08-01', 'date-too-far'],
] as const)('%s can be for nobody', (_what, date, mistake) => {
  for (const by of ['school', 'company'] as const)
    expect(mistakeInDate(SET, ask(date, by), days)).toBe(mistake)
})

test('the school chooses from the days that are still to come', () => {
  expect(openOptions(TO_AGREE, days.today)).toEqual(['2026-12-01', '2026-12-03'])
  expect(mistakeInDate(TO_AGREE, ask('2026-12-03', 'school'), days)).toBeNull()
  expect(mistakeInDate(TO_AGREE, ask('2026-12-08', 'school'), days)).toBe('not-an-option')
  expect(mistakeInDate(TO_AGREE, ask('2026-12-08', 'company'), days)).toBeNull()
})

test('when all its days have passed the school names one itself', () => {
  const late = { ...days, today: '2026-12-04' }
  expect(mistakeInDate(TO_AGREE, ask('2026-12-08', 'school'), late)).toBeNull()
})

test('the school moves to weekdays of the offer, the company to any', () => {
  expect(mistakeInDate(SET, ask('2026-12-02', 'school'), days)).toBe('not-on-that-weekday')
  expect(mistakeInDate(SET, ask('2026-12-02', 'company'), days)).toBeNull()
  const anyDay = { ...SET, offerWeekdays: [] }
  expect(mistakeInDate(anyDay, ask('2026-12-02', 'school'), days)).toBeNull()
  expect(mistakeInDate(anyDay, ask('2026-12-05', 'school'), days)).toBe('not-on-that-weekday')
})

test('the same day and time again is no move; another time is', () => {
  expect(mistakeInDate(SET, ask('2026-12-01', 'school', '10:00'), days)).toBe('same-moment')
  expect(mistakeInDate(SET, ask('2026-12-01', 'school', '11:00'), days)).toBeNull()
})

test('what a booking asks for', () => {
  expect(stageOf({ state: 'confirmed', date: null }, days.today)).toBe('to-agree')
  expect(stageOf({ state: 'confirmed', date: '2026-11-24' }, days.today)).toBe('to-come')
  expect(stageOf({ state: 'confirmed', date: '2026-11-23' }, days.today)).toBe('to-report')
  expect(stageOf({ state: 'cancelled', date: null }, days.today)).toBe('over')
})
