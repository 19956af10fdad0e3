/** The question whether an offer is still right: who is due, who was asked. */
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'

export type StillRightStore = ReturnType<typeof makeStillRightStore>

export type DueOffer = {
  readonly id: OfferId
  readonly organisationId: OrganisationId
  readonly confirmedOn: CalendarDate
  readonly askedOn: CalendarDate | null
}

export function makeStillRightStore(tx: Tx) {
  return {
    /** Published offers of verified companies that were last confirmed on this day or before, by company, locked. */
    async lockOld(before: CalendarDate, atMost: number): Promise<readonly DueOffer[]> {
      const rows = await tx.$queryRaw<(Omit<DueOffer, 'confirmedOn'> & { confirmedAt: Date })[]>`
        SELECT o.id, o.organisation_id AS "organisationId", o.asked_right_on::text AS "askedOn",
          coalesce(o.last_confirmed_at, o.published_at) AS "confirmedAt"
        FROM offer o JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
        WHERE o.state = 'published'
          AND (coalesce(o.last_confirmed_at, o.published_at) AT TIME ZONE 'Europe/Amsterdam')::date <= ${before}::date
        ORDER BY o.organisation_id, o.id LIMIT ${atMost} FOR UPDATE OF o SKIP LOCKED`
      return rows.map(({ confirmedAt, ...row }) => ({ ...row, confirmedOn: calendarDateOf(confirmedAt) }))
    },

    async saveAsked(ids: readonly OfferId[], on: CalendarDate): Promise<void> {
      await tx.offer.updateMany({ where: { id: { in: [...ids] } }, data: { askedRightOn: asDate(on) } })
    },

    /** It was paused because nobody vouched for it. */
    async saveStale(id: OfferId, on: CalendarDate): Promise<void> {
      await tx.offer.update({ where: { id }, data: { staleOn: asDate(on) }, select: { id: true } })
    },
  }
}
