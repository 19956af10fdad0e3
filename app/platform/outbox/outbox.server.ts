/**
 * The outbox: what happened is written with the change itself, together with one job per subscriber. Delivery is at
 * least once; a receipt per (event, subscriber) makes what follows happen once unless the worker dies in between, so a
 * subscriber loads the present state and may run twice.
 */
import type { Clock } from '~/kernel/calendar'
import type { DomainEvent, Outbox } from '~/kernel/events'
import type { Db, Tx } from '~/platform/db/client.server'

/** The job that runs one subscriber for one event. */
export const REACT = 'react'

export type StoredEvent = DomainEvent & { readonly id: bigint; readonly occurredAt: Date }
export type ReactPayload = { readonly eventId: string; readonly subscriber: string }

/**
 * @param subscribersOf names of who reacts to a type of event.
 * @param clock when it happened.
 */
export function makeOutbox(
  tx: Tx,
  subscribersOf: (type: string) => readonly string[],
  clock: Clock = { now: () => new Date() },
): Outbox {
  return {
    /** Costs one statement for the event and one for all its jobs. */
    async append(event) {
      const { id } = await tx.outboxEvent.create({
        data: {
          type: event.type,
          subjectId: event.subjectId,
          payload: event.payload,
          occurredAt: clock.now(),
        },
        select: { id: true },
      })
      const subscribers = [...subscribersOf(event.type)]
      if (subscribers.length === 0) return
      await tx.$executeRaw`
        SELECT graphile_worker.add_job(
          identifier := ${REACT}::text,
          payload := json_build_object('eventId', ${id.toString()}::text, 'subscriber', name)
        ) FROM unnest(${subscribers}::text[]) AS name`
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
