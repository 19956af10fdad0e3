/**
 * What the audit log keeps of events: who acted, to what, when. Written by the statement of the outbox itself, so that no
 * event is kept without its line and no line without its event. Whoever acts is read from the request: every use case that
 * tells what it did is in the log, and none can forget to say by whom.
 */
import { Prisma } from '~/generated/prisma/client'
import type { DomainEvent } from '~/kernel/events'
import { requestContext, shortAddress } from '~/platform/http/request-context.server'

export type AuditedEvent = {
  /** What kind of thing it happened to: organisation, user. */
  readonly subject: string
  /** The shortened address of the request is kept too. */
  readonly isSecurity: boolean
}

type Line = {
  readonly kind: string
  readonly actor: 'user' | 'link' | 'visitor' | 'system'
  readonly actorId: string | null
  readonly asUserId: string | null
  readonly subject: string
  readonly subjectId: string
  readonly details: DomainEvent['payload']
  readonly network: string | null
}

/** @returns a line for each event that the log keeps, in their order. */
export function auditLines(
  events: readonly DomainEvent[],
  auditOf: (event: DomainEvent) => AuditedEvent | null,
): readonly Line[] {
  const who = actorNow()
  return events.flatMap((event): Line[] => {
    const kept = auditOf(event)
    if (!kept) return []
    const { type: kind, subjectId, payload: details } = event
    const network = kept.isSecurity ? shortAddress() : null
    return [{ kind, ...who, subject: kept.subject, subjectId, details, network }]
  })
}

function actorNow(): Pick<Line, 'actor' | 'actorId' | 'asUserId'> {
  const context = requestContext()
  if (!context) return { actor: 'system', actorId: null, asUserId: null }
  const { acting } = context
  if (!acting) return { actor: 'visitor', actorId: null, asUserId: null }
  return { actor: acting.kind, actorId: acting.userId, asUserId: acting.asUserId ?? null }
}

/** A part of a WITH: `audited AS (…)`. */
export function auditStatement(lines: readonly Line[], at: Date): Prisma.Sql {
  return Prisma.sql`audited AS (
    INSERT INTO audit_entry (at, kind, actor, actor_id, as_user_id, subject, subject_id, details, network)
    SELECT ${at}, a.kind, a.actor::audit_actor, a."actorId", a."asUserId", a.subject, a."subjectId", a.details, a.network
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS (kind text, actor text, "actorId" uuid,
      "asUserId" uuid, subject text, "subjectId" text, details jsonb, network text)) WITH ORDINALITY
      AS a(kind, actor, "actorId", "asUserId", subject, "subjectId", details, network, n) ORDER BY a.n)`
}
