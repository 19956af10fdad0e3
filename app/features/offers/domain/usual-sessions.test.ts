import { expect, test } from 'vitest'
import { monthLimitAfter, usualMonthLimit, usualPerMonth, usualPerYear } from './usual-sessions'

test.each([
  [null, 2],
  [1, 2],
  [9, 2],
  [10, 6],
  [49, 6],
  [50, 8],
  [1_000_000, 8],
])('a company of %s people usually manages %s groups a month', (employees, perMonth) => {
  expect(usualPerMonth(employees)).toBe(perMonth)
  expect(usualPerYear(employees)).toBe(perMonth * 10)
})

test.each([
  [20, 5, 2],
  [3, 5, 2],
  [35, 5, 4],
  [60, 30, 6],
  [50_000, 1, 1000],
])('%i groups a year with %i people: at most %i a month', (perYear, employees, limit) => {
  expect(usualMonthLimit(perYear, employees)).toBe(limit)
})

test.each([
  ['a new number', { perMonth: null, before: null, after: 20 }, 2],
  ['a new number where the month was set before', { perMonth: 5, before: null, after: 20 }, 5],
  ['more, and the month was what is usual', { perMonth: 2, before: 20, after: 60 }, 6],
  ['more, and the company set the month', { perMonth: 3, before: 20, after: 60 }, 3],
  ['more, and the company wants no limit', { perMonth: null, before: 20, after: 60 }, null],
  ['not counted any more', { perMonth: 2, before: 20, after: null }, null],
])('%s', (_, facts, limit) => {
  expect(monthLimitAfter({ ...facts, employees: 5 })).toBe(limit)
})
