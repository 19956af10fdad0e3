/** Places of offers and who holds them. All writes to `capacity_slot` and `place_claim` are here. */
import { randomUUID } from 'node:crypto'
import { type CalendarDate, daysOfSchoolYear, type Span } from '~/kernel/calendar'
import type { OfferId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { constraintOf } from '~/platform/db/constraint.server'
import { asDate } from '~/platform/db/dates.server'
import { belowTaken, groupHasPlace } from './errors'

export type CapacityStore = ReturnType<typeof makeCapacityStore>

export function makeCapacityStore(tx: Tx) {
  return {
    /**
     * Sets the class-places of a school year, e.g. `2026-2027`; `null` takes the limit away where nothing is taken.
     * @throws AppError conflict `capacity.below-taken` when more are promised than `places`.
     */
    async setSchoolYear(offerId: OfferId, schoolYear: string, places: number | null): Promise<void> {
      const { from, until } = daysOfSchoolYear(schoolYear)
      const [slot] = await tx.$queryRaw<{ id: string; taken: number }[]>`
        SELECT id, taken FROM capacity_slot
        WHERE offer_id = ${offerId}::uuid AND starts_on = ${from}::date AND ends_on = ${until}::date FOR UPDATE`
      if (slot && slot.taken > (places ?? 0)) throw belowTaken(slot.taken)
      if (places === null) {
        if (slot) await tx.capacitySlot.deleteMany({ where: { id: slot.id, claims: { none: {} } } })
        return
      }
      await tx.capacitySlot.upsert({
        where: { offerId_startsOn_endsOn: { offerId, startsOn: asDate(from), endsOn: asDate(until) } },
        create: { offerId, startsOn: asDate(from), endsOn: asDate(until), places },
        update: { places },
      })
    },

    /**
     * Takes one place for a group: on `on` when a date is agreed, else in the first slot of the span that has one.
     * Whoever comes second waits for the first to commit and then sees what is left. Two statements.
     * @returns the id of the claim, `null` when nothing is left.
     * @throws AppError conflict `capacity.group-has-place` when the group has a place already.
     */
    async claim(offerId: OfferId, groupId: string, within: Span): Promise<string | null> {
      for (;;) {
        const slots = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM capacity_slot
          WHERE offer_id = ${offerId}::uuid AND taken < places
            AND starts_on <= ${within.until}::date AND ends_on >= ${within.from}::date
          ORDER BY starts_on, ends_on LIMIT 1 FOR UPDATE`
        const slot = slots[0]
        if (slot) return insertClaim(tx, slot.id, groupId)
        // The row that was waited for may have filled up while another slot is free: look again before saying no.
        const [left] = await tx.$queryRaw<{ open: boolean }[]>`
          SELECT EXISTS (
            SELECT 1 FROM capacity_slot
            WHERE offer_id = ${offerId}::uuid AND taken < places
              AND starts_on <= ${within.until}::date AND ends_on >= ${within.from}::date
          ) AS open`
        if (!left?.open) return null
      }
    },

    /** Gives a place back. A claim that was given back stays so. */
    async release(claimId: string, at: Date): Promise<void> {
      await tx.placeClaim.updateMany({ where: { id: claimId, releasedAt: null }, data: { releasedAt: at } })
    },
  }
}

async function insertClaim(tx: Tx, slotId: string, groupId: string): Promise<string> {
  const id = randomUUID()
  try {
    await tx.placeClaim.create({ data: { id, slotId, groupId } })
    return id
  } catch (error) {
    if (constraintOf(error) === 'place_claim_one_per_group') throw groupHasPlace()
    throw error
  }
}

/** @returns the span of one day. */
export function onDay(day: CalendarDate): Span {
  return { from: day, until: day }
}
