/** All that a page, a mail or a calendar says of bookings, and who is concerned on both sides. */
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import type { BranchId, OrganisationId, RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { BookingParty, CancelCause } from '../domain/booking'
import type { BookingState } from '../domain/booking-states'
import { EMPTY_PLAN, type Plan, type PlanChanges, type ProgrammeRow, type TextPart } from '../domain/plan'

/** Somebody who is concerned. Personal data: for the two parties and for mails to themselves. */
export type Person = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly locale: string
}

/** How the day goes. */
export type PlanFacts = Plan & {
  /** 0: nobody has written anything. */
  readonly version: number
  readonly changes: PlanChanges
  /** Who of the school saw the certificates. */
  readonly vogSeenBy: string | null
}

export const NO_PLAN: PlanFacts = { ...EMPTY_PLAN, version: 0, changes: {}, vogSeenBy: null }

export type BookingFacts = {
  readonly id: string
  readonly state: BookingState
  readonly date: CalendarDate | null
  readonly startTime: string | null
  readonly dateOptions: readonly CalendarDate[]
  readonly agreeBy: CalendarDate | null
  readonly moves: number
  readonly cancelledBy: BookingParty | null
  readonly cancelReason: CancelCause | null
  readonly cancelText: string | null
  readonly pupilsReached: number | null
  readonly isDemo: boolean
  readonly createdAt: Date
  readonly closedAt: Date | null
  /** `null`: it came from a hold. */
  readonly proposalId: string | null
  readonly answerText: string | null
  readonly message: string | null
  /** All groups of a shared lesson, this one too, and their pupils; `null`: it comes alone. */
  readonly shared: { readonly groups: number; readonly pupils: number } | null
  readonly plan: PlanFacts
  readonly offer: {
    readonly id: string
    /** Words of its address. */
    readonly words: string
    readonly title: string
    readonly weekdays: readonly number[]
    readonly durationMinutes: number | null
    readonly goal: string | null
    /** What the pupils do. */
    readonly description: string
    readonly costCents: number
    readonly preparation: string | null
    readonly accessNotes: string | null
    readonly location: OfferLocation
    readonly placeName: string
    readonly postcode: string
    readonly contactName: string | null
    readonly contactEmail: string | null
    readonly lat: number
    readonly lng: number
  }
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly slug: string }
  readonly request: {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly level: string
    readonly years: readonly number[]
    readonly groupSize: number
    readonly groupNumber: number
    readonly groupCount: number
  }
  readonly school: {
    readonly id: BranchId
    readonly name: string
    readonly street: string
    readonly houseNumber: string
    readonly postcode: string
    readonly placeName: string
    readonly regionIds: readonly RegionId[]
    readonly lat: number
    readonly lng: number
  }
}

type PlanRow = Readonly<Record<TextPart, string | null>> &
  Pick<PlanFacts, 'version' | 'changes' | 'vogSeenBy'> & {
    readonly programme: readonly ProgrammeRow[]
    readonly vogAsked: boolean | null
    readonly vogSeenOn: CalendarDate | null
  }

type Row = Omit<BookingFacts, 'date' | 'dateOptions' | 'agreeBy' | 'plan'> & {
  readonly plan: PlanRow | null
  readonly date: Date | null
  readonly dateOptions: readonly Date[]
  readonly agreeBy: Date | null
}

/** One statement. @returns those that exist, by date and group number. */
export async function bookingFacts(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly string[],
): Promise<readonly BookingFacts[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT k.id, k.state::text, k.date, k.start_time AS "startTime", k.date_options AS "dateOptions",
      k.agree_by AS "agreeBy", k.moves, k.cancelled_by::text AS "cancelledBy", k.cancel_reason::text AS "cancelReason",
      k.cancel_text AS "cancelText", k.pupils_reached AS "pupilsReached", k.is_demo AS "isDemo",
      k.created_at AS "createdAt", k.closed_at AS "closedAt", k.proposal_id AS "proposalId",
      p.answer_text AS "answerText", p.message,
      CASE WHEN bp.booking_id IS NOT NULL THEN json_build_object('goal', bp.goal, 'preparation', bp.preparation,
        'programme', bp.programme, 'arrival', bp.arrival, 'access', bp.access, 'schoolBrings', bp.school_brings,
        'companyBrings', bp.company_brings, 'cost', bp.cost, 'vogAsked', bp.vog_asked, 'vogSeenOn', bp.vog_seen_on,
        'vogSeenBy', vu.name, 'version', bp.version, 'changes', bp.changes) END AS plan,
      CASE WHEN sp.groups > 1 THEN json_build_object('groups', sp.groups, 'pupils', sp.pupils) END AS shared,
      json_build_object('id', o.id, 'words', o.slug, 'title', o.title, 'weekdays', o.weekdays,
        'durationMinutes', o.duration_minutes, 'goal', o.goal, 'description', o.description, 'costCents', o.cost_cents, 'preparation', o.preparation, 'accessNotes', o.access_notes,
        'location', o.location, 'placeName', o.place_name, 'postcode', coalesce(o.postcode, n.postcode),
        'contactName', o.contact_name, 'contactEmail', o.contact_email, 'lat', o.lat, 'lng', o.lng) AS offer,
      json_build_object('id', n.id, 'name', n.name, 'slug', n.slug) AS organisation,
      json_build_object('id', r.id, 'title', r.title, 'text', r.text, 'level', r.level, 'years', r.years,
        'groupSize', r.group_size, 'groupNumber', g.number,
        'groupCount', (SELECT count(*) FROM request_group x WHERE x.request_id = r.id)) AS request,
      json_build_object('id', b.id, 'name', b.name, 'street', b.street, 'houseNumber', b.house_number,
        'postcode', b.postcode, 'placeName', b.place_name, 'lat', b.lat, 'lng', b.lng,
        'regionIds', (SELECT coalesce(json_agg(m.region_id), '[]') FROM region_municipality m
          WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
            AND (m.valid_until IS NULL OR m.valid_until > now()))) AS school
    FROM booking k LEFT JOIN proposal p ON p.id = k.proposal_id
    JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
    JOIN support_request r ON r.id = g.request_id JOIN school_branch b ON b.id = r.branch_id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    LEFT JOIN booking_plan bp ON bp.booking_id = k.id LEFT JOIN app_user vu ON vu.id = bp.vog_seen_by_id
    LEFT JOIN shared_place sp ON sp.id = c.shared_id AND c.released_at IS NULL
    WHERE k.id = ANY(${[...ids]}::uuid[])
    ORDER BY k.date NULLS FIRST, k.start_time NULLS LAST, g.number, k.id`
  return rows.map((row) => ({
    ...row,
    plan: planOf(row.plan),
    date: row.date && asDay(row.date),
    dateOptions: row.dateOptions.map(asDay),
    agreeBy: row.agreeBy && asDay(row.agreeBy),
  }))
}

function planOf(row: PlanRow | null): PlanFacts {
  if (row === null) return NO_PLAN
  const { vogAsked: asked, vogSeenOn: seenOn, ...rest } = row
  return { ...rest, vog: { asked, seenOn } }
}

export type People = { readonly school: readonly Person[]; readonly company: readonly Person[] }

const SIDE_MAX = 10

/**
 * Who is concerned: at school who asked, at the company who said yes or offered it, as long as they still belong there; otherwise the
 * leads of that side, or who rang where nobody of the school has an account. At most ten a side, by name. One statement.
 */
export async function peopleOfBooking(db: Pick<Db, '$queryRaw'>, id: string): Promise<People> {
  const rows = await db.$queryRaw<(Person & { readonly side: 'school' | 'company' })[]>`
    WITH of_booking AS (
      SELECT r.id AS request_id, r.branch_id, r.created_by_id, o.organisation_id,
        CASE WHEN p.by_company THEN p.sent_by_id ELSE p.answered_by_id END AS company_id
      FROM booking k LEFT JOIN proposal p ON p.id = k.proposal_id
      JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
      JOIN support_request r ON r.id = g.request_id
      JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
      WHERE k.id = ${id}::uuid
    ), members AS (
      SELECT 'school' AS side, w.user_id, w.role = 'lead' AS leads, w.user_id = f.created_by_id AS is_it
      FROM of_booking f JOIN school_membership w ON w.branch_id = f.branch_id
      UNION ALL
      SELECT 'company', w.user_id, w.role = 'owner', w.user_id = f.company_id
      FROM of_booking f JOIN organisation_membership w ON w.organisation_id = f.organisation_id
    )
    SELECT w.side, u.id AS "userId", u.name, u.email::text, u.locale
    FROM members w JOIN app_user u ON u.id = w.user_id
    WHERE w.is_it OR (w.leads
      AND NOT EXISTS (SELECT 1 FROM members x WHERE x.side = w.side AND x.is_it))
    UNION ALL
    SELECT 'school', c.request_id, c.name, c.email::text, 'nl'
    FROM of_booking f JOIN request_caller c USING (request_id)
    ORDER BY 3, 2 LIMIT ${2 * SIDE_MAX}`
  const of = (side: 'school' | 'company') =>
    rows
      .filter((row) => row.side === side)
      .map(({ side: _, ...person }) => person)
      .slice(0, SIDE_MAX)
  return { school: of('school'), company: of('company') }
}
