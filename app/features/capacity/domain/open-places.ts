/** What is open: the one definition, over the slots of an offer. */
import type { Span } from '~/kernel/calendar'

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
