/** Places of many new offers at once. */
import { daysOfSchoolYear } from '~/kernel/calendar'
import type { OfferId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'

export type CapacityBulkStore = ReturnType<typeof makeCapacityBulkStore>

export function makeCapacityBulkStore(tx: Tx) {
  return {
    /**
     * Class-places of whole school years, of offers that have none yet. One statement.
     * @param schoolYears e.g. `2026-2027`.
     */
    async openSchoolYears(
      offers: readonly { readonly id: OfferId; readonly places: number }[],
      schoolYears: readonly string[],
    ): Promise<void> {
      const spans = schoolYears.map(daysOfSchoolYear)
      const data = offers.flatMap(({ id, places }) =>
        spans.map(({ from, until }) => ({
          offerId: id,
          startsOn: asDate(from),
          endsOn: asDate(until),
          places,
        })),
      )
      if (data.length > 0) await tx.capacitySlot.createMany({ data })
    },
  }
}
