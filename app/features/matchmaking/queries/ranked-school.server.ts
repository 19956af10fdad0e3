/** Where a school branch is and in which regions it lies. */

import type { HolidayRegion } from '~/generated/prisma/enums'
import { calendarDateOf } from '~/kernel/calendar'
import type { Point } from '~/kernel/geography'
import type { RegionId } from '~/kernel/ids'
import type { ClassLesson } from '~/matching/ranking/subjects'
import { historyOfBranch } from '~/platform/db/class-history.server'
import type { Db, Tx } from '~/platform/db/client.server'

export type RankedSchoolRow = {
  readonly point: Point
  readonly regionIds: readonly RegionId[]
  readonly municipalityCode: string
  readonly history: readonly ClassLesson[]
  readonly holidayRegion: HolidayRegion
  readonly name: string
  readonly placeName: string
}

/** One statement. @returns `null` for a branch that does not exist. */
export async function rankedSchool(
  db: Pick<Db | Tx, '$queryRaw'>,
  branchId: string,
  now: Date,
): Promise<RankedSchoolRow | null> {
  const [row] = await db.$queryRaw<
    {
      lat: number
      lng: number
      regionIds: RegionId[]
      municipalityCode: string
      history: ClassLesson[]
      holidayRegion: HolidayRegion
      name: string
      placeName: string
    }[]
  >`
    SELECT b.lat, b.lng, b.municipality_code AS "municipalityCode", b.holiday_region::text AS "holidayRegion", b.name, b.place_name AS "placeName",
      (SELECT coalesce(array_agg(m.region_id ORDER BY m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds",
      ${historyOfBranch(calendarDateOf(now))} AS history
    FROM school_branch b WHERE b.id = ${branchId}`
  return row ? { ...row, point: { lat: row.lat, lng: row.lng } } : null
}
