/** Places of offers and who holds them. All writes to `capacity_slot` and `place_claim` are here. */
import { randomUUID } from 'node:crypto'
import { type CalendarDate, type Clock, daysOfSchoolYear, type Span } from '~/kernel/calendar'
import type { NewId, OfferId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { constraintOf } from '~/platform/db/constraint.server'
import { asDate } from '~/platform/db/dates.server'
import { belowTaken, groupHasPlace } from './errors'

const SYSTEM_CLOCK: Clock = { now: () => new Date() }

export type CapacityStore = ReturnType<typeof makeCapacityStore>

/** What a place is taken with: an id and the moment. */
type Takes = { readonly newId?: NewId; readonly clock?: Clock }

type NewClaim = {
  readonly id: string
  readonly slotId: string
  readonly groupId: string
  readonly claimedAt: Date
}

export function makeCapacityStore(tx: Tx, { newId = randomUUID, clock = SYSTEM_CLOCK }: Takes = {}) {
  const insertClaims = async (claims: NewClaim[]): Promise<void> => {
    try {
      await tx.placeClaim.createMany({ data: claims })
    } catch (error) {
      if (constraintOf(error) === 'place_claim_one_per_group') throw groupHasPlace()
      throw error
    }
  }
  const insertClaim = async (slotId: string, groupId: string): Promise<string> => {
    const id = newId()
    await insertClaims([{ id, slotId, groupId, claimedAt: clock.now() }])
    return id
  }
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
      const slotId = await lockFreeSlot(tx, offerId, within)
      return slotId === null ? null : insertClaim(slotId, groupId)
    },

    /**
     * Takes one place of this very slot.
     * @returns the id of the claim, `null` when the slot is full or gone.
     * @throws AppError conflict `capacity.group-has-place` when the group has a place already.
     */
    async claimIn(slotId: string, groupId: string): Promise<string | null> {
      const [slot] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM capacity_slot WHERE id = ${slotId}::uuid AND taken < places FOR UPDATE`
      return slot ? insertClaim(slot.id, groupId) : null
    },

    /**
     * Takes one place of a slot for each group, all of them or none. Slots are locked in the order of their ids. Two
     * statements.
     * @param wanted no group twice.
     * @returns the ids of the claims in that order, `null` when a slot has too few places left or is gone.
     * @throws AppError conflict `capacity.group-has-place` when one of the groups has a place already.
     */
    async claimAll(
      wanted: readonly { readonly slotId: string; readonly groupId: string }[],
    ): Promise<readonly string[] | null> {
      const asked = new Map<string, number>()
      for (const { slotId } of wanted) asked.set(slotId, (asked.get(slotId) ?? 0) + 1)
      const slots = await tx.$queryRaw<{ id: string; open: number }[]>`
        SELECT id, (places - taken)::int AS open FROM capacity_slot
        WHERE id = ANY(${[...asked.keys()]}::uuid[]) ORDER BY id FOR UPDATE`
      if (slots.length < asked.size || slots.some(({ id, open }) => open < (asked.get(id) ?? 0))) return null
      const claimedAt = clock.now()
      const claims = wanted.map(({ slotId, groupId }) => ({ id: newId(), slotId, groupId, claimedAt }))
      await insertClaims(claims)
      return claims.map(({ id }) => id)
    },

    /**
     * Moves a claim to another day, where its present slot does not cover it.
     * @returns `full` or `no-slot` when there is no place on that day: the claim stays where it is.
     */
    async move(claimId: string, offerId: OfferId, day: CalendarDate): Promise<'moved' | 'full' | 'no-slot'> {
      const [covered] = await tx.$queryRaw<{ id: string }[]>`
        SELECT s.id FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id
        WHERE c.id = ${claimId}::uuid AND ${day}::date BETWEEN s.starts_on AND s.ends_on`
      if (covered) return 'moved'
      const slotId = await lockFreeSlot(tx, offerId, { from: day, until: day })
      if (slotId === null) {
        const on = asDate(day)
        const slot = { offerId, startsOn: { lte: on }, endsOn: { gte: on } }
        return (await tx.capacitySlot.count({ where: slot })) > 0 ? 'full' : 'no-slot'
      }
      await tx.placeClaim.update({ where: { id: claimId }, data: { slotId }, select: { id: true } })
      return 'moved'
    },

    /** Gives a place back. A claim that was given back stays so. */
    async release(claimId: string, at: Date): Promise<void> {
      await tx.placeClaim.updateMany({ where: { id: claimId, releasedAt: null }, data: { releasedAt: at } })
    },
  }
}

/** The first slot of the span that has a free place, locked; `null` when there is none. */
async function lockFreeSlot(tx: Tx, offerId: OfferId, within: Span): Promise<string | null> {
  for (;;) {
    const slots = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM capacity_slot
          WHERE offer_id = ${offerId}::uuid AND taken < places
            AND starts_on <= ${within.until}::date AND ends_on >= ${within.from}::date
          ORDER BY starts_on, ends_on LIMIT 1 FOR UPDATE`
    const slot = slots[0]
    if (slot) return slot.id
    // The row that was waited for may have filled up while another slot is free: look again before saying no.
    const [left] = await tx.$queryRaw<{ open: boolean }[]>`
          SELECT EXISTS (
            SELECT 1 FROM capacity_slot
            WHERE offer_id = ${offerId}::uuid AND taken < places
              AND starts_on <= ${within.until}::date AND ends_on >= ${within.from}::date
          ) AS open`
    if (!left?.open) return null
  }
}
