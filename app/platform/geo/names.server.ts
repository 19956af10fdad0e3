/** The names on the map: places, municipalities, regions, provinces, each with where it is. Some 2,900, kept in memory. */
import type { Clock } from '~/kernel/calendar'
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'

export type KnownName = {
  readonly kind: 'place' | 'municipality' | 'region' | 'province'
  readonly name: string
  /** What else people call it. */
  readonly aliases: readonly string[]
  /** Of an area the mean of its municipalities. */
  readonly point: Point
  /** Of a place the one that it lies in. */
  readonly municipalityCodes: readonly string[]
}

export type Names = () => Promise<readonly KnownName[]>

type Row = Omit<KnownName, 'point'> & { readonly lat: number; readonly lng: number }

/** They change once a year. */
const FRESH_MS = 6 * 60 * 60 * 1000
const NAMES_MAX = 20_000

/** Other names of provinces than the register's. */
const PROVINCES: Readonly<Record<string, readonly string[]>> = {
  Fryslân: ['Friesland'],
  Friesland: ['Fryslân'],
  'Noord-Brabant': ['Brabant', 'North Brabant'],
  'Noord-Holland': ['North Holland'],
  'Zuid-Holland': ['South Holland'],
  Zeeland: ['Zealand'],
}

/** @returns a function that reads them at the first call and again after six hours: one statement each time. */
export function makeNames(db: Pick<Db, '$queryRaw'>, clock: Clock): Names {
  let kept: { readonly names: Promise<readonly KnownName[]>; readonly readAt: number } | null = null
  return () => {
    const now = clock.now()
    if (kept && now.getTime() - kept.readAt < FRESH_MS) return kept.names
    const names = readNames(db, now)
    const reading = { names, readAt: now.getTime() }
    kept = reading
    // What failed, and what a database without a register gave, is not kept.
    const drop = () => {
      if (kept === reading) kept = null
    }
    names.then((read) => read.length === 0 && drop(), drop)
    return names
  }
}

async function readNames(db: Pick<Db, '$queryRaw'>, now: Date): Promise<readonly KnownName[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'place' AS kind, name, aliases, lat, lng, ARRAY[municipality_code] AS "municipalityCodes" FROM place
    UNION ALL
    SELECT 'municipality', name, '{}'::text[], lat, lng, ARRAY[code] FROM municipality
    UNION ALL
    SELECT 'region', r.name, r.aliases, avg(m.lat), avg(m.lng), array_agg(m.code ORDER BY m.code)
    FROM region r JOIN region_municipality rm ON rm.region_id = r.id AND rm.valid_from <= ${now}::date
      AND (rm.valid_until IS NULL OR rm.valid_until > ${now}::date)
    JOIN municipality m ON m.code = rm.municipality_code
    WHERE (r.valid_from IS NULL OR r.valid_from <= ${now}::date)
      AND (r.valid_until IS NULL OR r.valid_until > ${now}::date)
    GROUP BY r.id
    UNION ALL
    SELECT 'province', province, '{}'::text[], avg(lat), avg(lng), array_agg(code ORDER BY code)
    FROM municipality GROUP BY province
    LIMIT ${NAMES_MAX}`
  return rows.map(({ lat, lng, ...row }) => ({
    ...row,
    aliases: row.kind === 'province' ? (PROVINCES[row.name] ?? []) : row.aliases,
    point: { lat, lng },
  }))
}
