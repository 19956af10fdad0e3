import { afterEach, expect, test } from 'vitest'
import { overwriteGetLocale } from '~/paraglide/runtime'
import {
  formatDay,
  formatDays,
  formatDuration,
  formatKm,
  formatLevels,
  formatNumber,
  formatPrice,
  formatSchoolYear,
  formatWeekdays,
} from './format'

const inEnglish = () => overwriteGetLocale(() => 'en')
afterEach(() => overwriteGetLocale(() => 'nl'))

/** As a reader sees it: spaces that do not break are spaces, and a word joiner is nothing. */
const seen = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')

test('numbers, distances and prices in the notation of the language', () => {
  const all = () =>
    [
      formatNumber(1240),
      formatKm(4.44),
      formatKm(12.6),
      formatPrice(3500),
      formatPrice(1250),
      formatPrice(0),
    ].map(seen)
  expect(all()).toEqual(['1.240', '4,4 km', '13 km', '€ 35', '€ 12,50', 'gratis'])
  inEnglish()
  expect(all()).toEqual(['1,240', '4.4 km', '13 km', '€35', '€12.50', 'free'])
})

test('hours from three hours on, minutes before', () => {
  expect([100, 179, 180, 210].map((minutes) => seen(formatDuration(minutes)))).toEqual([
    '100 min',
    '179 min',
    '3 uur',
    '3,5 uur',
  ])
})

test('days stay the day that they are', () => {
  expect(seen(formatDay('2027-01-21'))).toBe('do 21 jan')
  expect(seen(formatDay('2026-11-03', true))).toBe('3 november 2026')
  expect(formatWeekdays([2, 4, 5])).toBe('dinsdag, donderdag en vrijdag')
  expect(formatDays([2, 4, 5])).toBe('di, do, vr')
  inEnglish()
  expect(formatWeekdays([1])).toBe('Monday')
})

test('levels with their years, a run of years as from–to', () => {
  const levels = [
    { level: 'po', years: [7, 8] },
    { level: 'vmbo', years: [1, 2, 4], tracks: ['kb'] },
    { level: 'havo', years: [3] },
  ] as const
  expect(seen(formatLevels(levels))).toBe('groep 7–8, vmbo 1–2, 4, havo 3')
  expect(formatLevels([])).toBe('')
})

test('nothing that belongs together breaks', () => {
  for (const text of [
    formatKm(4),
    formatDuration(90),
    formatSchoolYear('2026-2027'),
    formatLevels([{ level: 'po', years: [7, 8] }]),
  ])
    expect(text).not.toMatch(/ |–(?!\u2060)/)
})
