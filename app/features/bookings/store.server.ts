/** Bookings: the only writes to `booking`. Whoever changes one has locked its request before. */
import { randomUUID } from 'node:crypto'
import type { CancelReason as CancelColumn } from '~/generated/prisma/enums'
import type { CalendarDate } from '~/kernel/calendar'
import { isUuid, type NewId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { AskedMoment, Booking, BookingId, BookingParty, CancelCause } from './domain/booking'

export type BookingStore = ReturnType<typeof makeBookingStore>

export type NewBooking = {
  readonly claimId: string
  /** `null`: it came from a hold. */
  readonly proposalId: string | null
  readonly date: CalendarDate | null
  readonly startTime: string | null
  readonly dateOptions: readonly CalendarDate[]
  readonly agreeBy: CalendarDate | null
  readonly isDemo: boolean
}

export function makeBookingStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    async create(booking: NewBooking, at: Date): Promise<BookingId> {
      const id = newId()
      await tx.booking.create({
        data: {
          id,
          claimId: booking.claimId,
          proposalId: booking.proposalId,
          date: booking.date && asDate(booking.date),
          startTime: booking.startTime,
          dateOptions: booking.dateOptions.map(asDate),
          agreeBy: booking.agreeBy && asDate(booking.agreeBy),
          isDemo: booking.isDemo,
          createdAt: at,
        },
        select: { id: true },
      })
      return id as BookingId
    },

    /** The request that a booking is of, to be locked first. */
    async requestOf(id: string): Promise<string | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<{ requestId: string }[]>`
        SELECT g.request_id AS "requestId" FROM booking k
        JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
        WHERE k.id = ${id}::uuid`
      return row?.requestId ?? null
    },

    async read(id: string): Promise<Booking | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT k.id, k.claim_id AS "claimId", g.request_id AS "requestId", g.id AS "groupId", r.branch_id AS "branchId",
          o.id AS "offerId", o.organisation_id AS "organisationId", k.state::text, k.date,
          k.start_time AS "startTime", k.date_options AS "dateOptions", k.agree_by AS "agreeBy", o.weekdays AS "offerWeekdays",
          (SELECT coalesce(array_agg(m.region_id), '{}') FROM region_municipality m
            WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
              AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds"
        FROM booking k
        JOIN place_claim c ON c.id = k.claim_id
        JOIN capacity_slot s ON s.id = c.slot_id
        JOIN offer o ON o.id = s.offer_id
        JOIN request_group g ON g.id = c.group_id
        JOIN support_request r ON r.id = g.request_id
        JOIN school_branch b ON b.id = r.branch_id
        WHERE k.id = ${id}::uuid`
      return row
        ? {
            ...row,
            date: row.date && asDay(row.date),
            dateOptions: row.dateOptions.map(asDay),
            agreeBy: row.agreeBy && asDay(row.agreeBy),
          }
        : null
    },

    /** Promises of a request that stand. */
    async confirmedOf(
      requestId: string,
    ): Promise<readonly Pick<Booking, 'id' | 'claimId' | 'offerId' | 'date'>[]> {
      const rows = await tx.$queryRaw<
        (Pick<Booking, 'id' | 'claimId' | 'offerId'> & { readonly date: Date | null })[]
      >`
        SELECT k.id, k.claim_id AS "claimId", s.offer_id AS "offerId", k.date FROM booking k
        JOIN place_claim c ON c.id = k.claim_id JOIN capacity_slot s ON s.id = c.slot_id
        JOIN request_group g ON g.id = c.group_id
        WHERE g.request_id = ${requestId}::uuid AND k.state = 'confirmed' ORDER BY g.number, k.id`
      return rows.map((row) => ({ ...row, date: row.date && asDay(row.date) }))
    },

    async setDate(id: BookingId, { date, startTime }: AskedMoment): Promise<void> {
      await tx.booking.update({
        where: { id },
        data: { date: asDate(date), startTime, dateOptions: [], agreeBy: null, moves: { increment: 1 } },
        select: { id: true },
      })
    },

    async cancel(
      id: BookingId,
      cancel: { readonly by: BookingParty; readonly reason: CancelCause; readonly text: string | null },
      at: Date,
    ): Promise<void> {
      await tx.booking.update({
        where: { id },
        data: {
          state: 'cancelled',
          cancelledBy: cancel.by,
          cancelReason: CANCEL_COLUMN[cancel.reason],
          cancelText: cancel.text,
          closedAt: at,
        },
        select: { id: true },
      })
    },

    async close(id: BookingId, state: 'done' | 'no-show', pupils: number | null, at: Date): Promise<void> {
      await tx.booking.update({
        where: { id },
        data: { state: state === 'done' ? 'done' : 'no_show', pupilsReached: pupils, closedAt: at },
        select: { id: true },
      })
    },
  }
}

type Row = Omit<Booking, 'date' | 'dateOptions' | 'agreeBy'> & {
  readonly date: Date | null
  readonly dateOptions: readonly Date[]
  readonly agreeBy: Date | null
}

const CANCEL_COLUMN = {
  illness: 'illness',
  timetable: 'timetable',
  transport: 'transport',
  'no-longer-needed': 'no_longer_needed',
  capacity: 'capacity',
  weather: 'weather',
  other: 'other',
  'no-date': 'no_date',
  stopped: 'stopped',
  'school-closed': 'school_closed',
} as const satisfies Record<CancelCause, CancelColumn>
