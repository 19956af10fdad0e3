/** What pages and mails say of one project and its members. */

import { isUuid, type RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Member, Project, StopCause } from '../domain/project'

export type NamedMember = Member & {
  readonly name: string
  readonly placeName: string
  /** Of the page of a company; `null` for a school. */
  readonly slug: string | null
}

export type ProjectFacts = Omit<Project, 'members'> & {
  readonly bookingId: string
  readonly stopReason: StopCause | null
  readonly stopText: string | null
  /** In the order in which they were asked. */
  readonly members: readonly NamedMember[]
  /** Of the schools that take part. */
  readonly regionIds: readonly RegionId[]
  /** What became of it; `words` of its address. */
  readonly result: { readonly id: string; readonly words: string; readonly state: string } | null
}

type Row = Omit<ProjectFacts, 'startsOn' | 'endsOn'> & {
  readonly startsOn: Date | null
  readonly endsOn: Date | null
}

/** One statement. @returns `null` when there is none. */
export async function projectFacts(db: Pick<Db, '$queryRaw'>, id: string): Promise<ProjectFacts | null> {
  if (!isUuid(id)) return null
  const [row] = await db.$queryRaw<Row[]>`
    SELECT j.id, j.booking_id AS "bookingId", j.state::text, j.title, j.goal, j.results,
      j.starts_on AS "startsOn", j.ends_on AS "endsOn", j.stop_reason::text AS "stopReason",
      j.stop_text AS "stopText", j.licence::text, j.licence_round AS "licenceRound",
      j.result_offer_id AS "resultOfferId", j.is_demo AS "isDemo",
      (SELECT json_agg(json_build_object('id', m.id, 'branchId', m.branch_id, 'organisationId', m.organisation_id,
          'state', m.state, 'agreedRound', m.agreed_round, 'name', coalesce(b.name, g.name),
          'placeName', coalesce(b.place_name, g.place_name), 'slug', g.slug) ORDER BY m.asked_at, m.id)
        FROM project_member m LEFT JOIN school_branch b ON b.id = m.branch_id
        LEFT JOIN organisation g ON g.id = m.organisation_id WHERE m.project_id = j.id) AS members,
      ARRAY(SELECT DISTINCT r.region_id FROM project_member m JOIN school_branch b ON b.id = m.branch_id
        JOIN region_municipality r ON r.municipality_code = b.municipality_code AND r.valid_from <= now()
          AND (r.valid_until IS NULL OR r.valid_until > now())
        WHERE m.project_id = j.id AND m.state = 'joined' ORDER BY 1) AS "regionIds",
      (SELECT json_build_object('id', o.id, 'words', o.slug, 'state', o.state)
        FROM offer o WHERE o.id = j.result_offer_id) AS result
    FROM project j WHERE j.id = ${id}::uuid`
  if (!row) return null
  return { ...row, startsOn: row.startsOn && asDay(row.startsOn), endsOn: row.endsOn && asDay(row.endsOn) }
}

/** Somebody who is written to. */
export type ProjectReader = {
  readonly memberId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly locale: string
}

const READERS_MAX = 60

/**
 * Of each member who spoke for it, while he still works there, else its leads or owners. One statement.
 * @returns by member; nobody of a school where nobody has an account.
 */
export async function projectReaders(
  db: Pick<Db, '$queryRaw'>,
  memberIds: readonly string[],
): Promise<readonly ProjectReader[]> {
  return db.$queryRaw<ProjectReader[]>`
    WITH asked AS (
      SELECT id, branch_id, organisation_id, user_id FROM project_member WHERE id = ANY(${[...memberIds]}::uuid[])
    ), people AS (
      SELECT a.id, s.user_id, s.role = 'lead' AS leads, coalesce(s.user_id = a.user_id, false) AS is_it
      FROM asked a JOIN school_membership s ON s.branch_id = a.branch_id
      UNION ALL
      SELECT a.id, s.user_id, s.role = 'owner', coalesce(s.user_id = a.user_id, false)
      FROM asked a JOIN organisation_membership s ON s.organisation_id = a.organisation_id
    )
    SELECT p.id AS "memberId", u.id AS "userId", u.name, u.email::text, u.locale
    FROM people p JOIN app_user u ON u.id = p.user_id AND u.email_verified_at IS NOT NULL
    WHERE p.is_it OR (p.leads AND NOT EXISTS (SELECT 1 FROM people x WHERE x.id = p.id AND x.is_it))
    ORDER BY p.id, u.id LIMIT ${READERS_MAX}`
}
