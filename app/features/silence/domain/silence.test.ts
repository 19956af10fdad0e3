import { expect, test } from 'vitest'
import type { CalendarDate, FreeDays } from '~/kernel/calendar'
import { silenceStep } from './silence'

const day = (text: string) => text as CalendarDate
const FREE: FreeDays = { publicHolidays: new Set([day('2027-05-05'), day('2027-05-06')]), schoolHolidays: [] }
const TOLD = { lapsed: 3, toldOn: day('2027-04-28'), isHidden: false }

test.each([
  ['two lapsed: nothing', { ...TOLD, lapsed: 2, toldOn: null }, '2027-04-28', 'nothing'],
  ['three in a row: told', { ...TOLD, toldOn: null }, '2027-04-28', 'tell'],
  // Ten working days after 28 April, two holidays and two weekends between.
  ['the day before the notice ends', TOLD, '2027-05-13', 'nothing'],
  ['when it ends: hidden', TOLD, '2027-05-14', 'hide'],
  ['it answered meanwhile: nothing', { ...TOLD, lapsed: 0 }, '2027-06-01', 'nothing'],
  ['hidden once', { ...TOLD, isHidden: true }, '2027-06-01', 'nothing'],
] as const)('%s', (_what, facts, today, step) => {
  expect(silenceStep(facts, day(today), FREE)).toBe(step)
})
