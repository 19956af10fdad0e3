/** The school of the reader, as the pages of one offer and one company measure from it. */
import type { Actor } from '~/authorisation/actor'
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'

export type ReadersSchool = {
  readonly name: string
  readonly point: Point
  readonly regionIds: readonly string[]
  readonly municipalityCode: string
}

type Row = {
  readonly name: string
  readonly lat: number
  readonly lng: number
  readonly regionIds: readonly string[]
  readonly municipalityCode: string
}

/** @returns the school of a reader who works at one (of several the one with the lowest code), else `null`. One statement. */
export async function readersSchool(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  now: Date,
): Promise<ReadersSchool | null> {
  if (actor.kind !== 'user' || actor.schools.size === 0) return null
  const [id] = [...actor.schools.keys()].sort()
  const [row] = await db.$queryRaw<Row[]>`
    SELECT b.name, b.lat, b.lng, b.municipality_code AS "municipalityCode",
      ARRAY(SELECT region_id FROM region_municipality r WHERE r.municipality_code = b.municipality_code
        AND r.valid_from <= ${now}::date AND (r.valid_until IS NULL OR r.valid_until > ${now}::date)) AS "regionIds"
    FROM school_branch b WHERE b.id = ${id}`
  if (!row) return null
  const { lat, lng, ...school } = row
  return { ...school, point: { lat, lng } }
}
