import { expect, test } from 'vitest'
import { daysWord, distanceWord, durationWord, levelWithYears, priceWord, yearRanges } from './figures'

test('years that follow on each other become a range', () => {
  expect(yearRanges([1, 2, 3])).toBe('1–3')
  expect(yearRanges([2])).toBe('2')
  expect(yearRanges([1, 4, 5])).toBe('1, 4–5')
})

test('figures are written the Dutch way, number and unit together', () => {
  expect(distanceWord(4.44)).toBe('4,4\u00a0km')
  expect(distanceWord(17.4)).toBe('17\u00a0km')
  expect(durationWord(100)).toBe('100\u00a0min')
  expect(durationWord(210)).toBe('3,5\u00a0uur')
  expect(priceWord(0)).toBe('gratis')
  expect(priceWord(3500)).toBe('€\u00a035')
  expect(priceWord(1250)).toBe('€\u00a012,50')
  expect(levelWithYears({ level: 'vmbo', years: [2, 3] })).toBe('vmbo\u00a02–3')
  expect(daysWord([2, 4, 5])).toBe('di, do, vr')
})
