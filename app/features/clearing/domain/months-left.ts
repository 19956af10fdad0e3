/**
 * How many places each month of a slot has left, where its company limits how often it comes in a month. A place that is
 * promised without a day (a hold, a booking whose date is still to be agreed) needs a month as well: it is put aside in one
 * that its school asked for.
 */
import { type Month, monthsOf, type Span } from '~/kernel/calendar'
import type { FreeSlot } from './round-input'

/** What the agreed days leave of a month; `null`: as many as the slot has. */
export type MonthRoom = { readonly month: Month; readonly room: number | null }

export type MonthLeft = { readonly month: Month; readonly left: number }

/**
 * What may come in several months is put in the latest of them, so that it stands in the way of the fewest: from the last
 * month back, and of two that both may have a month first the one that can go back least. As many as can be are put aside so
 * (the greedy of intervals, backwards); a promise for which there is no month any more takes none away.
 * @param rooms ascending.
 * @param promised per place without a day the period that its school asked for; `null`, or one outside these months: any.
 * @returns in the order of the rooms; without a limit as many as there are. O(months × promises).
 */
export function monthsLeft(
  rooms: readonly MonthRoom[],
  promised: readonly (Span | null)[],
): readonly MonthLeft[] {
  const wishes = promised
    .map((period) => wished(rooms, period))
    .sort((a, b) => b.first - a.first || b.last - a.last)
  const placed = new Set<number>()
  const left = rooms.map(({ month, room }) => ({ month, left: room ?? Number.MAX_SAFE_INTEGER }))
  for (let at = rooms.length - 1; at >= 0; at--) {
    const month = left[at]
    wishes.forEach(({ first, last }, i) => {
      if (!month || month.left <= 0 || placed.has(i) || at < first || at > last) return
      placed.add(i)
      month.left--
    })
  }
  return left
}

/** @returns the slot with what its months have left: no more in all than they hold. */
export function withMonths(slot: FreeSlot, all: readonly MonthLeft[]): FreeSlot {
  const shut = all.flatMap(({ month, left }) => (left > 0 ? [] : [month]))
  const months = all.filter(({ left }) => left > 0)
  const open = Math.min(
    slot.open,
    months.reduce((sum, { left }) => sum + left, 0),
  )
  const isLimit = months.some(({ left }) => left < open)
  const least = months.map(({ month, left }) => ({ month, left: Math.min(left, open) }))
  return { ...slot, open, ...(shut.length > 0 && { shut }), ...(isLimit && { months: least }) }
}

/** First and last of the months, by their places. */
function wished(
  rooms: readonly MonthRoom[],
  period: Span | null,
): { readonly first: number; readonly last: number } {
  const months = period && new Set(monthsOf(period))
  const own = rooms.flatMap(({ month }, i) => (months?.has(month) ? [i] : []))
  return { first: own[0] ?? 0, last: own.at(-1) ?? rooms.length - 1 }
}
