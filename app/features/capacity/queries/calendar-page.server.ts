/** The calendar of an offer as its own company sees it: a school year by months, one month by days. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import {
  addMonths,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  daysOfSchoolYear,
  isMonth,
  lastBookableDay,
  type Month,
  monthOf,
  monthsOf,
  type Span,
  schoolYearOf,
} from '~/kernel/calendar'
import { hasCapacity, type OfferKind, type OfferLocation } from '~/kernel/education'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { FreeDaysOf } from '~/platform/calendar/free-days.server'
import type { Db } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import { offerSlug } from '../../finder/domain/offer-address'
import { usualPerMonth } from '../../offers/domain/usual-sessions'
import type { ClosedDays } from '../domain/closed-days'
import { perWeek } from '../domain/spread'
import { offerNotThere } from '../errors'

export type CalendarBooking = {
  /** `null`: a place that is kept for a school that has not answered yet. */
  readonly bookingId: string | null
  readonly day: CalendarDate
  readonly time: string | null
  readonly schoolName: string
}

export type CalendarSession = {
  readonly id: string
  readonly day: CalendarDate
  readonly startTime: string
  readonly places: number
  readonly taken: number
}

/** A month of the school year: what can still be had, what is agreed on a day, and the limit. */
export type CalendarMonth = {
  readonly month: Month
  readonly open: number
  readonly agreed: number
  readonly limit: number | null
}

export type CalendarBlackout = Span & {
  readonly id: string
  readonly wholeCompany: boolean
  readonly note: string | null
}

export type CalendarPage = {
  readonly offer: {
    readonly id: string
    readonly title: string
    readonly slug: string
    readonly state: 'draft' | 'published' | 'paused' | 'archived'
    readonly pausedUntil: CalendarDate | null
    readonly weekdays: readonly number[]
    readonly hasCapacity: boolean
    readonly organisationId: OrganisationId
    readonly organisationName: string
  }
  readonly limits: {
    readonly perYear: number
    readonly perMonth: number | null
    readonly openInHolidays: boolean
    /** Whether small groups share dated sessions, up to how many pupils (`null`: not told); `null` where schools cannot meet. */
    readonly sharing: { readonly mayShare: boolean; readonly size: number | null } | null
    /** What a company of its size usually manages a month, and that is so many a week. */
    readonly usual: { readonly employees: number | null; readonly perMonth: number; readonly perWeek: number }
  }
  readonly today: CalendarDate
  readonly lastDay: CalendarDate
  readonly schoolYear: string
  readonly month: Month
  /** `null`: farther than can be booked, or before this school year. */
  readonly previous: Month | null
  readonly next: Month | null
  readonly year: {
    readonly open: number
    readonly places: number
    readonly held: number
    readonly booked: number
    /** Of the booked, those without a day yet. */
    readonly withoutDay: number
  }
  readonly months: readonly CalendarMonth[]
  readonly bookings: readonly CalendarBooking[]
  /** Of the shown month. */
  readonly sessions: readonly CalendarSession[]
  readonly blackouts: readonly CalendarBlackout[]
  readonly closed: Omit<ClosedDays, 'publicHolidays'> & { readonly publicHolidays: readonly CalendarDate[] }
}

export type CalendarNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'offer' | 'blackout'>
  readonly clock: Clock
  readonly regionDays: FreeDaysOf['regionDays']
}

const HOLIDAYS_AHEAD_MAX = 400

/**
 * Six statements.
 * @param asked the month to show, `2027-01`; this one where it is none, or none that can be booked.
 * @throws AppError 404 for an offer that is not the actor's.
 */
export async function calendarPage(
  { db, clock, regionDays }: CalendarNeeds,
  actor: Actor,
  id: string,
  asked: string | null,
): Promise<CalendarPage> {
  const row = isUuid(id) ? await readOffer(db, id) : null
  if (!row) throw offerNotThere()
  const organisationId = row.organisationId as OrganisationId
  allow(actor, 'offer.edit', { organisationId })
  const today = calendarDateOf(clock.now())
  const lastDay = lastBookableDay(today)
  const first = monthOf(daysOfSchoolYear(schoolYearOf(today)).from)
  const isShowable = asked !== null && isMonth(asked) && asked >= first && asked <= monthOf(lastDay)
  const month = isShowable ? asked : monthOf(today)
  const schoolYear = schoolYearOf(`${month}-01`)
  const days = daysOfSchoolYear(schoolYear)
  const [months, { sessions, ...year }, bookings, blackouts, free] = await Promise.all([
    readMonths(db, id, days, today),
    readYear(db, id, days, today, month),
    readBookings(db, id, month),
    db.blackout.findMany({
      where: {
        organisationId,
        OR: [{ offerId: null }, { offerId: id }],
        endsOn: { gte: asDate([`${month}-01`, today].sort()[0] ?? today) },
      },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      take: 100,
    }),
    regionDays(row.organisation.municipality.holidayRegion),
  ])
  const away = blackouts.map(({ id, startsOn, endsOn, offerId, note }) => ({
    id,
    from: asDay(startsOn),
    until: asDay(endsOn),
    wholeCompany: offerId === null,
    note,
  }))
  const { employees } = row.organisation
  const usual = usualPerMonth(employees)
  return {
    offer: {
      id,
      title: row.title,
      slug: offerSlug(row.slug, id),
      state: row.state,
      pausedUntil: row.pausedUntil && asDay(row.pausedUntil),
      weekdays: row.weekdays,
      hasCapacity: hasCapacity({
        kind: row.kind.replace('_', '-') as OfferKind,
        location: row.location.replace('_', '-') as OfferLocation,
      }),
      organisationId,
      organisationName: row.organisation.name,
    },
    limits: {
      perYear: row.sessionsPerYear ?? 0,
      perMonth: row.sessionsPerMonth,
      openInHolidays: row.openInHolidays,
      sharing:
        row.location === 'at_company' || row.location === 'online'
          ? { mayShare: row.mayShare, size: row.groupSizeMax }
          : null,
      usual: { employees, perMonth: usual, perWeek: perWeek(row.sessionsPerMonth ?? usual) },
    },
    today,
    lastDay,
    schoolYear,
    month,
    previous: month > first ? addMonths(month, -1) : null,
    next: month < monthOf(lastDay) ? addMonths(month, 1) : null,
    year,
    months,
    bookings,
    sessions,
    blackouts: away.filter(({ until }) => until >= today),
    closed: {
      blackouts: away,
      publicHolidays: [...free.publicHolidays].slice(0, HOLIDAYS_AHEAD_MAX),
      schoolHolidays: free.schoolHolidays.filter(({ until }) => until >= days.from),
      openInHolidays: row.openInHolidays,
    },
  }
}

function readOffer(db: CalendarNeeds['db'], id: string) {
  return db.offer.findUnique({
    where: { id },
    select: {
      title: true,
      slug: true,
      state: true,
      kind: true,
      location: true,
      pausedUntil: true,
      weekdays: true,
      sessionsPerYear: true,
      sessionsPerMonth: true,
      openInHolidays: true,
      mayShare: true,
      groupSizeMax: true,
      organisationId: true,
      organisation: {
        select: { name: true, employees: true, municipality: { select: { holidayRegion: true } } },
      },
    },
  })
}

async function readMonths(db: CalendarNeeds['db'], id: string, year: Span, today: CalendarDate) {
  const rows = await db.$queryRaw<CalendarMonth[]>`
    SELECT to_char(d.first, 'YYYY-MM') AS month, coalesce(sum(f.open), 0)::int AS open,
      (SELECT count(DISTINCT coalesce(c.shared_id, c.id))::int FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id
        WHERE s.offer_id = ${id}::uuid AND c.released_at IS NULL
          AND c.day >= d.first AND c.day < d.first + interval '1 month') AS agreed,
      max(coalesce(m.places, o.sessions_per_month)) AS limit
    FROM generate_series(${year.from}::date, ${year.until}::date, interval '1 month') AS d(first)
    JOIN offer o ON o.id = ${id}::uuid
    LEFT JOIN capacity_month m ON m.offer_id = o.id AND m.month = d.first::date
    LEFT JOIN LATERAL open_slots(greatest(d.first::date, ${today}::date), (d.first + interval '1 month')::date - 1,
      ARRAY[o.id]) f ON true
    GROUP BY d.first ORDER BY d.first`
  const found = new Map(rows.map((row) => [row.month, row]))
  return monthsOf(year).flatMap((month) => found.get(month) ?? [])
}

type Year = CalendarPage['year'] & { readonly sessions: readonly CalendarSession[] }

async function readYear(
  db: CalendarNeeds['db'],
  id: string,
  { from, until }: Span,
  today: CalendarDate,
  month: Month,
): Promise<Year> {
  const [row] = await db.$queryRaw<Year[]>`
    WITH slot AS (
      SELECT * FROM capacity_slot
      WHERE offer_id = ${id}::uuid AND starts_on <= ${until}::date AND ends_on >= ${from}::date
    ), claim AS (
      SELECT bool_or(k.id IS NOT NULL) AS booked, bool_and(k.date IS NULL) AS undated
      FROM place_claim c JOIN slot s ON s.id = c.slot_id
      LEFT JOIN booking k ON k.claim_id = c.id WHERE c.released_at IS NULL GROUP BY coalesce(c.shared_id, c.id)
    )
    SELECT (SELECT coalesce(sum(places), 0)::int FROM slot) AS places,
      (SELECT coalesce(sum(open), 0)::int FROM open_slots(greatest(${today}::date, ${from}::date), ${until}::date,
        ARRAY[${id}::uuid])) AS open,
      (SELECT count(*)::int FROM claim WHERE NOT booked) AS held,
      (SELECT count(*)::int FROM claim WHERE claim.booked) AS booked,
      (SELECT count(*)::int FROM claim WHERE claim.booked AND undated) AS "withoutDay",
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'day', s.starts_on, 'startTime', s.start_time,
          'places', s.places, 'taken', s.taken) ORDER BY s.starts_on, s.start_time), '[]')
        FROM slot s WHERE s.starts_on = s.ends_on AND s.places > 0 AND to_char(s.starts_on, 'YYYY-MM') = ${month}) AS sessions`
  return row ?? { open: 0, places: 0, held: 0, booked: 0, withoutDay: 0, sessions: [] }
}

/** Bookings and held places that have a day in the month; a held place has the day of its session. */
async function readBookings(db: CalendarNeeds['db'], id: string, month: Month) {
  return db.$queryRaw<CalendarBooking[]>`
    SELECT k.id AS "bookingId", x.day::text AS day, coalesce(k.start_time, nullif(s.start_time, '')) AS time,
      b.name AS "schoolName"
    FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id
    CROSS JOIN LATERAL (SELECT coalesce(c.day, CASE WHEN s.starts_on = s.ends_on THEN s.starts_on END) AS day) x
    JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
    JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN booking k ON k.claim_id = c.id
    WHERE s.offer_id = ${id}::uuid AND c.released_at IS NULL AND to_char(x.day, 'YYYY-MM') = ${month}
    ORDER BY x.day, 3 NULLS LAST, b.name, c.id LIMIT 200`
}
