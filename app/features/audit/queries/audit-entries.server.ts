/** Lines of the log with the names of now. An administrator reads all; a coordinator what is about the own regions. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { Prisma } from '~/generated/prisma/client'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import type { AuditSubject } from '../domain/audited'
import type { AuditQuery } from '../schemas'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

export type AuditView = 'all' | 'regions'

export type AuditEntryRow = {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly actor: 'user' | 'link' | 'visitor' | 'system'
  readonly actorId: string | null
  /** `null`: nobody, or the account is gone. */
  readonly actorName: string | null
  readonly asUserName: string | null
  readonly subject: AuditSubject
  readonly subjectId: string
  /** The name that it has now; `null` where it has none, or is gone. */
  readonly subjectName: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly network: string | null
}

/**
 * Newest first. One statement.
 * @param asked `view`: `all` is for administrators. `limit`: at most so many.
 * @throws AppError 401; 404 for who may not read it.
 */
export async function auditEntries(
  { db, clock }: Needs,
  actor: Actor,
  { view, query, limit }: { readonly view: AuditView; readonly query: AuditQuery; readonly limit: number },
): Promise<readonly AuditEntryRow[]> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const regionIds = [...actor.regions]
  if (view === 'all') allow(actor, 'administration.enter', {})
  else allow(actor, 'region.see-board', { regionIds })
  const today = calendarDateOf(clock.now())
  const scope = view === 'all' ? Prisma.sql`true` : inRegions(regionIds, today)
  return db.$queryRaw<AuditEntryRow[]>`
    SELECT a.id::text, a.at, a.kind, a.actor::text, a.actor_id AS "actorId", a.subject, a.subject_id AS "subjectId",
      a.details, a.network, u.name AS "actorName", x.name AS "asUserName",
      CASE a.subject ${NAMES} END AS "subjectName"
    FROM (
      SELECT * FROM audit_entry a WHERE ${wanted(query)} AND ${scope} ORDER BY a.id DESC LIMIT ${limit}
    ) a
    LEFT JOIN app_user u ON u.id = a.actor_id
    LEFT JOIN app_user x ON x.id = a.as_user_id
    ORDER BY a.id DESC`
}

function wanted(query: AuditQuery): Prisma.Sql {
  const { kind, subject, by, about, from, until, before } = query
  const parts = [
    kind === undefined ? null : Prisma.sql`a.kind = ${kind}`,
    subject === undefined ? null : Prisma.sql`a.subject = ${subject}`,
    by === undefined ? null : Prisma.sql`a.actor_id = ${by}::uuid`,
    about === undefined ? null : Prisma.sql`a.subject_id = ${about}`,
    from === undefined ? null : Prisma.sql`a.at >= ${from}::date::timestamp AT TIME ZONE 'Europe/Amsterdam'`,
    until === undefined
      ? null
      : Prisma.sql`a.at < (${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'`,
    before === undefined ? null : Prisma.sql`a.id < ${BigInt(before)}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' AND ')
}

/** Ids of the log are text: only those that can be one are compared as a uuid. */
const UUID = Prisma.sql`CASE WHEN a.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN a.subject_id::uuid END`

const NAMES = Prisma.sql`
  WHEN 'user' THEN (SELECT s.name FROM app_user s WHERE s.id = ${UUID})
  WHEN 'organisation' THEN (SELECT s.name FROM organisation s WHERE s.id = ${UUID})
  WHEN 'branch' THEN (SELECT s.name FROM school_branch s WHERE s.id = a.subject_id)
  WHEN 'offer' THEN (SELECT s.title FROM offer s WHERE s.id = ${UUID})
  WHEN 'request' THEN (SELECT s.title FROM support_request s WHERE s.id = ${UUID})
  WHEN 'region' THEN (SELECT s.name FROM region s WHERE s.id = a.subject_id)`

/** What lies in the regions: the organisation or the school that it is about, or that an offer or a request is of. */
function inRegions(regionIds: readonly string[], today: string): Prisma.Sql {
  const here = Prisma.sql`(SELECT m.municipality_code FROM region_municipality m
    WHERE m.region_id = ANY(${[...regionIds]}::text[])
      AND ${today}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity'))`
  const offer = (id: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM offer o
    JOIN organisation s ON s.id = o.organisation_id WHERE o.id = ${id} AND s.municipality_code IN ${here})`
  const request = (id: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM support_request r
    JOIN school_branch s ON s.id = r.branch_id WHERE r.id = ${id} AND s.municipality_code IN ${here})`
  const claim = (id: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM place_claim c
    JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
    JOIN school_branch s ON s.id = r.branch_id WHERE c.id = ${id} AND s.municipality_code IN ${here})`
  return Prisma.sql`CASE a.subject
    WHEN 'organisation' THEN EXISTS (SELECT FROM organisation s
      WHERE s.id = ${UUID} AND s.municipality_code IN ${here})
    WHEN 'branch' THEN EXISTS (SELECT FROM school_branch s
      WHERE s.id = a.subject_id AND s.municipality_code IN ${here})
    WHEN 'offer' THEN ${offer(UUID)}
    WHEN 'request' THEN ${request(UUID)}
    WHEN 'proposal' THEN EXISTS (SELECT FROM proposal p WHERE p.id = ${UUID}
      AND (${offer(Prisma.sql`p.offer_id`)} OR ${request(Prisma.sql`p.request_id`)}))
    WHEN 'booking' THEN EXISTS (SELECT FROM booking b WHERE b.id = ${UUID} AND ${claim(Prisma.sql`b.claim_id`)})
    WHEN 'hold' THEN EXISTS (SELECT FROM hold h WHERE h.id = ${UUID} AND ${claim(Prisma.sql`h.claim_id`)})
    WHEN 'round' THEN EXISTS (SELECT FROM clearing_round w
      WHERE w.id = ${UUID} AND w.region_ids && ${[...regionIds]}::text[])
    WHEN 'region' THEN a.subject_id = ANY(${[...regionIds]}::text[])
    ELSE false END`
}
