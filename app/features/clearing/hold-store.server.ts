/** Holds: the only writes to `hold`. Whoever changes one has locked its request before. */
import { randomUUID } from 'node:crypto'
import type { CalendarDate } from '~/kernel/calendar'
import type { NewId, UserId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { Hold, HoldId, RoundId } from './domain/hold'
import type { HoldDeclineReason, HoldState } from './domain/hold-states'

export type HoldStore = ReturnType<typeof makeHoldStore>

export type NewHold = {
  readonly claimId: string
  readonly roundId: RoundId | null
  readonly groupId: string
  readonly offerId: string
  readonly expiresOn: CalendarDate
  /** The unused hold whose place this is. */
  readonly followsId: HoldId | null
}

export function makeHoldStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    /** One statement for all. @returns their ids in the order of the holds. */
    async create(holds: readonly NewHold[], at: Date): Promise<readonly HoldId[]> {
      const data = holds.map((hold) => ({
        id: newId(),
        ...hold,
        expiresOn: asDate(hold.expiresOn),
        createdAt: at,
      }))
      await tx.hold.createMany({ data })
      return data.map(({ id }) => id as HoldId)
    },

    /** The request that a hold is for, to be locked first. */
    async requestOf(id: string): Promise<string | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<{ requestId: string }[]>`
        SELECT g.request_id AS "requestId" FROM hold h JOIN request_group g ON g.id = h.group_id
        WHERE h.id = ${id}::uuid`
      return row?.requestId ?? null
    },

    async read(id: string): Promise<Hold | null> {
      const [hold] = await readHolds(tx, id, null)
      return hold ?? null
    },

    /** Holds that the request has still to answer. */
    async offeredTo(requestId: string): Promise<readonly Hold[]> {
      return readHolds(tx, null, requestId)
    },

    /** @returns whether somebody has the place of this unused hold already. */
    async isFollowed(id: HoldId): Promise<boolean> {
      return (await tx.hold.findUnique({ where: { followsId: id }, select: { id: true } })) !== null
    },

    /** @returns whether its school was told that the last day is near. */
    async isReminded(id: HoldId): Promise<boolean> {
      const event = await tx.outboxEvent.findFirst({
        where: { type: 'HoldExpiresSoon', subjectId: id },
        select: { id: true },
      })
      return event !== null
    },

    /** The company says no to it. */
    async decline(
      id: HoldId,
      {
        reason,
        text,
        byId,
      }: { readonly reason: HoldDeclineReason; readonly text: string | null; readonly byId: UserId | null },
      at: Date,
    ): Promise<void> {
      await tx.$executeRaw`
        UPDATE hold SET state = 'declined', answered_at = ${at}, decline_reason = ${reason}::decline_reason,
          decline_text = ${text}, declined_by_id = ${byId}::uuid WHERE id = ${id}::uuid`
    },

    async close(id: HoldId, state: Exclude<HoldState, 'offered' | 'declined'>, at: Date): Promise<void> {
      await tx.hold.update({ where: { id }, data: { state, answeredAt: at }, select: { id: true } })
    },
  }
}

type Row = Omit<Hold, 'expiresOn' | 'sharedAt'> & {
  readonly expiresOn: Date
  readonly sharedOn: Date | null
  readonly sharedTime: string
}

async function readHolds(tx: Tx, id: string | null, requestId: string | null): Promise<readonly Hold[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id, h.claim_id AS "claimId", h.round_id AS "roundId", h.group_id AS "groupId",
      g.request_id AS "requestId", r.branch_id AS "branchId", h.offer_id AS "offerId",
      o.organisation_id AS "organisationId", h.state::text, h.expires_on AS "expiresOn", r.is_demo AS "isDemo",
      CASE WHEN c.shared_id IS NOT NULL THEN s.starts_on END AS "sharedOn", s.start_time AS "sharedTime"
    FROM hold h
    JOIN place_claim c ON c.id = h.claim_id
    JOIN capacity_slot s ON s.id = c.slot_id
    JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN offer o ON o.id = h.offer_id
    WHERE (${id}::uuid IS NULL OR h.id = ${id}::uuid)
      AND (${requestId}::uuid IS NULL OR (g.request_id = ${requestId}::uuid AND h.state = 'offered'))
    ORDER BY g.number`
  return rows.map(({ sharedOn, sharedTime, ...row }) => ({
    ...row,
    expiresOn: asDay(row.expiresOn),
    sharedAt: sharedOn && { date: asDay(sharedOn), startTime: sharedTime || null },
  }))
}
