/** Who can follow a request: the coordinators of the regions that its school lies in. One statement. */
import type { Db } from '~/platform/db/client.server'
import type { Owner } from '../domain/follow-up'

/** By name, at most a hundred. */
export function ownersOf(db: Pick<Db, '$queryRaw'>, regionIds: readonly string[]): Promise<readonly Owner[]> {
  return db.$queryRaw<Owner[]>`
    SELECT DISTINCT u.id, u.name FROM coordinator_region c JOIN app_user u ON u.id = c.user_id
    WHERE c.region_id = ANY(${[...regionIds]}::text[]) ORDER BY u.name, u.id LIMIT 100`
}
