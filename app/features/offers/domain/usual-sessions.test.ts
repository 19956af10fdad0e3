import { expect, test } from 'vitest'
import { usualPerMonth, usualPerYear } from './usual-sessions'

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
