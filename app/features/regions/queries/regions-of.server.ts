/** In which regions a municipality lies, on a day: regions overlap and change. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

export type RegionOf = {
  readonly id: string
  readonly name: string
  readonly kind: 'labour_market' | 'own'
  readonly landsdeelName: string
}

/**
 * @param municipalityCode `GM0141`.
 * @param day on which both the region and the membership are valid; their last day is included.
 * @returns labour-market regions first, then own regions, each by name. Empty for an unknown municipality. One statement.
 */
export async function regionsOf(
  db: Pick<Db, '$queryRaw'>,
  municipalityCode: string,
  day: CalendarDate,
): Promise<readonly RegionOf[]> {
  return db.$queryRaw<RegionOf[]>`
    SELECT r.id, r.name, r.kind::text AS kind, l.name AS "landsdeelName"
    FROM region_municipality m JOIN region r ON r.id = m.region_id JOIN landsdeel l ON l.id = r.landsdeel_id
    WHERE m.municipality_code = ${municipalityCode}
      AND ${day}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity')
      AND ${day}::date BETWEEN coalesce(r.valid_from, '-infinity') AND coalesce(r.valid_until, 'infinity')
    GROUP BY r.id, l.name ORDER BY r.kind, r.name`
}
