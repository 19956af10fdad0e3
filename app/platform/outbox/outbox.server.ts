/**
 * The outbox: what happened is written with the change itself, together with one job per subscriber. Delivery is at
 * least once; a receipt per (event, subscriber) makes what follows happen once unless the worker dies in between, so a
 * subscriber loads the present state and may run twice.
 */
import { Prisma } from '~/generated/prisma/client'
import type { Clock } from '~/kernel/calendar'
import type { DomainEvent, Outbox } from '~/kernel/events'
import { type AuditedEvent, auditLines, auditStatement } from '~/platform/audit/audit-lines.server'
import type { Db, Tx } from '~/platform/db/client.server'

/** The job that runs one subscriber for one event. */
export const REACT = 'react'

/**
 * A load of thousands of offers is told at once, and so is a round of holds: their jobs wait behind those of somebody who
 * pressed one button and looks whether it worked. The smaller number goes first.
 */
const MANY_EVENTS = 20
const PRIORITY = { few: 0, many: 10 }

export type StoredEvent = DomainEvent & { readonly id: bigint; readonly occurredAt: Date }
export type ReactPayload = { readonly eventId: string; readonly subscriber: string }

export type OutboxParts = {
  /** Names of who reacts to a type of event. */
  readonly subscribersOf: (type: string) => readonly string[]
  /** When it happened. */
  readonly clock?: Clock
  /** What of an event the audit log keeps; `null`: nothing. */
  readonly auditOf?: (event: DomainEvent) => AuditedEvent | null
}

/** @param tx the transaction of the change: event, jobs and the line of the audit log are written with it or not at all. */
export function makeOutbox(tx: Tx, parts: OutboxParts): Outbox {
  const { subscribersOf, clock = { now: () => new Date() }, auditOf = () => null } = parts
  return {
    /** Costs one statement, for all events, all their jobs and their audit lines; ids follow the order of the events. */
    async append(...events) {
      if (events.length === 0) return
      const rows = JSON.stringify(events)
      const at = clock.now()
      const types = [...new Set(events.map(({ type }) => type))]
      const wanted = types.flatMap((type) => subscribersOf(type).map((name) => ({ type, name })))
      const lines = auditLines(events, auditOf)
      const event = Prisma.sql`event AS (
          INSERT INTO outbox_event (type, subject_id, payload, occurred_at)
          SELECT e.type, e."subjectId", e.payload, ${at} FROM ROWS FROM (
            jsonb_to_recordset(${rows}::jsonb) AS (type text, "subjectId" text, payload jsonb)
          ) WITH ORDINALITY AS e(type, "subjectId", payload, n) ORDER BY e.n
          RETURNING id, type
        )`
      const audited = lines.length === 0 ? Prisma.empty : Prisma.sql`, ${auditStatement(lines, at)}`
      // Without jobs the schema of the worker need not be there: a season is played before anybody listens.
      if (wanted.length === 0) {
        await tx.$executeRaw`WITH ${event}${audited} SELECT`
        return
      }
      await tx.$executeRaw`
        WITH ${event}${audited}
        SELECT graphile_worker.add_job(
          identifier := ${REACT}::text,
          payload := json_build_object('eventId', event.id::text, 'subscriber', subscriber.name),
          priority := ${events.length > MANY_EVENTS ? PRIORITY.many : PRIORITY.few}::int
        ) FROM event
        JOIN jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS subscriber(type text, name text) USING (type)
        ORDER BY event.id`
    },
  }
}

/**
 * Runs one subscriber for one event, unless it has done so.
 * @returns whether it ran.
 * @throws what the subscriber throws: the job is tried again later.
 */
export async function react(
  db: Db,
  payload: ReactPayload,
  subscriberOf: (type: string, name: string) => ((event: StoredEvent) => Promise<void>) | undefined,
): Promise<boolean> {
  const eventId = BigInt(payload.eventId)
  const receipt = { eventId, subscriber: payload.subscriber }
  if (await db.outboxReceipt.findUnique({ where: { eventId_subscriber: receipt } })) return false
  const row = await db.outboxEvent.findUnique({ where: { id: eventId } })
  if (!row) return false
  const subscriber = subscriberOf(row.type, payload.subscriber)
  // A subscriber that a newer release dropped has nothing left to do.
  if (!subscriber) return false
  await subscriber({ ...row, payload: row.payload as DomainEvent['payload'] })
  await db.outboxReceipt.createMany({ data: [receipt], skipDuplicates: true })
  return true
}
