/** Figures as people write them, in the reader's language. Numbers and units stay together by a no-break space. */
import type { CalendarDate } from '~/kernel/calendar'
import type { LevelYears } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'

const NBSP = '\u00a0'
const tag = () => (getLocale() === 'en' ? 'en-GB' : 'nl-NL')

/** 1.240 */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(tag()).format(value)
}

/** 4,3: one digit behind the comma, always. */
export function formatDecimal(value: number): string {
  return new Intl.NumberFormat(tag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

/** 840 kB below a megabyte, 2,4 MB from there. */
export function formatBytes(bytes: number): string {
  const isLarge = bytes >= 1_000_000
  const value = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000)
  const text = new Intl.NumberFormat(tag(), { maximumFractionDigits: isLarge ? 1 : 0 }).format(value)
  return `${text}${NBSP}${isLarge ? 'MB' : 'kB'}`
}

/** 4,4 km below ten, 13 km from there. */
export function formatKm(km: number): string {
  const digits = km < 10 ? 1 : 0
  const text = new Intl.NumberFormat(tag(), { maximumFractionDigits: digits }).format(km)
  return `${text}${NBSP}km`
}

/** € 35 or € 12,50; nothing to pay is a word. */
export function formatPrice(cents: number): string {
  if (cents === 0) return m.common_free()
  return new Intl.NumberFormat(tag(), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)
}

/** 100 min; from three hours on 3 uur, 3,5 uur. */
export function formatDuration(minutes: number): string {
  if (minutes < 180) return m.common_minutes({ count: minutes })
  const hours = new Intl.NumberFormat(tag(), { maximumFractionDigits: 1 }).format(minutes / 60)
  return m.common_hours({ count: hours })
}

/** do 21 jan; with the year where it is asked for. */
export function formatDay(day: CalendarDate, withYear = false): string {
  return new Intl.DateTimeFormat(tag(), {
    weekday: withYear ? undefined : 'short',
    day: 'numeric',
    month: withYear ? 'long' : 'short',
    year: withYear ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))
}

/** 25 november 2026 om 14.05 uur: the clock of Amsterdam. */
export function formatMoment(instant: Date): string {
  const zone = { timeZone: 'Europe/Amsterdam' } as const
  const day = new Intl.DateTimeFormat(tag(), { ...zone, day: 'numeric', month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(tag(), { ...zone, hour: '2-digit', minute: '2-digit' }).format(instant)
  return m.common_moment({
    day: day.format(instant),
    time: getLocale() === 'en' ? time : time.replace(':', '.'),
  })
}

/** do 21 januari 2027, 10.00 uur; without a time only the day. @param time `10:00`. */
export function formatDayAndTime(day: CalendarDate, time: string | null): string {
  const at = Date.parse(`${day}T12:00:00Z`)
  const weekday = new Intl.DateTimeFormat(tag(), { weekday: 'short', timeZone: 'UTC' }).format(at)
  const whole = `${weekday} ${formatDay(day, true)}`
  return time === null ? whole : `${whole}, ${formatClock(time)}`
}

/** 10.00 uur in Dutch, 10:00 in English. @param time `10:00`. */
export function formatClock(time: string): string {
  return getLocale() === 'en' ? time : m.common_clock({ time: time.replace(':', '.') })
}

/** @param weekdays ISO, 1 = Monday. @returns "dinsdag, donderdag en vrijdag". */
export function formatWeekdays(weekdays: readonly number[]): string {
  return new Intl.ListFormat(tag(), { type: 'conjunction' }).format(dayNames(weekdays, 'long'))
}

/** @param weekdays ISO, 1 = Monday. @returns "di, do, vr". */
export function formatDays(weekdays: readonly number[]): string {
  return dayNames(weekdays, 'short').join(', ')
}

function dayNames(weekdays: readonly number[], weekday: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(tag(), { weekday, timeZone: 'UTC' })
  // 1 January 2024 is a Monday.
  return weekdays.map((day) => format.format(Date.UTC(2024, 0, day)))
}

/** @param schoolYear `2026-2027`. @returns "2026–2027", which stays on one line. */
export function formatSchoolYear(schoolYear: string): string {
  return schoolYear.replace('-', '–\u2060')
}

/** "groep 7–8, vmbo 2–4": the names that a school uses. A level and its years stay on one line. */
export function formatLevels(levels: readonly LevelYears[]): string {
  return levels.map(formatLevel).join(', ')
}

function formatLevel({ level, years }: LevelYears): string {
  return `${level === 'po' ? m.common_group() : level}${NBSP}${runs(years)}`
}

/** 1, 2, 3, 5 → 1–3, 5 */
function runs(years: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < years.length; i++) {
    let end = i
    while (years[end + 1] === (years[end] ?? 0) + 1) end++
    // A word joiner: the dash is no place to break the line.
    parts.push(end > i ? `${years[i]}–\u2060${years[end]}` : String(years[i]))
    i = end
  }
  return parts.join(`,${NBSP}`)
}

/** december; with the year where it is asked for. @param month `2026-12`. */
export function formatMonth(month: string, withYear = false): string {
  const parts = { month: 'long', year: withYear ? 'numeric' : undefined, timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(tag(), parts).format(new Date(`${month}-15T12:00:00Z`))
}
