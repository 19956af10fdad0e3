import { expect, test } from 'vitest'
import { bookingAction } from './schemas'

const move = (date: string, startTime?: string) =>
  bookingAction.safeParse({ intent: 'move', date, startTime })

test.each([
  ['2027-01-21', '10:30', '2027-01-21', '10:30'],
  ['21-1-2027', '9.05', '2027-01-21', '09:05'],
  [' 21/01/2027 ', '', '2027-01-21', null],
  ['2028-02-29', undefined, '2028-02-29', null],
])('%s and %s are understood', (typed, time, date, startTime) => {
  expect(move(typed, time).data).toEqual({ intent: 'move', date, startTime })
})

test.each(['2027-02-29', '31-2-2027', '2027-13-01', 'donderdag', '', '21-1-27'])('%j is no day', (typed) => {
  expect(move(typed).success).toBe(false)
})

test.each(['25:00', '10:60', 'tien uur', '10'])('%s is no time', (typed) => {
  expect(move('2027-01-21', typed).success).toBe(false)
})

test('an empty explanation is none, one of 1001 characters is too long, and a reason must be one of the list', () => {
  const cancel = (reason: string, text?: string) =>
    bookingAction.safeParse({ intent: 'cancel', reason, text })
  expect(cancel('weather', '  ').data).toEqual({ intent: 'cancel', reason: 'weather', text: null })
  expect(cancel('weather', 'x'.repeat(1001)).success).toBe(false)
  expect(cancel('no-date').success).toBe(false)
})

test.each([-1, 2001, 1.5])('%d pupils cannot be', (pupils) => {
  expect(bookingAction.safeParse({ intent: 'done', pupils }).success).toBe(false)
})
