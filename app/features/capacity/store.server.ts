/**
 * Places of offers and who holds them. All writes to `capacity_slot`, `capacity_month`, `place_claim` and `shared_place` are here; what
 * is open says the database function `open_slots`. A slot is locked before its month is read or counted.
 */
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
  readonly day?: Date | null
  readonly sharedId?: string
  readonly pupils?: number
}

/** One place of a slot for several groups together. */
export type WantedShare = {
  readonly slotId: string
  /** Pupils that the session holds. */
  readonly size: number
  readonly groups: readonly { readonly groupId: string; readonly pupils: number }[]
}

/**
 * Why a claim cannot move to a day: no place left, none given then, the company is away, the month is full, or others have
 * the same place.
 */
export type NoPlaceWhy = 'full' | 'no-slot' | 'closed' | 'month-full' | 'shared'

export function makeCapacityStore(tx: Tx, { newId = randomUUID, clock = SYSTEM_CLOCK }: Takes = {}) {
  const insertClaims = async (claims: NewClaim[]): Promise<void> => {
    try {
      await tx.placeClaim.createMany({ data: claims })
    } catch (error) {
      if (constraintOf(error) === 'place_claim_one_per_group') throw groupHasPlace()
      throw error
    }
  }
  const insertClaim = async (
    slotId: string,
    groupId: string,
    day: CalendarDate | null = null,
  ): Promise<string> => {
    const id = newId()
    await insertClaims([{ id, slotId, groupId, claimedAt: clock.now(), day: day && asDate(day) }])
    return id
  }
  /** @returns per group what its claim says of the place that it shares. */
  const insertShared = async (shares: readonly WantedShare[]) => {
    const made = shares.map((share) => ({ ...share, id: newId() }))
    if (made.length > 0) {
      await tx.sharedPlace.createMany({
        data: made.map(({ id, slotId, size }) => ({ id, slotId, pupilsMax: size })),
      })
    }
    return new Map(
      made.flatMap(({ id, groups }) =>
        groups.map(({ groupId, pupils }) => [groupId, { sharedId: id, pupils }] as const),
      ),
    )
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
        where: {
          offerId_startsOn_endsOn_startTime: {
            offerId,
            startsOn: asDate(from),
            endsOn: asDate(until),
            startTime: '',
          },
        },
        create: { offerId, startsOn: asDate(from), endsOn: asDate(until), places },
        update: { places },
      })
    },

    /** The limit of a month of an offer, and how many people its company has. */
    async monthLimit(
      offerId: OfferId,
    ): Promise<{ readonly perMonth: number | null; readonly employees: number | null }> {
      const row = await tx.offer.findUniqueOrThrow({
        where: { id: offerId },
        select: { sessionsPerMonth: true, organisation: { select: { employees: true } } },
      })
      return { perMonth: row.sessionsPerMonth, employees: row.organisation.employees }
    },

    /**
     * What is promised beyond it stays, and that month gives no more. Locks the slots first, as whoever takes a place does.
     * @param perMonth `null`: no limit but that of the year.
     */
    async setMonthLimit(offerId: OfferId, perMonth: number | null): Promise<void> {
      await tx.$queryRaw`SELECT id FROM capacity_slot WHERE offer_id = ${offerId}::uuid ORDER BY id FOR UPDATE`
      await tx.offer.update({
        where: { id: offerId },
        data: { sessionsPerMonth: perMonth },
        select: { id: true },
      })
      await tx.$executeRaw`UPDATE capacity_month
        SET places = CASE WHEN ${perMonth}::int IS NULL THEN NULL ELSE greatest(${perMonth}::int, taken) END
        WHERE offer_id = ${offerId}::uuid`
    },

    /**
     * Takes one place for a group: on the day when the span is one day, else in the first slot of the span that has one.
     * Whoever comes second waits for the first to commit and then sees what is left. Three statements.
     * @param within days that the company chose: its weekdays and holidays do not count, blackouts and months do.
     * @returns the id of the claim, `null` when nothing is left.
     * @throws AppError conflict `capacity.group-has-place` when the group has a place already.
     */
    async claim(offerId: OfferId, groupId: string, within: Span): Promise<string | null> {
      const slotId = await lockFreeSlot(tx, offerId, within)
      const day = within.from === within.until ? within.from : null
      return slotId === null ? null : insertClaim(slotId, groupId, day)
    },

    /** Locks slots in the order of their ids: nobody takes or frees a place of them until the transaction ends. */
    async lockSlots(ids: readonly string[]): Promise<void> {
      await tx.$queryRaw`
        SELECT id FROM capacity_slot WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY id FOR UPDATE`
    },

    /**
     * Takes one place of a slot for each group, all of them or none. Slots are locked in the order of their ids. Two
     * statements, three where places are shared.
     * @param wanted no group twice.
     * @param shares groups of `wanted` that have one place together.
     * @returns the ids of the claims in that order, `null` when a slot has too few places left or is gone.
     * @throws AppError conflict `capacity.group-has-place` when one of the groups has a place already.
     */
    async claimAll(
      wanted: readonly { readonly slotId: string; readonly groupId: string }[],
      shares: readonly WantedShare[] = [],
    ): Promise<readonly string[] | null> {
      const asked = new Map<string, number>()
      for (const { slotId } of wanted) asked.set(slotId, (asked.get(slotId) ?? 0) + 1)
      for (const { slotId, groups } of shares) asked.set(slotId, (asked.get(slotId) ?? 0) + 1 - groups.length)
      const slots = await tx.$queryRaw<{ id: string; open: number }[]>`
        SELECT id, (places - taken)::int AS open FROM capacity_slot
        WHERE id = ANY(${[...asked.keys()]}::uuid[]) ORDER BY id FOR UPDATE`
      if (slots.length < asked.size || slots.some(({ id, open }) => open < (asked.get(id) ?? 0))) return null
      const claimedAt = clock.now()
      const shared = await insertShared(shares)
      const claims = wanted.map(({ slotId, groupId }) => ({
        ...{ id: newId(), slotId, groupId, claimedAt },
        ...shared.get(groupId),
      }))
      await insertClaims(claims)
      return claims.map(({ id }) => id)
    },

    /**
     * Moves a claim to another day: within its slot where that covers it, else to another slot. A place that others have
     * too stays where it is; the last one of a shared place takes one of its own.
     * @returns why there is no place on that day: the claim stays where it is.
     */
    async move(claimId: string, offerId: OfferId, day: CalendarDate): Promise<'moved' | NoPlaceWhy> {
      const own = await lockOwnSlot(tx, claimId, day)
      if (own?.isShared) return 'shared'
      if (own?.isAway) return 'closed'
      if (own?.covers) {
        if (own.isMonthFull) return 'month-full'
        await tx.placeClaim.update({
          where: { id: claimId },
          data: { day: asDate(day) },
          select: { id: true },
        })
        return 'moved'
      }
      const slotId = await lockFreeSlot(tx, offerId, { from: day, until: day })
      if (slotId === null) {
        const on = asDate(day)
        const there = await tx.capacitySlot.findMany({
          where: { offerId, startsOn: { lte: on }, endsOn: { gte: on } },
          select: { places: true, taken: true },
        })
        if (there.length === 0) return 'no-slot'
        return there.some(({ places, taken }) => taken < places) ? 'month-full' : 'full'
      }
      const data = { slotId, day: asDate(day), sharedId: null, pupils: null }
      await tx.placeClaim.update({ where: { id: claimId }, data, select: { id: true } })
      return 'moved'
    },

    /** Gives a place back. A claim that was given back stays so. */
    async release(claimId: string, at: Date): Promise<void> {
      await tx.placeClaim.updateMany({ where: { id: claimId, releasedAt: null }, data: { releasedAt: at } })
    },
  }
}

/**
 * The slot that has a place on the day, or the first of the span that has one, locked; `null` when there is none. A dated
 * session goes before the places of a year.
 */
async function lockFreeSlot(tx: Tx, offerId: OfferId, { from, until }: Span): Promise<string | null> {
  for (;;) {
    const [slot] = await tx.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM open_slots(${from}::date, ${until}::date, ARRAY[${offerId}::uuid], true) f
      JOIN capacity_slot s ON s.id = f.slot_id
      WHERE f.open > 0 AND s.taken < s.places
      ORDER BY CASE WHEN ${from}::date = ${until}::date THEN s.ends_on - s.starts_on ELSE 0 END,
        s.starts_on, s.ends_on, s.start_time LIMIT 1 FOR UPDATE OF s`
    // What was waited for may have filled the slot or its month while another is free: look again before saying no.
    const left = await tx.$queryRaw<{ id: string }[]>`
      SELECT slot_id AS id FROM open_slots(${from}::date, ${until}::date, ARRAY[${offerId}::uuid], true) WHERE open > 0`
    if (slot && left.some(({ id }) => id === slot.id)) return slot.id
    if (left.length === 0) return null
  }
}

/** The slot of a claim, locked, and what it says of a day; nothing where the claim is gone. */
async function lockOwnSlot(tx: Tx, claimId: string, day: CalendarDate) {
  await tx.$queryRaw`
    SELECT s.id FROM capacity_slot s WHERE s.id = (SELECT slot_id FROM place_claim WHERE id = ${claimId}::uuid) FOR UPDATE`
  const [own] = await tx.$queryRaw<
    { covers: boolean; isMonthFull: boolean; isAway: boolean; isShared: boolean }[]
  >`
    SELECT ${day}::date BETWEEN s.starts_on AND s.ends_on AS covers,
      EXISTS (SELECT FROM shared_place p WHERE p.id = c.shared_id AND p.groups > 1) AS "isShared",
      (s.starts_on < s.ends_on AND coalesce(m.taken >= m.places, false)
        AND date_trunc('month', c.day) IS DISTINCT FROM date_trunc('month', ${day}::date)) AS "isMonthFull",
      EXISTS (SELECT FROM blackout b WHERE b.organisation_id = o.organisation_id
        AND (b.offer_id IS NULL OR b.offer_id = o.id) AND ${day}::date BETWEEN b.starts_on AND b.ends_on) AS "isAway"
    FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    LEFT JOIN capacity_month m ON m.offer_id = o.id AND m.month = date_trunc('month', ${day}::date)::date
    WHERE c.id = ${claimId}::uuid`
  return own
}
