import { expect, test } from 'vitest'
import { dueReminders, remindersBy, type Unanswered } from './reminders'

const free = { publicHolidays: new Set<string>(), schoolHolidays: [] }
const now = new Date('2026-12-01T07:00:00Z')
const asked = (over: Partial<Unanswered>): Unanswered => ({
  id: 'a',
  sentOn: '2026-11-24',
  notifiedAt: new Date('2026-11-24T09:00:00Z'),
  reminders: 0,
  ...over,
})

test.each([
  ['2026-11-26', 0],
  ['2026-11-27', 1],
  ['2026-12-02', 1],
  ['2026-12-03', 2],
  ['2026-12-20', 2],
])('of a request of Tuesday 24 November, on %s, %i were due', (today, count) => {
  expect(remindersBy('2026-11-24', today, free)).toBe(count)
})

test('each is due once', () => {
  expect(dueReminders([asked({})], now, '2026-12-01', free)).toEqual([{ id: 'a', reminders: 1 }])
  expect(dueReminders([asked({ reminders: 1 })], now, '2026-12-01', free)).toEqual([])
})

test('who missed the first hears once, not twice', () => {
  expect(dueReminders([asked({})], now, '2026-12-10', free)).toEqual([{ id: 'a', reminders: 2 }])
})

test('a company that was just told of another request is left alone', () => {
  const justNow = asked({ id: 'b', sentOn: '2026-11-30', notifiedAt: new Date('2026-11-30T15:00:00Z') })
  expect(dueReminders([asked({}), justNow], now, '2026-12-01', free)).toEqual([])
  expect(
    dueReminders([asked({}), justNow], new Date('2026-12-02T07:00:00Z'), '2026-12-02', free),
  ).toHaveLength(1)
})
