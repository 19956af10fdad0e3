/** Places and postcodes as people type them. */

import { fold } from '~/kernel/fold'
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'

export type KnownPlace = {
  /** As it is shown: "7601 Almelo", "Bergen (Bergen NH)". */
  readonly label: string
  readonly point: Point
  readonly placeName: string
  readonly municipalityCode: string
  /** Empty for a postcode. */
  readonly municipalityName: string
}

/** What a typed place or postcode turned out to be. */
export type ResolvedPlace =
  | ({ readonly kind: 'found' } & KnownPlace)
  /** Several are meant, or the nearest in spelling; `ask` is what to type to get exactly that one. */
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly { readonly label: string; readonly ask: string }[]
    }
  | { readonly kind: 'unknown' }

export type Places = ReturnType<typeof makePlaces>

type Row = {
  readonly placeName: string
  readonly municipalityName: string
  readonly municipalityCode: string
  readonly province: string
  readonly aliases: readonly string[]
  readonly lat: number
  readonly lng: number
  readonly closeness: number
  readonly isShared: boolean
}

/** Four digits, two letters or not, and the place behind them or not: `7601`, `7601 AB`, `7601 Almelo`. */
const POSTCODE = /^([1-9][0-9]{3})\s*(?:[a-z]{2})?(?:[\s,]+[^\d]+)?$/i

/** Names that are at least this alike are offered as what may have been meant. */
const ALIKE = 0.45

export function makePlaces(db: Pick<Db, '$queryRaw' | 'postcodeArea'>) {
  return {
    /** @param postcode `7601`, `7601AB` or `7601 ab`. @returns `null` when there is no such postcode. One statement. */
    async ofPostcode(postcode: string): Promise<KnownPlace | null> {
      const pc4 = POSTCODE.exec(postcode.trim())?.[1]
      const area = pc4 && (await db.postcodeArea.findUnique({ where: { pc4 } }))
      if (!area) return null
      return {
        label: `${area.pc4} ${area.placeName}`,
        point: { lat: area.lat, lng: area.lng },
        placeName: area.placeName,
        municipalityCode: area.municipalityCode,
        municipalityName: '',
      }
    },

    /**
     * @param text a postcode, a place, or a place with its municipality or province behind it in brackets or after a
     * comma.
     * One statement.
     */
    async resolve(text: string): Promise<ResolvedPlace> {
      const asked = text.trim().slice(0, 100)
      if (POSTCODE.test(asked)) {
        const known = await this.ofPostcode(asked)
        return known ? { kind: 'found', ...known } : { kind: 'unknown' }
      }
      const { name, rest } = splitName(asked)
      if (fold(name) === '') return { kind: 'unknown' }
      const rows = await search(db, fold(name), 8)
      const exact = rows.filter((row) => row.closeness === 1)
      const meant = rest === '' ? exact : exact.filter((row) => isIn(row, rest, asked))
      const [only] = meant
      if (only && meant.length === 1) return { kind: 'found', ...known(only) }
      const alike = exact.length > 0 ? exact : rows.filter((row) => row.closeness >= ALIKE)
      if (alike.length === 0) return { kind: 'unknown' }
      return {
        kind: 'ambiguous',
        choices: alike.map((row) => ({ label: known(row).label, ask: fullName(row) })),
      }
    },

    /** What somebody who types may mean, the best first. One statement. */
    async suggest(text: string, limit: number): Promise<readonly KnownPlace[]> {
      if (POSTCODE.test(text.trim())) {
        const place = await this.ofPostcode(text)
        return place ? [place] : []
      }
      const folded = fold(text).slice(0, 100)
      if (folded.length < 2) return []
      return (await search(db, folded, limit)).filter((row) => row.closeness >= ALIKE).map(known)
    },
  }
}

/** Same name or alias first (1), then names that begin so (0.9), then by likeness of their letters. */
async function search(db: Pick<Db, '$queryRaw'>, folded: string, limit: number): Promise<readonly Row[]> {
  return db.$queryRaw<Row[]>`
    WITH names AS (
      SELECT p.*, lower(unaccent(p.name)) AS plain,
        ARRAY(SELECT lower(unaccent(a)) FROM unnest(p.aliases) AS a) AS plain_aliases
      FROM place p
    ), found AS (
      SELECT n.*, CASE
        WHEN plain = ${folded} OR ${folded} = ANY(plain_aliases) THEN 1::float8
        WHEN starts_with(plain, ${folded}) THEN 0.9
        ELSE least(0.89, greatest(similarity(plain, ${folded}),
          (SELECT max(similarity(a, ${folded})) FROM unnest(plain_aliases) AS a))) END AS closeness
      FROM names n
    )
    SELECT f.name AS "placeName", m.name AS "municipalityName", m.code AS "municipalityCode", m.province, f.aliases,
      f.lat, f.lng, f.closeness::float8 AS closeness,
      (SELECT count(*) > 1 FROM names s WHERE s.plain = f.plain OR f.plain = ANY(s.plain_aliases)) AS "isShared"
    FROM found f JOIN municipality m ON m.code = f.municipality_code
    WHERE f.closeness > 0.2
    ORDER BY f.closeness DESC,
      (SELECT count(*) FROM school_branch b
        WHERE b.municipality_code = m.code AND (b.place_name = f.name OR b.place_name = ANY(f.aliases))) DESC,
      f.name, m.name
    LIMIT ${limit}`
}

function known(row: Row): KnownPlace {
  return {
    label: row.isShared ? fullName(row) : row.placeName,
    point: { lat: row.lat, lng: row.lng },
    placeName: row.placeName,
    municipalityCode: row.municipalityCode,
    municipalityName: row.municipalityName,
  }
}

/** "Beek (Montferland)". The name of the municipality alone where it says both: "Bergen (NH.)". */
function fullName({ placeName, municipalityName }: Row): string {
  return municipalityName.startsWith(`${placeName} (`)
    ? municipalityName
    : `${placeName} (${municipalityName})`
}

/** "Beek (Montferland)" and "Beek, Montferland" are a name and where it is; the rest is empty where nothing follows. */
function splitName(asked: string): { readonly name: string; readonly rest: string } {
  const at = asked.search(/[(,]/)
  return at < 0
    ? { name: asked, rest: '' }
    : { name: asked.slice(0, at), rest: lettersOf(asked.slice(at + 1)) }
}

/** @param rest what follows the name. @param asked all that was typed, which may be an alias: "Hengelo (Gld)". */
function isIn(row: Row, rest: string, asked: string): boolean {
  const municipality = lettersOf(row.municipalityName)
  return (
    municipality === rest ||
    municipality === `${lettersOf(row.placeName)} ${rest}` ||
    lettersOf(row.province) === rest ||
    row.aliases.some((alias) => lettersOf(alias) === lettersOf(asked))
  )
}

const lettersOf = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
