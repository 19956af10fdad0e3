/** Accounts as an administrator finds them. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

const SHOWN = 50

export type PersonLine = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isBlocked: boolean
}

/** By a part of the name or the address, without capitals; at most fifty. One statement. @throws AppError 401, 404. */
export async function findPeople(needs: Needs, actor: Actor, who: string): Promise<readonly PersonLine[]> {
  allow(actor, 'administration.enter', {})
  const like = `%${who.replace(/[\\%_]/g, '\\$&')}%`
  return needs.db.$queryRaw<PersonLine[]>`
    SELECT id, name, email::text, blocked_at IS NOT NULL AS "isBlocked" FROM app_user
    WHERE erased_at IS NULL AND (name ILIKE ${like} OR email::text ILIKE ${like})
    ORDER BY name, id LIMIT ${SHOWN}`
}

/** Who is blocked, the newest first; at most fifty. One statement. @throws AppError 401, 404. */
export async function blockedPeople(needs: Needs, actor: Actor) {
  allow(actor, 'administration.enter', {})
  const rows = await needs.db.$queryRaw<(PersonLine & { reason: string; blockedAt: Date })[]>`
    SELECT id, name, email::text, true AS "isBlocked", blocked_reason AS reason, blocked_at AS "blockedAt"
    FROM app_user WHERE blocked_at IS NOT NULL ORDER BY blocked_at DESC, id LIMIT ${SHOWN}`
  return rows.map(({ blockedAt, ...row }) => ({ ...row, blockedOn: calendarDateOf(blockedAt) }))
}
export type BlockedPeople = Awaited<ReturnType<typeof blockedPeople>>

type Row = PersonLine & {
  readonly createdAt: Date
  readonly emailVerified: boolean
  readonly isAdministrator: boolean
  readonly blockedReason: string | null
  readonly sessions: number
  readonly lastSignInAt: Date | null
  readonly schools: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly organisations: readonly { readonly slug: string; readonly name: string; readonly role: string }[]
  readonly regions: readonly string[]
}

/** One statement. @throws AppError 401; 404 for who is no administrator, and for an unknown account. */
export async function personPage({ db, clock }: Needs, actor: Actor, id: string) {
  allow(actor, 'administration.enter', {})
  if (!isUuid(id)) throw notFound('page.not-found')
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email::text, u.blocked_at IS NOT NULL AS "isBlocked", u.created_at AS "createdAt",
      u.email_verified_at IS NOT NULL AS "emailVerified", u.is_administrator AS "isAdministrator",
      u.blocked_reason AS "blockedReason",
      (SELECT count(*)::int FROM session s WHERE s.user_id = u.id AND s.expires_at > ${clock.now()}) AS sessions,
      (SELECT max(a.at) FROM audit_entry a WHERE a.actor_id = u.id AND a.kind = 'SignedIn') AS "lastSignInAt",
      (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'role', s.role) ORDER BY b.name), '[]')
        FROM school_membership s JOIN school_branch b ON b.id = s.branch_id WHERE s.user_id = u.id) AS schools,
      (SELECT coalesce(json_agg(json_build_object('slug', g.slug, 'name', g.name, 'role', s.role) ORDER BY g.name), '[]')
        FROM organisation_membership s JOIN organisation g ON g.id = s.organisation_id
        WHERE s.user_id = u.id) AS organisations,
      ARRAY(SELECT r.name FROM coordinator_region c JOIN region r ON r.id = c.region_id
        WHERE c.user_id = u.id ORDER BY r.name) AS regions
    FROM app_user u WHERE u.id = ${id}::uuid AND u.erased_at IS NULL`
  if (!row) throw notFound('page.not-found')
  const { createdAt, lastSignInAt, ...facts } = row
  return {
    ...facts,
    since: calendarDateOf(createdAt),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    isSelf: actor.kind === 'user' && actor.userId === id,
  }
}
export type PersonPage = Awaited<ReturnType<typeof personPage>>
