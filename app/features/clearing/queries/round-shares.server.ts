/** Who gets a place, by region, level and kind of school: before the round, in the order of arrival, and by it. */
import type { Level } from '~/kernel/education'
import type { Db } from '~/platform/db/client.server'
import type { AskingRequest } from '../domain/asking'
import type { Share } from '../domain/round-page'
import type { SchoolSector } from '../domain/waiting-filter'
import type { Assigned } from './assigned-groups.server'

export type Counted = {
  readonly region: string | null
  readonly level: Level | null
  readonly sector: SchoolSector | null
  readonly total: number
  readonly placed: number
}

/** Groups of requests that are alive, by region, by level and by kind of school. One statement. */
export async function countedGroups(
  db: Pick<Db, '$queryRaw'>,
  regionIds: readonly string[],
  now: Date,
): Promise<readonly Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT m.region_id AS region, r.level, b.sector::text AS sector, count(*)::int AS total,
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL))::int AS placed
    FROM support_request r
    JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
    JOIN school_branch b ON b.id = r.branch_id
    JOIN region_municipality m ON m.municipality_code = b.municipality_code AND m.region_id = ANY(${[...regionIds]}::text[])
      AND m.valid_from <= ${now}::date AND (m.valid_until IS NULL OR m.valid_until > ${now}::date)
    WHERE r.state IN ('open', 'proposed', 'waiting', 'booked', 'done')
    GROUP BY GROUPING SETS ((m.region_id), (r.level), (b.sector)) ORDER BY 1, 2, 3`
}

type Facts = {
  readonly counted: readonly Counted[]
  readonly assigned: readonly Assigned[]
  readonly requests: ReadonlyMap<string, AskingRequest>
  /** Groups that would get a place in the order of arrival. */
  readonly firstCome: ReadonlySet<string>
  readonly regions: readonly { readonly id: string; readonly name: string }[]
  /** Whether what had a place is as it was before the round. */
  readonly isPreview: boolean
}

/** Only those of which somebody waits. */
export function sharesOf({
  counted,
  assigned,
  requests,
  firstCome,
  regions,
  isPreview,
}: Facts): readonly Share[] {
  return counted.flatMap(({ region, level, sector, total, placed }): Share[] => {
    const own = assigned.filter(({ requestId }) => {
      const asking = requests.get(requestId)
      if (region) return asking?.regionIds.includes(region)
      return level ? asking?.request.level === level : asking?.sector === sector
    })
    if (own.length === 0) return []
    const of = region
      ? { region: regions.find((one) => one.id === region)?.name ?? region }
      : level
        ? { level }
        : { sector: sector as SchoolSector }
    return [
      {
        of,
        waiting: own.length,
        firstCome: own.filter(({ groupId }) => firstCome.has(groupId)).length,
        added: own.filter(({ offer }) => offer !== null).length,
        all: isPreview ? { total, before: placed } : null,
      },
    ]
  })
}
