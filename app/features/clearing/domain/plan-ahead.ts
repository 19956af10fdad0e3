/**
 * Plan ahead, give only what is near: the round plans with every place there is, and gives now only those that begin within
 * some weeks; the others are planned anew by the next round, when more is known. Of plans that help as many groups, by the
 * same priorities, it takes the soonest places: a near place that nobody takes is lost first.
 */
import { addDays, type CalendarDate } from '~/kernel/calendar'
import { MAX_COST } from '~/matching/clearing/instance'
import type { RoundColumns } from './round-columns'
import type { RoundInput, RoundRow } from './round-input'
import type { RoundSettings } from './round-settings'

/** What a round that plans ahead is told of its days. */
export type Ahead = {
  readonly today: CalendarDate
  /** A place that begins later is kept. */
  readonly nearUntil: CalendarDate
}

/** @returns `null`: everything is given at once. */
export function aheadOf({ giveWithin = 0 }: RoundSettings, today: CalendarDate): Ahead | null {
  return giveWithin === 0 ? null : { today, nearUntil: addDays(today, giveWithin * 7) }
}

/** As the simulation of a year has them (docs/simulation.md). */
const COST_PER_WEEK = 25
const COST_AT_MOST = 600
/** What fits decides between places that come as soon. */
const FIT_SHARE = (MAX_COST - COST_AT_MOST) / MAX_COST
const DAY_MS = 86_400_000

/** @returns what a pair costs at a column, an integer 0–1000: how far ahead it lies, then how well it fits. */
export function costAhead({ today }: Ahead, begins: CalendarDate, score: number): number {
  const weeks = Math.max(0, Math.floor((Date.parse(begins) - Date.parse(today)) / (7 * DAY_MS)))
  return Math.min(COST_AT_MOST, weeks * COST_PER_WEEK) + Math.floor((MAX_COST - score) * FIT_SHARE)
}

/** @returns the first day on which a row can have a place of a column. */
export function beginOf({ slots }: Pick<RoundInput, 'slots'>, { slotOf, monthOf }: RoundColumns) {
  return (row: RoundRow, column: number): CalendarDate => {
    const days = [slots[slotOf[column] ?? -1]?.from, row.from, monthOf[column] && `${monthOf[column]}-01`]
    return days.reduce<CalendarDate>((latest, day) => (day && day > latest ? day : latest), '')
  }
}

/**
 * A request that wants all or nothing gets its places together, once the first of them is near.
 * @returns per row with a place that is kept for later the day on which that begins.
 */
export function keptForLater(
  input: RoundInput,
  columns: RoundColumns,
  offerOf: ArrayLike<number>,
): ReadonlyMap<number, CalendarDate> {
  const { ahead, rows } = input
  if (!ahead) return new Map()
  const begins = beginOf(input, columns)
  const days = rows.map((row, i) => ((offerOf[i] ?? -1) < 0 ? null : begins(row, offerOf[i] as number)))
  const isNear = (i: number) => (days[i] ?? '9') <= ahead.nearUntil
  const together = new Set(
    rows.flatMap(({ requestId, allOrNone }, i) => (allOrNone && isNear(i) ? [requestId] : [])),
  )
  return new Map(
    rows.flatMap(({ requestId }, i) => {
      const day = days[i]
      return !day || isNear(i) || together.has(requestId) ? [] : [[i, day] as const]
    }),
  )
}
