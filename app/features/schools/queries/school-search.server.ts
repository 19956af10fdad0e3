/**
 * Schools of the register by name, place, municipality, BRIN or postcode as people type them. Every word must occur; when
 * no school has them all, words that are written almost so count as well. At most three statements, 8,622 rows.
 */
import { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import type { SchoolSector } from '../domain/register'
import { askedWords, plainWords } from '../domain/school-search'

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
  /** No school has these words; those shown are written almost so. */
  readonly isGuess: boolean
  readonly rows: readonly SchoolRow[]
}

/** Share of three-letter pieces that a word must have in common with what was typed: "almleo" has half of "almelo". */
const ALIKE = 0.45
/** Shorter words are too easily alike. */
const GUESSABLE = 4

/** @param page from 1; what is no number of a page is 1. */
export async function searchSchools(
  db: Pick<Db, '$queryRaw'>,
  asked: string,
  page: number,
): Promise<SchoolSearch> {
  const words = askedWords(asked)
  if (words.length === 0) return { asked, total: 0, page: 1, pageCount: 0, isGuess: false, rows: [] }
  const exact = await readPage(db, containing(words), asked, words, page)
  if (exact.total > 0) return { asked, ...exact, isGuess: false }
  return { asked, ...(await readPage(db, resembling(words), asked, words, page)), isGuess: true }
}

type Found = Pick<SchoolSearch, 'total' | 'page' | 'pageCount' | 'rows'>
type Row = SchoolRow & { readonly total: number }

async function readPage(
  db: Pick<Db, '$queryRaw'>,
  matches: Prisma.Sql,
  asked: string,
  words: readonly string[],
  page: number,
): Promise<Found> {
  const wanted = Number.isInteger(page) && page > 0 ? Math.min(page, 1_000) : 1
  const rows = await read(db, matches, asked, words, wanted)
  const total = rows[0]?.total ?? 0
  const pageCount = Math.ceil(total / PAGE_SIZE)
  if (wanted <= pageCount || pageCount === 0)
    return { total, page: Math.min(wanted, pageCount), pageCount, rows: schools(rows) }
  return {
    total,
    page: pageCount,
    pageCount,
    rows: schools(await read(db, matches, asked, words, pageCount)),
  }
}

/** A page past the end still tells how many there are, in a row without a school. */
const schools = (rows: readonly Row[]): readonly SchoolRow[] =>
  rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row]))

/** Words are letters and digits only, so they have no meaning in LIKE or in a pattern. */
function containing(words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => Prisma.sql`b.search_text LIKE ${`%${word}%`}`),
    ' AND ',
  )
}

function resembling(words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) =>
      word.length < GUESSABLE
        ? Prisma.sql`b.search_text LIKE ${`%${word}%`}`
        : Prisma.sql`word_similarity(${word}, b.search_text) >= ${ALIKE}`,
    ),
    ' AND ',
  )
}

/**
 * The order: the asked code or place itself; then how closely the words are those of the school, a place counting more
 * than a name; then the likeness of the whole name; then name and code, so that pages never overlap.
 */
async function read(
  db: Pick<Db, '$queryRaw'>,
  matches: Prisma.Sql,
  asked: string,
  words: readonly string[],
  page: number,
): Promise<readonly Row[]> {
  const whole = plainWords(asked)
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
          ELSE word_similarity(w, search_text) END) FROM unnest(${[...words]}::text[]) AS w) AS closeness,
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
