/** Which wider wishes of a group without a place would give it one, and take none away. */
import type { RoundColumns } from './round-columns'
import type { RoundInput, RoundMonths, RoundRow } from './round-input'
import { WISHES, type Wish } from './wider-wishes'

/**
 * A wish helps where it opens a slot at which a place can be had without taking one away, in a month that the row may have.
 * Another period opens the other months of what fits as well.
 * @param free of `reachesFreePlace`.
 */
export function helpingWishes(
  { slots }: RoundInput,
  columns: RoundColumns,
  free: Uint8Array,
): (row: RoundRow) => readonly Wish[] {
  const at = new Map(slots.map((slot, i) => [slot.slotId, i]))
  const isFree = (slot: number, months?: RoundMonths) =>
    columns.of(slot, months).some((column) => free[column] === 1)
  return ({ wider, months, candidates }) =>
    WISHES.filter((wish) => {
      if (wish !== 'period') return wider[wish]?.some((slot) => isFree(slot, months))
      return (
        wider.period?.some((slot) => isFree(slot)) ||
        (months && candidates.some((c) => isFree(at.get(c.slotId) ?? -1)))
      )
    })
}
