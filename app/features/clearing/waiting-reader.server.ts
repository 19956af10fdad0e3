/** Who waits, and what is free: the facts of a round, read in one transaction. */
import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { priorityOf } from './domain/priority'
import type { FreeSlot, WaitingGroup } from './domain/round-input'
import {
  ASKED_COLUMNS,
  type AskedRow,
  askedOf,
  membershipOn,
  refusedOffers,
} from './queries/asked-row.server'

export type WaitingReader = ReturnType<typeof makeWaitingReader>

export function makeWaitingReader(tx: Pick<Tx, '$queryRaw'>) {
  return {
    /**
     * Groups without a place of requests on the waiting list, in the order of their ids. One statement.
     * @param regionIds of the schools; `null`: everywhere.
     */
    async groups(regionIds: readonly string[] | null, now: Date): Promise<readonly WaitingGroup[]> {
      const regions = regionIds === null ? null : [...regionIds]
      const rows = await tx.$queryRaw<GroupRow[]>`
        WITH ${membershipOn(now)}, helped AS (
          SELECT DISTINCT r.branch_id FROM booking k
          JOIN place_claim c ON c.id = k.claim_id
          JOIN request_group g ON g.id = c.group_id
          JOIN support_request r ON r.id = g.request_id
          WHERE k.state IN ('confirmed', 'done')
        )
        SELECT g.id AS "groupId", r.id AS "requestId", r.waiting_since AS "waitingSince",
          coalesce(r.opened_at, r.created_at) AS "arrivedAt", h.branch_id IS NULL AS "neverHelped",
          ${ASKED_COLUMNS}, ${refusedOffers(Prisma.sql`d.group_id = g.id`)} AS "refusedOfferIds"
        FROM support_request r
        JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
        JOIN school_branch b ON b.id = r.branch_id
        LEFT JOIN membership m ON m.municipality_code = b.municipality_code
        LEFT JOIN helped h ON h.branch_id = r.branch_id
        WHERE r.waiting_since IS NOT NULL AND (${regions}::text[] IS NULL OR m.ids && ${regions}::text[])
          AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)
        ORDER BY g.id`
      return rows.map((row) => ({
        groupId: row.groupId,
        requestId: row.requestId,
        priority: priorityOf(row.waitingSince, row.neverHelped, now),
        arrivedAt: row.arrivedAt.toISOString(),
        refusedOfferIds: row.refusedOfferIds,
        request: askedOf(row),
      }))
    },

    /** Slots with a free place that end today or later, of published offers of verified companies. One statement. */
    async freeSlots(now: Date): Promise<readonly FreeSlot[]> {
      const rows = await tx.$queryRaw<SlotRow[]>`
        SELECT s.id AS "slotId", s.offer_id AS "offerId", s.starts_on AS "startsOn", s.ends_on AS "endsOn",
          (s.places - s.taken)::int AS open
        FROM capacity_slot s
        JOIN offer o ON o.id = s.offer_id AND o.state = 'published'
        JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
        WHERE s.taken < s.places AND s.ends_on >= ${now}::date ORDER BY s.id`
      return rows.map(({ startsOn, endsOn, ...row }) => ({
        ...row,
        from: asDay(startsOn),
        until: asDay(endsOn),
      }))
    },
  }
}

type GroupRow = AskedRow & {
  readonly groupId: string
  readonly requestId: string
  readonly waitingSince: Date
  readonly arrivedAt: Date
  readonly neverHelped: boolean
  readonly refusedOfferIds: readonly string[]
}

type SlotRow = {
  readonly slotId: string
  readonly offerId: string
  readonly startsOn: Date
  readonly endsOn: Date
  readonly open: number
}
