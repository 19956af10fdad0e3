/** Where this person's work lies, asked once at sign-in. */
import type { UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type Belongings, landingOf } from '../domain/landing'

/** One statement. */
export async function landing(
  db: Pick<Db, '$queryRaw'>,
  userId: UserId,
): Promise<ReturnType<typeof landingOf>> {
  const [row] = await db.$queryRaw<Belongings[]>`
    SELECT EXISTS (SELECT FROM school_membership WHERE user_id = u.id) AS "hasSchool",
      EXISTS (SELECT FROM organisation_membership WHERE user_id = u.id) AS "hasOrganisation",
      EXISTS (SELECT FROM coordinator_region WHERE user_id = u.id) AS "coordinates",
      u.is_administrator AS "isAdministrator",
      (SELECT payload->>'audience' FROM outbox_event WHERE type = 'SignedUp' AND subject_id = u.id::text
        ORDER BY id LIMIT 1) AS audience
    FROM app_user u WHERE u.id = ${userId}::uuid`
  return row ? landingOf(row) : 'account'
}
