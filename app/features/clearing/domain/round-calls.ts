/** Which companies could help most with one more session. */
import { waitingWithinReach } from '~/matching/clearing/call-list'
import type { Packed } from '~/matching/clearing/instance'
import type { Solution } from '~/matching/clearing/solve'
import type { RoundColumns } from './round-columns'
import type { RoundInput } from './round-input'
import type { RoundResult } from './solve-round'

/** Of a round of a region some hundred offers are asked; a national one asks the dearest of them. */
const CALLS_LOOKED_AT = 200
const CALLS_TOLD = 10

/** @returns at most ten offers, most groups first. O(columns looked at · E). */
export function callsOf(
  input: RoundInput,
  packed: Packed,
  solution: Solution,
  { slotOf }: RoundColumns,
): RoundResult['calls'] {
  const dearest = [...solution.price.keys()]
    .filter((column) => column < packed.offerCount && (solution.price[column] as number) > 0)
    .sort((a, b) => (solution.price[b] as number) - (solution.price[a] as number) || a - b)
    .slice(0, CALLS_LOOKED_AT)
  const groups = new Map<string, number>()
  waitingWithinReach(packed, solution, dearest).forEach((waiting, i) => {
    const offerId = input.slots[slotOf[dearest[i] as number] ?? -1]?.offerId
    if (offerId !== undefined && waiting > 0) groups.set(offerId, Math.max(groups.get(offerId) ?? 0, waiting))
  })
  return [...groups]
    .map(([offerId, count]) => ({ offerId, groups: count }))
    .sort((a, b) => b.groups - a.groups || (a.offerId < b.offerId ? -1 : 1))
    .slice(0, CALLS_TOLD)
}
