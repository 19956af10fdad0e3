/** Who waits, and what is free: the facts of a round, read in one transaction. */
import { Prisma } from '~/generated/prisma/client'
import { calendarDateOf, type Span } from '~/kernel/calendar'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { Tx } from '~/platform/db/client.server'
import { type MonthRoom, monthsLeft, withMonths } from './domain/months-left'
import { priorityOf, weeksWaited } from './domain/priority'
import type { FreeSlot, WaitingGroup } from './domain/round-input'
import {
  type AskedRow,
  askedColumns,
  askedOf,
  membershipOn,
  REGIONS_OF_BRANCH,
  refusedOffers,
} from './queries/asked-row.server'

export type WaitingReader = ReturnType<typeof makeWaitingReader>

export function makeWaitingReader(tx: Pick<Tx, '$queryRaw'>) {
  return {
    /**
     * Groups without a place of requests on the waiting list, in the order of their ids. One statement.
     * @param regionIds of the schools; `null`: everywhere.
     * @param offer leaves out whom this offer cannot help by its kind, levels or group size; the other rules are not asked.
     */
    async groups(
      regionIds: readonly string[] | null,
      now: Date,
      offer?: Pick<RankedOffer, 'kind' | 'levels' | 'groupSizeMax'>,
    ): Promise<readonly WaitingGroup[]> {
      const regions = regionIds === null ? null : [...regionIds]
      const kind = offer?.kind ?? null
      const levels = offer ? offer.levels.map(({ level }) => level) : null
      const rows = await tx.$queryRaw<GroupRow[]>`
        WITH ${membershipOn(now)}, helped AS MATERIALIZED (
          SELECT r.branch_id FROM booking k
          JOIN place_claim c ON c.id = k.claim_id
          JOIN request_group g ON g.id = c.group_id
          JOIN support_request r ON r.id = g.request_id
          WHERE k.state IN ('confirmed', 'done')
        )
        SELECT g.id AS "groupId", r.id AS "requestId", r.waiting_since AS "waitingSince",
          coalesce(r.opened_at, r.created_at) AS "arrivedAt", r.branch_id NOT IN (SELECT branch_id FROM helped) AS "neverHelped",
          r.all_or_none AS "allOrNone", r.may_share AS "mayShare", r.title, r.text, ${askedColumns(now)}, ${refusedOffers(Prisma.sql`d.group_id = g.id`)} AS "refusedOfferIds"
        FROM support_request r
        JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
        JOIN school_branch b ON b.id = r.branch_id
        CROSS JOIN membership m
        WHERE r.waiting_since IS NOT NULL AND (${regions}::text[] IS NULL OR ${REGIONS_OF_BRANCH} ?| ${regions}::text[])
          AND (${kind}::text IS NULL OR ${kind}::text = ANY(r.kinds::text[]))
          AND (${levels}::text[] IS NULL OR r.level = ANY(${levels}::text[]))
          AND r.group_size <= coalesce(${offer?.groupSizeMax ?? null}::int, r.group_size)
          AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)
        ORDER BY g.id`
      return rows.map((row) => ({
        groupId: row.groupId,
        requestId: row.requestId,
        priority: priorityOf(row.waitingSince, row.neverHelped, now),
        waitingWeeks: weeksWaited(row.waitingSince, now),
        neverHelped: row.neverHelped,
        arrivedAt: row.arrivedAt.toISOString(),
        refusedOfferIds: row.refusedOfferIds,
        allOrNone: row.allOrNone,
        mayShare: row.mayShare,
        request: askedOf(row),
        words: { title: row.title, text: row.text },
      }))
    },

    /**
     * Slots with a place that can be had today or later, of published offers of verified companies; of one offer only
     * when asked, and what their months have left; `size` is told of dated sessions that the company lets small groups share,
     * where pupils of several schools can meet. One statement.
     */
    async freeSlots(now: Date, offerId: string | null = null): Promise<readonly FreeSlot[]> {
      const today = calendarDateOf(now)
      const offerIds = offerId === null ? null : [offerId]
      const rows = await tx.$queryRaw<SlotRow[]>`
        SELECT f.slot_id AS "slotId", f.offer_id AS "offerId", greatest(f.starts_on, ${today}::date)::text AS from, f.ends_on::text AS until, f.open,
          CASE WHEN f.starts_on < f.ends_on AND (o.sessions_per_month IS NOT NULL
            OR EXISTS (SELECT FROM blackout b WHERE b.organisation_id = o.organisation_id AND b.ends_on >= ${today}::date))
          THEN (
            SELECT jsonb_agg(jsonb_build_object('month', to_char(d.first, 'YYYY-MM'), 'room', CASE
              WHEN NOT EXISTS (
                SELECT FROM open_slots(greatest(d.first::date, ${today}::date), (d.first + interval '1 month')::date - 1,
                  ARRAY[f.offer_id]) x
                WHERE x.slot_id = f.slot_id AND x.open > 0) THEN 0
              ELSE coalesce(t.places, o.sessions_per_month) - coalesce(t.taken, 0) END) ORDER BY d.first)
            FROM generate_series(date_trunc('month', greatest(f.starts_on, ${today}::date)), f.ends_on, interval '1 month') AS d(first)
            LEFT JOIN capacity_month t ON o.sessions_per_month IS NOT NULL AND t.offer_id = o.id AND t.month = d.first::date
          ) END AS rooms,
          CASE WHEN f.starts_on < f.ends_on AND o.sessions_per_month IS NOT NULL THEN (
            SELECT jsonb_agg(CASE WHEN r.period_from <= r.period_until
              THEN jsonb_build_object('from', r.period_from, 'until', r.period_until) END)
            FROM place_claim c JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
            WHERE c.slot_id = f.slot_id AND c.released_at IS NULL AND c.day IS NULL
          ) END AS promised,
          CASE WHEN o.may_share AND o.location IN ('at-company', 'online') AND f.starts_on = f.ends_on
            THEN o.group_size_max END AS size
        FROM open_slots(${today}::date, 'infinity', ${offerIds}::uuid[]) f
        JOIN offer o ON o.id = f.offer_id AND o.state = 'published'
        JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
        WHERE f.open > 0 ORDER BY f.slot_id`
      return rows.flatMap(({ rooms, promised, size, ...row }) => {
        const slot = size === null ? row : { ...row, size }
        const free = rooms ? withMonths(slot, monthsLeft(rooms, promised ?? [])) : slot
        return free.open > 0 ? [free] : []
      })
    },
  }
}

type GroupRow = AskedRow & {
  readonly groupId: string
  readonly requestId: string
  readonly title: string
  readonly text: string
  readonly waitingSince: Date
  readonly arrivedAt: Date
  readonly neverHelped: boolean
  readonly allOrNone: boolean
  readonly mayShare: boolean
  readonly refusedOfferIds: readonly string[]
}

type SlotRow = Omit<FreeSlot, 'shut' | 'months' | 'size'> & {
  readonly rooms: readonly MonthRoom[] | null
  readonly promised: readonly (Span | null)[] | null
  readonly size: number | null
}
