/** Figures of a result row as a teacher reads them, in the reader's language. */
import type { LevelYears } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { levelName } from './words'

const NBSP = '\u00a0'

/** @returns "4,4 km", from 10 km on whole kilometres. */
export function distanceWord(km: number): string {
  const digits = km < 10 ? 1 : 0
  const number = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: digits }).format(km)
  return `${number}${NBSP}km`
}

/** @returns "90 min"; from three hours on in hours, "4 uur", "3,5 uur". */
export function durationWord(minutes: number): string {
  if (minutes < 180) return `${minutes}${NBSP}min`
  const hours = Math.round(minutes / 30) / 2
  return m.finder_hours({ hours: new Intl.NumberFormat(getLocale()).format(hours) })
}

/** @returns "gratis", "€ 35" or "€ 12,50". */
export function priceWord(cents: number): string {
  if (cents === 0) return m.finder_price_free()
  return new Intl.NumberFormat(getLocale(), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)
}

/** @returns "vmbo 2–3", "po 5, 7–8". */
export function levelWithYears({ level, years }: LevelYears): string {
  return `${shortLevel(level)}${NBSP}${yearRanges(years)}`
}

const shortLevel = (level: LevelYears['level']) =>
  level === 'po' || level === 'pro' ? level : levelName[level]()

/** @param years ascending. @returns "1–3", "2", "1, 4–5". */
export function yearRanges(years: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const year of years) {
    const open = ranges.at(-1)
    if (open && open[1] === year - 1) open[1] = year
    else ranges.push([year, year])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** @param weekdays ISO, 1 = Monday. @returns "di, do, vr". */
export function daysWord(weekdays: readonly number[]): string {
  const format = new Intl.DateTimeFormat(getLocale(), { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 is a Monday.
  return weekdays.map((day) => format.format(Date.UTC(2024, 0, day))).join(', ')
}
