/**
 * Schools of the register by name, place, municipality, BRIN or postcode as people type them. Every word must occur, also
 * within a longer one; when no school has them all, words that no school has are taken for what they are nearest to.
 * At most four statements over some 9,000 rows.
 */
import { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import type { SchoolSector } from '../domain/register'
import { askedWords } from '../domain/school-search'
import { type Candidate, meantWord } from '../domain/spelling'

export const PAGE_SIZE = 20

export type SchoolRow = {
  /** `00AH00`. */
  readonly id: string
  readonly name: string
  readonly street: string
  readonly houseNumber: string
  readonly postcode: string
  readonly placeName: string
  readonly municipalityName: string
  readonly sector: SchoolSector
  readonly registerLevels: readonly string[]
}

export type SchoolSearch = {
  /** As typed; empty when nobody asks. */
  readonly asked: string
  readonly total: number
  /** From 1. The last page stands for all after it. */
  readonly page: number
  readonly pageCount: number
  /** What was looked for instead, when no school has what was typed; else `null`. */
  readonly meant: string | null
  readonly rows: readonly SchoolRow[]
}

/** Words this alike are weighed: low, so that a short word with two letters swapped is among them. */
const ALIKE = 0.2
const CANDIDATES_MAX = 40

/** @param page from 1; what is no number of a page is 1. */
export async function searchSchools(
  db: Pick<Db, '$queryRaw'>,
  asked: string,
  page: number,
): Promise<SchoolSearch> {
  const words = askedWords(asked)
  if (words.length === 0) return { asked, total: 0, page: 1, pageCount: 0, meant: null, rows: [] }
  const exact = await readPage(db, words, page)
  if (exact.total > 0) return { asked, ...exact, meant: null }
  const meant = await meantWords(db, words)
  if (meant === null) return { asked, ...exact, meant: null }
  return { asked, ...(await readPage(db, meant, page)), meant: meant.join(' ') }
}

/** @returns the words with those that no school has replaced; `null` when one of them is near to none. One statement. */
async function meantWords(
  db: Pick<Db, '$queryRaw'>,
  words: readonly string[],
): Promise<readonly string[] | null> {
  const rows = await db.$queryRaw<{ typed: string; occurs: boolean; candidates: Candidate[] }[]>`
    WITH known AS (
      SELECT word, count(*)::int AS schools FROM school_branch b, unnest(string_to_array(b.search_text, ' ')) AS word
      WHERE b.closed_on IS NULL GROUP BY word
    )
    SELECT typed, EXISTS (SELECT 1 FROM known WHERE word LIKE '%' || typed || '%') AS occurs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('word', word, 'schools', schools)), '[]') FROM (
        SELECT word, schools FROM known WHERE similarity(word, typed) >= ${ALIKE}
        ORDER BY similarity(word, typed) DESC LIMIT ${CANDIDATES_MAX}) AS near) AS candidates
    FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS asked(typed, position) ORDER BY position`
  const meant = rows.map(({ typed, occurs, candidates }) => (occurs ? typed : meantWord(typed, candidates)))
  return meant.every((word) => word !== null) && rows.some((row) => !row.occurs) ? meant : null
}

type Found = Pick<SchoolSearch, 'total' | 'page' | 'pageCount' | 'rows'>
type Row = SchoolRow & { readonly total: number }

async function readPage(db: Pick<Db, '$queryRaw'>, words: readonly string[], page: number): Promise<Found> {
  const wanted = Number.isInteger(page) && page > 0 ? Math.min(page, 1_000) : 1
  const rows = await read(db, words, wanted)
  const total = rows[0]?.total ?? 0
  const pageCount = Math.ceil(total / PAGE_SIZE)
  if (wanted <= Math.max(pageCount, 1)) return { total, page: wanted, pageCount, rows: schools(rows) }
  if (pageCount === 0) return { total, page: 1, pageCount, rows: [] }
  return { total, page: pageCount, pageCount, rows: schools(await read(db, words, pageCount)) }
}

/** A page past the end still tells how many there are, in a row without a school. */
const schools = (rows: readonly Row[]): readonly SchoolRow[] =>
  rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row]))

/**
 * The order: the asked code itself; then how closely the words are those of the school, a place counting more than a name
 * and all of them in a row more than apart; then the likeness of the whole; then name and code, so that pages never
 * overlap.
 */
async function read(
  db: Pick<Db, '$queryRaw'>,
  words: readonly string[],
  page: number,
): Promise<readonly Row[]> {
  const whole = words.join(' ')
  // Words are letters and digits only, so they have no meaning in LIKE or in a pattern.
  const matches = Prisma.join(
    words.map((word) => Prisma.sql`b.search_text LIKE ${`%${word}%`}`),
    ' AND ',
  )
  return db.$queryRaw<Row[]>`
    WITH found AS (
      SELECT b.*, m.name AS municipality_name, lower(unaccent(b.name)) AS plain_name,
        regexp_replace(lower(unaccent(b.place_name)), '[^a-z0-9]+', ' ', 'g') AS plain_place
      FROM school_branch b JOIN municipality m ON m.code = b.municipality_code
      WHERE b.closed_on IS NULL AND ${matches}
    ), ranked AS (
      SELECT f.*,
        (lower(f.id) = ${whole} OR lower(f.brin) = ${whole} OR lower(f.postcode) = ${whole})::int AS is_code,
        (SELECT sum(CASE WHEN plain_place ~ ('\\m' || w) THEN 3 WHEN plain_name ~ ('\\m' || w) THEN 2
          ELSE 1 END) FROM unnest(${[...words]}::text[]) AS w)
          + CASE WHEN search_text LIKE ${`%${whole}%`} THEN 3 ELSE 0 END AS closeness,
        similarity(f.plain_name || ' ' || f.plain_place, ${whole}) AS likeness
      FROM found f
    )
    SELECT c.total, p.* FROM (SELECT count(*)::int AS total FROM ranked) c LEFT JOIN (
      SELECT id, name, street, house_number AS "houseNumber", postcode, place_name AS "placeName",
        municipality_name AS "municipalityName", sector::text AS sector, register_levels AS "registerLevels"
      FROM ranked ORDER BY is_code DESC, closeness DESC, likeness DESC, name, id
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    ) p ON true`
}
