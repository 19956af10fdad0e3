/** What is kept of one question to the finder, and above all what is not. */
import { fold } from '~/kernel/fold'
import type { Point } from '~/kernel/geography'

export type SearchEntry = {
  /** As typed. */
  readonly text: string
  readonly kinds: readonly string[]
  /** `vmbo` or `vmbo-3`. */
  readonly level: string | null
  readonly topicIds: readonly string[]
  /** Where distances were measured from; only its cell of the grid is kept. */
  readonly point: Point | null
  readonly results: number
  readonly isAlmost: boolean
  readonly engine: string
}

const TEXT_MAX = 60
/** Days in which something is called recent. */
export const RECENT_DAYS = 90
/** Fewer searches than this are shown to nobody: they might be one person's. */
export const LEAST_SEARCHES = 3
export const KEPT_MONTHS = 13

/** An address, a link, a postcode with letters, five digits or more however they are written. */
const PERSONAL = [/@/, /https?:|www\./, /\b\d{4} ?[a-z]{2}\b/, /(?:\d[\s().+-]*){5}/]

/** @returns the text as it may be kept, `null` when nothing is left of it or it might tell who asked. */
export function keptText(typed: string): string | null {
  const text = fold(typed)
  if (text === '' || PERSONAL.some((pattern) => pattern.test(text))) return null
  return text.slice(0, TEXT_MAX).trim()
}

/** Degrees of a cell: some 11 km from north to south and 10 from west to east in the Netherlands. */
const CELL = { lat: 0.1, lng: 0.15 } as const

/** @returns the middle of the cell of the grid. */
export function rounded({ lat, lng }: Point): Point {
  const cell = (value: number, size: number) => Number((Math.round(value / size) * size).toFixed(2))
  return { lat: cell(lat, CELL.lat), lng: cell(lng, CELL.lng) }
}

/** @returns whether the second is what the first became while somebody was still typing or choosing. */
export function goesOn(first: SearchEntry, second: SearchEntry): boolean {
  const [a, b] = [fold(first.text), fold(second.text)]
  return a.startsWith(b) || b.startsWith(a)
}
