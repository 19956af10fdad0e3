/** What coordinators know of a request beside the request itself. Two statements. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { calendarDateOf } from '~/kernel/calendar'
import { isUuid, type RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { requestNotFound } from '../../requests/errors'
import type { FollowUp, Note, Owner } from '../domain/follow-up'
import { coordinatorsOf } from './coordinators.server'

/** Notes that are shown, the newest first. */
const NOTES = 50

export type FollowUpOfRequest = FollowUp & {
  readonly owners: readonly Owner[]
  readonly notes: readonly Note[]
  /** Who of the school asked or rang, to ring or write to; `null`: a coordinator entered it for a school with accounts. */
  readonly asker: { readonly name: string; readonly email: string } | null
}

type Row = {
  readonly regionIds: readonly RegionId[]
  readonly askerName: string | null
  readonly askerEmail: string | null
  readonly ownerId: string | null
  readonly dueOn: Date | null
  readonly notes:
    | readonly {
        readonly id: string
        readonly authorId: string | null
        readonly authorName: string | null
        readonly text: string
        readonly at: string
      }[]
    | null
}

/** @throws AppError 401 for a visitor; 404 for what does not exist or lies in no region of the actor. */
export async function followUpOfRequest(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  requestId: string,
): Promise<FollowUpOfRequest> {
  if (!isUuid(requestId)) throw requestNotFound()
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ARRAY(SELECT m.region_id FROM region_municipality m JOIN school_branch b USING (municipality_code)
        WHERE b.id = r.branch_id AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now()))
        AS "regionIds",
      coalesce(c.name, CASE WHEN e.id IS NULL THEN u.name END) AS "askerName",
      coalesce(c.email, CASE WHEN e.id IS NULL THEN u.email END)::text AS "askerEmail", f.owner_id AS "ownerId", f.due_on AS "dueOn",
      (SELECT json_agg(n ORDER BY n.at DESC, n.id) FROM (
        SELECT x.id, x.author_id AS "authorId", a.name AS "authorName", x.text, x.created_at AS at
        FROM request_note x LEFT JOIN app_user a ON a.id = x.author_id
        WHERE x.request_id = r.id ORDER BY x.created_at DESC, x.id LIMIT ${NOTES}) n) AS notes
    FROM support_request r
    JOIN app_user u ON u.id = r.created_by_id
    LEFT JOIN phone_entry e ON e.request_id = r.id AND e.kind = 'entered'
    LEFT JOIN request_caller c ON c.request_id = r.id
    LEFT JOIN request_follow_up f ON f.request_id = r.id
    WHERE r.id = ${requestId}::uuid`
  if (!row) throw requestNotFound()
  allow(actor, 'request.follow-up', row)
  const reader = actor.kind === 'user' ? actor.userId : null
  return {
    ownerId: row.ownerId,
    dueOn: row.dueOn && asDay(row.dueOn),
    owners: await coordinatorsOf(db, row.regionIds),
    notes: (row.notes ?? []).map(({ authorId, at, ...note }) => ({
      ...note,
      on: calendarDateOf(new Date(at)),
      isOwn: authorId !== null && authorId === reader,
    })),
    asker: row.askerEmail ? { name: row.askerName ?? '', email: row.askerEmail } : null,
  }
}
