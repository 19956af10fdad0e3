/**
 * The slots of a round as columns of what is solved. A slot whose months hold fewer places than it has is a column per
 * month, in a pool with the places of the slot; a row may have the months that it asked for.
 */
import type { Month } from '~/kernel/calendar'
import type { ClearingInstance } from '~/matching/clearing/instance'
import type { MonthLeft } from './months-left'
import type { RoundMonths, RoundSlot } from './round-input'

export type RoundColumns = Pick<ClearingInstance, 'capacities' | 'pools' | 'poolOf'> & {
  /** Per column the place of its slot. The first column of a slot, its last month, has the slot's own number. */
  readonly slotOf: readonly number[]
  /** Per column its month; `null` where the slot has none. */
  readonly monthOf: readonly (Month | null)[]
  /** Columns of a slot, those of some months only where they are named. */
  of(slot: number, months?: RoundMonths): readonly number[]
}

/** O(slots + months). */
export function columnsOf(slots: readonly RoundSlot[]): RoundColumns {
  const capacities = slots.map(({ open, months }) => months?.at(-1)?.left ?? open)
  const slotOf = slots.map((_, slot) => slot)
  const monthOf = slots.map(({ months }) => months?.at(-1)?.month ?? null)
  const further = new Map<number, readonly number[]>()
  slots.forEach(({ months = [] }, slot) => {
    if (months.length === 0) return
    // From the last month back: whoever may take any is put where the fewest want to be.
    const columns = latestFirst(months)
      .slice(1)
      .map(({ month, left }) => {
        slotOf.push(slot)
        monthOf.push(month)
        return capacities.push(left) - 1
      })
    further.set(slot, columns)
  })
  const of = (slot: number, months?: RoundMonths): readonly number[] => {
    const limited = latestFirst(slots[slot]?.months ?? [])
    const all = [slot, ...(further.get(slot) ?? [])]
    if (!months || limited.length === 0) return all
    return all.filter((_, i) => {
      const month = limited[i]?.month ?? ''
      return months.from <= month && month <= months.until
    })
  }
  if (further.size === 0) return { capacities, slotOf, monthOf, of }
  const poolOfSlot = new Map([...further.keys()].map((slot, pool) => [slot, pool]))
  return {
    capacities,
    pools: [...further.keys()].map((slot) => ({ capacity: slots[slot]?.open ?? 0 })),
    poolOf: slotOf.map((slot) => poolOfSlot.get(slot) ?? -1),
    slotOf,
    monthOf,
    of,
  }
}

const latestFirst = (months: readonly MonthLeft[]) => [...months].reverse()

/** @returns how many slots have a price: there one place more would save something. */
export function pricedSlots(slots: readonly RoundSlot[], prices: readonly number[]): number {
  const { slotOf } = columnsOf(slots)
  return new Set(slotOf.filter((_, column) => (prices[column] ?? 0) > 0)).size
}
