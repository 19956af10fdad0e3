/** What stands in the way of erasing the own account. */
import type { SignedInActor } from '~/authorisation/actor'
import type { Db } from '~/platform/db/client.server'

export type ErasePage = {
  readonly email: string
  readonly isAdministrator: boolean
  /** Companies that would have no owner. */
  readonly companies: readonly { readonly id: string; readonly name: string }[]
  /** Schools of which nobody would be left to follow what they asked. */
  readonly schools: readonly { readonly id: string; readonly name: string; readonly requests: number }[]
}

/** One statement. The same facts decide again when it is done. */
export async function erasePage(db: Pick<Db, '$queryRaw'>, { userId }: SignedInActor): Promise<ErasePage> {
  const [row] = await db.$queryRaw<ErasePage[]>`
    SELECT u.email::text, u.is_administrator AS "isAdministrator",
      (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name), '[]')
        FROM organisation_membership s JOIN organisation g ON g.id = s.organisation_id AND g.stopped_at IS NULL
        WHERE s.user_id = u.id AND s.role = 'owner' AND NOT EXISTS (SELECT FROM organisation_membership o
          WHERE o.organisation_id = g.id AND o.role = 'owner' AND o.user_id <> u.id)) AS companies,
      (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'requests', q.n) ORDER BY b.name), '[]')
        FROM school_membership s JOIN school_branch b ON b.id = s.branch_id
        CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM support_request r
          WHERE r.branch_id = b.id AND r.state IN ('open', 'proposed', 'waiting', 'booked')) q
        WHERE s.user_id = u.id AND q.n > 0 AND NOT EXISTS (SELECT FROM school_membership o
          WHERE o.branch_id = b.id AND o.user_id <> u.id)) AS schools
    FROM app_user u WHERE u.id = ${userId}::uuid`
  if (!row) throw new Error('an actor has an account')
  return row
}
