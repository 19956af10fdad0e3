/** The page with which a call begins: who rings, and what was entered lately. At most three statements. */

import { Prisma } from '~/generated/prisma/client'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { fold } from '~/kernel/fold'
import type { RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { askedWords } from '../../schools/domain/school-search'
import { FOUND_MAX, type PhoneEntryKind } from '../domain/phone-entry'

export type RangSchool = {
  readonly id: string
  readonly name: string
  readonly placeName: string
  readonly hasStaff: boolean
}
export type RangCompany = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly placeName: string
}
export type LateEntry = {
  readonly id: string
  readonly kind: PhoneEntryKind
  readonly byName: string | null
  readonly on: CalendarDate
  readonly title: string
  /** Of the school or the company. */
  readonly of: string
  readonly requestId: string | null
  readonly offerId: string | null
}

export type PhonePage = {
  readonly asked: string
  /** `null`: nothing was asked. */
  readonly found: {
    readonly schools: readonly RangSchool[]
    readonly companies: readonly RangCompany[]
  } | null
  /** Whether the reader enters for others: a coordinator, not an administrator of the whole country. */
  readonly mayEnter: boolean
  /** The newest first. */
  readonly lately: readonly LateEntry[]
}

const LATELY_MAX = 15

/** Only schools and companies of the reader's own regions. @param regions those, as the board has found them. */
export async function phonePage(
  db: Pick<Db, '$queryRaw'>,
  regions: { readonly ids: readonly RegionId[]; readonly mayRun: boolean },
  asked: string,
): Promise<PhonePage> {
  const words = askedWords(asked)
  const regionIds = [...regions.ids]
  const [schools, companies, lately] = await Promise.all([
    words.length === 0 ? [] : schoolsOf(db, regionIds, words),
    words.length === 0 ? [] : companiesOf(db, regionIds, asked),
    latelyIn(db, regionIds),
  ])
  return {
    asked,
    found: words.length === 0 ? null : { schools, companies },
    mayEnter: regions.mayRun,
    lately,
  }
}

const IN_REGIONS = (regionIds: readonly string[]) => Prisma.sql`
  IN (SELECT municipality_code FROM region_municipality WHERE region_id = ANY(${[...regionIds]}::text[])
    AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now()))`

function schoolsOf(
  db: Pick<Db, '$queryRaw'>,
  regionIds: readonly string[],
  words: readonly string[],
): Promise<RangSchool[]> {
  // Words are letters and digits only, so they have no meaning in LIKE.
  const matches = Prisma.join(
    words.map((word) => Prisma.sql`b.search_text LIKE ${`%${word}%`}`),
    ' AND ',
  )
  return db.$queryRaw<RangSchool[]>`
    SELECT b.id, b.name, b.place_name AS "placeName", EXISTS (SELECT 1 FROM school_membership s
      JOIN app_user u ON u.id = s.user_id WHERE s.branch_id = b.id AND u.email_verified_at IS NOT NULL) AS "hasStaff"
    FROM school_branch b
    WHERE b.closed_on IS NULL AND b.municipality_code ${IN_REGIONS(regionIds)} AND ${matches}
    ORDER BY b.name, b.id LIMIT ${FOUND_MAX}`
}

function companiesOf(
  db: Pick<Db, '$queryRaw'>,
  regionIds: readonly string[],
  asked: string,
): Promise<RangCompany[]> {
  const like = `%${fold(asked).replace(/[\\%_]/g, '')}%`
  return db.$queryRaw<RangCompany[]>`
    SELECT o.id, o.slug, o.name, o.place_name AS "placeName" FROM organisation o
    WHERE o.municipality_code ${IN_REGIONS(regionIds)} AND o.verification <> 'refused'
      AND lower(unaccent(o.name || ' ' || o.place_name)) LIKE ${like}
    ORDER BY o.name, o.id LIMIT ${FOUND_MAX}`
}

async function latelyIn(db: Pick<Db, '$queryRaw'>, regionIds: readonly string[]): Promise<LateEntry[]> {
  const rows = await db.$queryRaw<(Omit<LateEntry, 'on'> & { readonly at: Date })[]>`
    SELECT e.id, e.kind::text, u.name AS "byName", e.at, coalesce(r.title, o.title) AS title,
      coalesce(b.name, g.name) AS of, e.request_id AS "requestId", e.offer_id AS "offerId"
    FROM phone_entry e LEFT JOIN app_user u ON u.id = e.by_id
    LEFT JOIN support_request r ON r.id = e.request_id LEFT JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN offer o ON o.id = e.offer_id LEFT JOIN organisation g ON g.id = o.organisation_id
    WHERE coalesce(b.municipality_code, g.municipality_code) ${IN_REGIONS(regionIds)}
    ORDER BY e.at DESC, e.id LIMIT ${LATELY_MAX}`
  return rows.map(({ at, ...row }) => ({ ...row, on: calendarDateOf(at) }))
}
