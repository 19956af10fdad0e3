import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '~/kernel/calendar'
import { type Evaluation, isShown, ratingOf, refusalOf } from './evaluation'

const day = (text: string) => text as CalendarDate
const by = (side: 'school' | 'company', on: string): Evaluation => ({
  ...{ side, rating: 4, again: 'yes', goal: null, fit: null, text: null },
  on: day(on),
})

describe('what the other side reads', () => {
  test.each([
    ['nothing was said', [], 'school', '2027-03-01', false],
    ['one has spoken, yesterday', [by('school', '2027-02-28')], 'school', '2027-03-01', false],
    ['one has spoken, thirteen days ago', [by('school', '2027-02-16')], 'school', '2027-03-01', false],
    ['one has spoken, two weeks ago', [by('school', '2027-02-15')], 'school', '2027-03-01', true],
    ['only the other has spoken', [by('company', '2027-01-01')], 'school', '2027-03-01', false],
    [
      'both have spoken',
      [by('school', '2027-03-01'), by('company', '2027-03-01')],
      ...(['school', '2027-03-01', true] as const),
    ],
  ] as const)('%s', (_what, given, side, today, shown) => {
    expect(isShown(given, side, day(today))).toBe(shown)
  })
})

describe('who may speak', () => {
  test.each([
    ['the school before it said that it was given', 'confirmed', '2027-03-01', 'school', [], 'not-yet'],
    ['the school afterwards', 'done', '2027-03-01', 'school', [], null],
    ['the company on the day itself', 'confirmed', '2027-03-02', 'company', [], 'not-yet'],
    ['the company the day after', 'confirmed', '2027-03-01', 'company', [], null],
    ['of what was cancelled', 'cancelled', '2027-03-01', 'company', [], 'not-given'],
    ['of a closed door', 'no-show', '2027-03-01', 'company', [], 'not-given'],
    ['without a day', 'confirmed', null, 'company', [], 'not-yet'],
    ['after ninety days', 'done', '2026-12-01', 'school', [], 'too-long-ago'],
    ['once more, unread', 'done', '2027-02-27', 'school', [by('school', '2027-03-01')], null],
    [
      ...['once more, when the other side can read it', 'done', '2027-02-01', 'school'],
      ...[[by('school', '2027-02-02'), by('company', '2027-02-02')], 'already-read'],
    ],
  ] as [string, string, string | null, 'school' | 'company', Evaluation[], string | null][])(
    '%s',
    (_what, state, date, side, given, refusal) => {
      expect(refusalOf({ state, date: date && day(date) }, given, side, day('2027-03-02'))).toBe(refusal)
    },
  )
})

test('a figure needs three schools, however many answers', () => {
  const sums = { schools: 3, answers: 4, stars: 17, yes: 3, maybe: 1 }
  expect(ratingOf(sums)).toEqual({ schools: 3, average: 4.25, againOfTen: 9 })
  expect(ratingOf({ ...sums, schools: 2 })).toBeNull()
  expect(ratingOf({ schools: 0, answers: 0, stars: 0, yes: 0, maybe: 0 })).toBeNull()
})
