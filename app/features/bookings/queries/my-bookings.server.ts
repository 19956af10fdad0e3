/** The bookings of the reader's schools and organisations: what asks for something, what comes, and what was. */
import type { Actor } from '~/authorisation/actor'
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import { AppError } from '~/kernel/errors'
import { distanceKm } from '~/kernel/geography'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { type BookingStage, openOptions, stageOf } from '../domain/booking'
import type { BookingState } from '../domain/booking-states'

export type BookingRow = {
  readonly id: string
  readonly state: BookingState
  readonly stage: BookingStage
  /** For whom the reader looks; who belongs to both sides looks for the company. */
  readonly side: 'school' | 'company'
  readonly date: CalendarDate | null
  readonly startTime: string | null
  /** Days that the school can choose from. */
  readonly options: readonly CalendarDate[]
  readonly agreeBy: CalendarDate | null
  readonly title: string
  /** From 1. */
  readonly groupNumber: number
  readonly groupCount: number
  readonly partnerName: string
  readonly location: OfferLocation
  /** Where it is: the school's place or the company's. */
  readonly placeName: string
  /** From the school to the company, as the crow flies. */
  readonly distanceKm: number
  readonly isDemo: boolean
}

export type MyBookings = {
  readonly isPast: boolean
  readonly rows: readonly BookingRow[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly counts: { readonly now: number; readonly past: number }
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
}

const PAGE_SIZE = 20

type Asked = { readonly today: CalendarDate; readonly isPast: boolean; readonly page: number }

/**
 * Not past: first those without a date, the earliest deadline first; then those of whose day nobody told how it went;
 * then those to come, by day. Past: the latest first. Two statements.
 * @throws AppError 401 for who is not signed in.
 */
export async function myBookings(db: Pick<Db, '$queryRaw'>, actor: Actor, asked: Asked): Promise<MyBookings> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const schools = [...actor.schools.keys()]
  const organisations = [...actor.organisations.keys()]
  const [total] = await db.$queryRaw<{ now: number; past: number }[]>`
    SELECT count(*) FILTER (WHERE k.state = 'confirmed')::int AS now,
      count(*) FILTER (WHERE k.state <> 'confirmed')::int AS past
    FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    WHERE r.branch_id = ANY(${schools}) OR o.organisation_id = ANY(${organisations}::uuid[])`
  const counts = total ?? { now: 0, past: 0 }
  const pages = Math.max(1, Math.ceil((asked.isPast ? counts.past : counts.now) / PAGE_SIZE))
  const page = Number.isInteger(asked.page) ? Math.min(Math.max(asked.page, 1), pages) : 1
  const rows = await db.$queryRaw<Row[]>`
    SELECT k.id, k.state::text, k.date, k.start_time AS "startTime", k.date_options AS "dateOptions",
      k.agree_by AS "agreeBy", k.is_demo AS "isDemo", o.title, g.number AS "groupNumber",
      (SELECT count(*)::int FROM request_group x WHERE x.request_id = r.id) AS "groupCount",
      b.name AS "schoolName", b.place_name AS "schoolPlace", b.lat AS "schoolLat", b.lng AS "schoolLng",
      n.id AS "organisationId", n.name AS "organisationName", o.location::text, o.place_name AS "offerPlace",
      o.lat AS "offerLat", o.lng AS "offerLng"
    FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
    JOIN support_request r ON r.id = g.request_id JOIN school_branch b ON b.id = r.branch_id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    WHERE (r.branch_id = ANY(${schools}) OR o.organisation_id = ANY(${organisations}::uuid[]))
      AND (k.state <> 'confirmed') = ${asked.isPast}
    ORDER BY
      CASE WHEN k.state <> 'confirmed' THEN 0 WHEN k.date IS NULL THEN 1 WHEN k.date < ${asked.today}::date THEN 2
        ELSE 3 END,
      CASE WHEN k.state = 'confirmed' THEN coalesce(k.date, k.agree_by) END,
      coalesce(k.date, k.closed_at::date) DESC, k.start_time NULLS LAST, g.number, k.id
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`
  return {
    isPast: asked.isPast,
    rows: rows.map((row) => asRow(row, new Set(organisations), asked.today)),
    page,
    pages,
    counts,
    hasSchool: schools.length > 0,
    hasOrganisation: organisations.length > 0,
  }
}

type Row = {
  readonly id: string
  readonly state: BookingState
  readonly date: Date | null
  readonly startTime: string | null
  readonly dateOptions: readonly Date[]
  readonly agreeBy: Date | null
  readonly isDemo: boolean
  readonly title: string
  readonly groupNumber: number
  readonly groupCount: number
  readonly schoolName: string
  readonly schoolPlace: string
  readonly schoolLat: number
  readonly schoolLng: number
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly location: OfferLocation
  readonly offerPlace: string
  readonly offerLat: number
  readonly offerLng: number
}

function asRow(row: Row, organisations: ReadonlySet<OrganisationId>, today: CalendarDate): BookingRow {
  const side = organisations.has(row.organisationId) ? 'company' : 'school'
  const moment = {
    state: row.state,
    date: row.date && asDay(row.date),
    dateOptions: row.dateOptions.map(asDay),
  }
  return {
    id: row.id,
    state: row.state,
    stage: stageOf(moment, today),
    side,
    date: moment.date,
    startTime: row.startTime,
    options: openOptions(moment, today),
    agreeBy: row.agreeBy && asDay(row.agreeBy),
    title: row.title,
    groupNumber: row.groupNumber,
    groupCount: row.groupCount,
    partnerName: side === 'company' ? row.schoolName : row.organisationName,
    location: row.location,
    placeName: row.location === 'at-school' ? row.schoolPlace : row.offerPlace,
    distanceKm: distanceKm(
      { lat: row.schoolLat, lng: row.schoolLng },
      { lat: row.offerLat, lng: row.offerLng },
    ),
    isDemo: row.isDemo,
  }
}
