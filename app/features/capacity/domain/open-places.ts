/** What is open: the one definition, over the slots of an offer. */
import { type CalendarDate, monthsOf, type Span } from '~/kernel/calendar'

export type Slot = Span & { readonly places: number; readonly taken: number }

/**
 * @param slots of one offer; none: the offer has no capacity to give (a download, or nothing set), so no limit.
 * @param within only slots that overlap these days count; `null`: all.
 * @returns class-places that nobody holds, ≥ 0; `null`: no limit.
 */
export function openPlaces(slots: readonly Slot[], within: Span | null): number | null {
  if (slots.length === 0) return null
  return slots
    .filter((slot) => within === null || (slot.from <= within.until && within.from <= slot.until))
    .reduce((sum, slot) => sum + slot.places - slot.taken, 0)
}

/**
 * @param slots of one offer, as for `openPlaces`.
 * @param within days that can be booked; slots that are over before them do not count.
 * @returns per month in which a place is open the first day of it that a place can be had on, ascending: of a slot that
 * runs through the beginning of the month, the first of the month. `null`: no limit. O(slots × months).
 */
export function openFrom(slots: readonly Slot[], within: Span): readonly CalendarDate[] | null {
  if (slots.length === 0) return null
  const left = slots.filter((slot) => slot.until >= within.from)
  if (left.length === 0) return []
  return monthsOf(within).flatMap((month) => {
    const days = { from: `${month}-01`, until: `${month}-31` }
    const open = left.filter((slot) => openPlaces([slot], days) !== 0)
    const [first] = open.map((slot) => [slot.from, days.from].sort()[1] as CalendarDate).sort()
    return first === undefined ? [] : [first]
  })
}
