/** The coordinators of regions, by name, at most a hundred: who can follow a request there. One statement. */
import type { RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { Owner } from '../domain/follow-up'

export function coordinatorsOf(
  db: Pick<Db, '$queryRaw'>,
  regionIds: readonly RegionId[],
): Promise<readonly Owner[]> {
  return db.$queryRaw<Owner[]>`
    SELECT DISTINCT u.id, u.name FROM coordinator_region c JOIN app_user u ON u.id = c.user_id
    WHERE c.region_id = ANY(${[...regionIds]}::text[]) ORDER BY u.name, u.id LIMIT 100`
}
