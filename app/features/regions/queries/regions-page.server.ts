/** The page of all regions: the five landsdelen, their regions on a day, and what there is in each. Five statements at most. */
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { type RegionOf, regionsOf } from './regions-of.server'

export type RegionFigures = { readonly schools: number; readonly companies: number; readonly offers: number }

export type RegionRow = RegionFigures & {
  readonly id: string
  readonly name: string
  readonly kind: 'labour_market' | 'own'
  readonly aliases: readonly string[]
  /** By name. */
  readonly municipalities: readonly string[]
}

/** A municipality in several regions counts in each of them, and once in the figures of the landsdeel. */
export type LandsdeelRow = RegionFigures & {
  readonly id: string
  readonly name: string
  readonly regions: readonly RegionRow[]
}

/** In which region a typed place lies. */
export type WhereIs =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'found'; readonly label: string; readonly regions: readonly RegionOf[] }
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly { readonly label: string; readonly ask: string }[]
    }
  | { readonly kind: 'unknown' }

export type RegionsPage = {
  /** The regions are those of this day. */
  readonly day: CalendarDate
  /** The first later day on which a border or a region changes; `null` when none is known. */
  readonly changesOn: CalendarDate | null
  readonly asked: string
  readonly whereIs: WhereIs
  readonly total: RegionFigures & { readonly regions: number; readonly municipalities: number }
  readonly landsdelen: readonly LandsdeelRow[]
}

export type RegionsPageNeeds = {
  readonly db: Db
  readonly clock: { now(): Date }
  readonly places: {
    resolve(text: string): Promise<
      | { readonly kind: 'found'; readonly label: string; readonly municipalityCode: string }
      | {
          readonly kind: 'ambiguous'
          readonly choices: readonly { readonly label: string; readonly ask: string }[]
        }
      | { readonly kind: 'unknown' }
    >
  }
}

/** @param asked a place or postcode as typed; empty when nobody asks. */
export async function regionsPage(needs: RegionsPageNeeds, asked: string): Promise<RegionsPage> {
  const day = calendarDateOf(needs.clock.now())
  const [landsdelen, total, changesOn, whereIs] = await Promise.all([
    readLandsdelen(needs.db, day),
    readTotal(needs.db, day),
    readNextChange(needs.db, day),
    findPlace(needs, asked, day),
  ])
  return { day, changesOn, asked, whereIs, total, landsdelen }
}

async function findPlace(needs: RegionsPageNeeds, asked: string, day: CalendarDate): Promise<WhereIs> {
  if (asked === '') return { kind: 'not-asked' }
  const answer = await needs.places.resolve(asked)
  if (answer.kind !== 'found') return answer
  return {
    kind: 'found',
    label: answer.label,
    regions: await regionsOf(needs.db, answer.municipalityCode, day),
  }
}

async function readLandsdelen(db: Db, day: CalendarDate): Promise<readonly LandsdeelRow[]> {
  const [row] = await db.$queryRaw<{ landsdelen: LandsdeelRow[] }[]>`
    WITH counted AS (
      SELECT m.code, m.name,
        (SELECT count(*) FROM school_branch b WHERE b.municipality_code = m.code AND b.closed_on IS NULL) AS schools,
        (SELECT count(*) FROM organisation o WHERE o.municipality_code = m.code AND o.verification = 'verified')
          AS companies,
        (SELECT count(*) FROM offer o WHERE o.municipality_code = m.code AND o.state = 'published') AS offers
      FROM municipality m
    ), valid AS (
      SELECT DISTINCT r.id AS region_id, r.landsdeel_id, c.*
      FROM region r JOIN region_municipality rm ON rm.region_id = r.id JOIN counted c ON c.code = rm.municipality_code
      WHERE ${day}::date BETWEEN rm.valid_from AND coalesce(rm.valid_until, 'infinity')
        AND ${day}::date BETWEEN coalesce(r.valid_from, '-infinity') AND coalesce(r.valid_until, 'infinity')
    ), regions AS (
      SELECT r.landsdeel_id, r.kind, r.name, jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind,
        'aliases', r.aliases, 'municipalities', jsonb_agg(v.name ORDER BY v.name COLLATE "nl-x-icu"),
        'schools', sum(v.schools), 'companies', sum(v.companies), 'offers', sum(v.offers)) AS region
      FROM region r JOIN valid v ON v.region_id = r.id GROUP BY r.id
    ), landsdelen AS (
      SELECT l.name, jsonb_build_object('id', l.id, 'name', l.name,
        'regions', (SELECT jsonb_agg(region ORDER BY kind, name COLLATE "nl-x-icu") FROM regions WHERE landsdeel_id = l.id),
        'schools', sum(c.schools), 'companies', sum(c.companies), 'offers', sum(c.offers)) AS landsdeel
      FROM landsdeel l
        JOIN (SELECT DISTINCT landsdeel_id, code, schools, companies, offers FROM valid) c ON c.landsdeel_id = l.id
      GROUP BY l.id
    )
    SELECT coalesce(jsonb_agg(landsdeel ORDER BY name), '[]') AS landsdelen FROM landsdelen`
  return row?.landsdelen ?? []
}

async function readTotal(db: Db, day: CalendarDate): Promise<RegionsPage['total']> {
  const [row] = await db.$queryRaw<RegionsPage['total'][]>`
    SELECT
      (SELECT count(*)::int FROM school_branch WHERE closed_on IS NULL) AS schools,
      (SELECT count(*)::int FROM organisation WHERE verification = 'verified') AS companies,
      (SELECT count(*)::int FROM offer WHERE state = 'published') AS offers,
      (SELECT count(*)::int FROM region
        WHERE ${day}::date BETWEEN coalesce(valid_from, '-infinity') AND coalesce(valid_until, 'infinity')) AS regions,
      (SELECT count(*)::int FROM municipality) AS municipalities`
  return row ?? { schools: 0, companies: 0, offers: 0, regions: 0, municipalities: 0 }
}

async function readNextChange(db: Db, day: CalendarDate): Promise<CalendarDate | null> {
  const [row] = await db.$queryRaw<{ next: string | null }[]>`
    SELECT min(change)::text AS next FROM (
      SELECT valid_from AS change FROM region_municipality
      UNION ALL SELECT valid_until + 1 FROM region_municipality
      UNION ALL SELECT valid_from FROM region
      UNION ALL SELECT valid_until + 1 FROM region) AS changes
    WHERE change > ${day}::date`
  return row?.next ?? null
}
