/** What a company says of its calendar: limits, dated sessions and days off. Places that are taken are the other store's. */
import type { Span } from '~/kernel/calendar'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import type { SessionMoment } from './domain/session-plan'

export type CalendarStore = ReturnType<typeof makeCalendarStore>

export type Limits = {
  readonly perYear: number
  readonly perMonth: number | null
  readonly openInHolidays: boolean
  /** Small groups may have one place of a dated session together. */
  readonly mayShare: boolean
}

export type Blackout = Span & { readonly offerId: OfferId | null; readonly note: string | null }

export function makeCalendarStore(tx: Tx) {
  return {
    /** The organisation of an offer, which is locked: its calendar changes by one person at a time. */
    async lockOffer(
      id: string,
    ): Promise<{ readonly id: OfferId; readonly organisationId: OrganisationId } | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<{ id: OfferId; organisationId: OrganisationId }[]>`
        SELECT id, organisation_id AS "organisationId" FROM offer WHERE id = ${id}::uuid FOR UPDATE`
      return row ?? null
    },

    /**
     * Sets the limit of a month; what is promised beyond it stays, and that month gives no more. Locks the slots first, as
     * whoever takes a place does.
     * @param perMonth `null`: no limit but that of the year.
     */
    async setLimits(id: OfferId, { perYear, perMonth, openInHolidays, mayShare }: Limits): Promise<void> {
      await tx.$queryRaw`SELECT id FROM capacity_slot WHERE offer_id = ${id}::uuid ORDER BY id FOR UPDATE`
      await tx.offer.update({
        where: { id },
        data: {
          sessionsPerYear: perYear,
          sessionsPerMonth: perMonth,
          openInHolidays,
          mayShare,
          version: { increment: 1 },
        },
        select: { id: true },
      })
      await tx.$executeRaw`UPDATE capacity_month
        SET places = CASE WHEN ${perMonth}::int IS NULL THEN NULL ELSE greatest(${perMonth}::int, taken) END
        WHERE offer_id = ${id}::uuid`
    },

    /** Adds dated sessions; one that is there already stays as it is. @returns how many are new. */
    async addSessions(id: OfferId, moments: readonly SessionMoment[], places: number): Promise<number> {
      const { count } = await tx.capacitySlot.createMany({
        data: moments.map(({ day, startTime }) => ({
          offerId: id,
          startsOn: asDate(day),
          endsOn: asDate(day),
          startTime,
          places,
        })),
        skipDuplicates: true,
      })
      return count
    },

    /** @returns `taken` when somebody has a place in it, or had one: it stays. */
    async removeSession(id: OfferId, slotId: string): Promise<'removed' | 'taken' | 'none'> {
      const [slot] = isUuid(slotId)
        ? await tx.$queryRaw<{ id: string }[]>`
            SELECT id FROM capacity_slot WHERE id = ${slotId}::uuid AND offer_id = ${id}::uuid AND starts_on = ends_on FOR UPDATE`
        : []
      if (!slot) return 'none'
      if ((await tx.placeClaim.count({ where: { slotId: slot.id } })) > 0) {
        const taken = await tx.placeClaim.count({ where: { slotId: slot.id, releasedAt: null } })
        if (taken > 0) return 'taken'
        // Who had a place in it once is remembered; it only gives none any more.
        await tx.capacitySlot.update({ where: { id: slot.id }, data: { places: 0 }, select: { id: true } })
        return 'removed'
      }
      await tx.capacitySlot.delete({ where: { id: slot.id }, select: { id: true } })
      return 'removed'
    },

    async addBlackout(
      organisationId: OrganisationId,
      { from, until, offerId, note }: Blackout,
    ): Promise<void> {
      await tx.blackout.create({
        data: { organisationId, offerId, startsOn: asDate(from), endsOn: asDate(until), note },
        select: { id: true },
      })
    },

    /** @returns whether it was there, and of this organisation. */
    async removeBlackout(organisationId: OrganisationId, id: string): Promise<boolean> {
      if (!isUuid(id)) return false
      return (await tx.blackout.deleteMany({ where: { id, organisationId } })).count > 0
    },

    /** Offers of a company that its days off are about. */
    async offersOf(organisationId: OrganisationId): Promise<readonly OfferId[]> {
      const rows = await tx.offer.findMany({
        where: { organisationId, state: { in: ['published', 'paused'] } },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ id }) => id as OfferId)
    },
  }
}
