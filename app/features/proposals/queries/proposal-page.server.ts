/** One request before a company, with what a safe yes needs: facts, distance, reasons, places left, who could take it over. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import {
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
  lastBookableDay,
  type Span,
  workingDaysAfter,
} from '~/kernel/calendar'
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import { distanceKm, type Point } from '~/kernel/geography'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { FreeDaysOf } from '~/platform/calendar/free-days.server'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { offerSlug } from '../../finder/domain/offer-address'
import type { DayWishes } from '../domain/day-warnings'
import type { DeclineReason } from '../domain/proposal'
import { isOpenProposal, type ProposalState } from '../domain/proposal-states'
import { proposalNotFound } from '../errors'

export type Slot = Span & { readonly places: number; readonly booked: number; readonly held: number }
export type MadeBooking = {
  readonly id: string
  readonly state: string
  readonly date: CalendarDate | null
  readonly startTime: string | null
}

export type ProposalPage = {
  readonly id: string
  /** `expired` as soon as the last day is over. */
  readonly state: ProposalState
  readonly isOpen: boolean
  /** By the reader. */
  readonly mayAnswer: boolean
  readonly dueOn: CalendarDate
  readonly daysLeft: number
  readonly groupsAsked: number
  readonly groupsAccepted: number
  /** Groups that nobody has given a place yet. */
  readonly groupsLeft: number
  readonly groupsInAll: number
  readonly message: string | null
  readonly answerText: string | null
  readonly declineReason: DeclineReason | null
  readonly answeredOn: CalendarDate | null
  readonly addressedTo: string | null
  readonly isDemo: boolean
  readonly request: {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly kinds: readonly OfferKind[]
    readonly topicIds: readonly string[]
    readonly level: Level
    readonly years: readonly number[]
    readonly tracks: readonly VmboTrack[]
    readonly groupSize: number
    /** That take part in the project that it asks for; `null`: it asks for no project. */
    readonly classes: number | null
    readonly periodText: string | null
    readonly period: Span | null
    readonly weekdays: readonly number[]
    readonly maxDistanceKm: number | null
    readonly languages: readonly string[]
  }
  readonly school: {
    readonly name: string
    readonly placeName: string
    readonly point: Point
    readonly distanceKm: number
    readonly branchId: string
  }
  readonly offer: {
    readonly id: string
    readonly title: string
    readonly slug: string
    readonly kind: OfferKind
    readonly location: OfferLocation
    readonly weekdays: readonly number[]
    readonly groupSizeMax: number | null
    readonly point: Point
    readonly organisationId: OrganisationId
    readonly organisationName: string
  }
  /** Of today and later, by day; empty: places are not limited. */
  readonly slots: readonly Slot[]
  /** Places that are free in the wished period; `null`: not limited. */
  readonly openPlaces: number | null
  readonly bookings: readonly MadeBooking[]
  /** Days that can be agreed; both belong to it. */
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate
  /** What a day should keep to. */
  readonly wishes: DayWishes
}

export type ProposalPageNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'booking'>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
  readonly schoolDays: FreeDaysOf['schoolDays']
}

/**
 * Four statements.
 * @param actor of the company; the system when the link of a mail stands for one.
 * @throws AppError 404 for an unknown proposal and for one before another company alike.
 */
export async function proposalPage(
  { db, clock, workingDays, schoolDays }: ProposalPageNeeds,
  actor: Actor,
  id: string,
): Promise<ProposalPage> {
  const row = isUuid(id) ? await readRow(db, id) : undefined
  if (!row) throw proposalNotFound()
  const organisation = { organisationId: row.organisationId }
  allow(actor, 'organisation.see', organisation)
  const today = calendarDateOf(clock.now())
  const dueOn = asDay(row.dueOn)
  const state = isOpenProposal(row.state) && dueOn < today ? 'expired' : row.state
  const period =
    row.periodFrom && row.periodUntil ? { from: asDay(row.periodFrom), until: asDay(row.periodUntil) } : null
  const within = period ?? { from: today, until: lastBookableDay(today) }
  const [{ slots, openPlaces }, bookings, working, school] = await Promise.all([
    readPlaces(db, row.offerId, today, within),
    readBookings(db, id),
    workingDays(),
    schoolDays([row.branchId]),
  ])
  const schoolPoint = { lat: row.schoolLat, lng: row.schoolLng }
  const company = { lat: row.lat, lng: row.lng }
  return {
    ...pick(row, [
      'id',
      'groupsAsked',
      'groupsAccepted',
      'groupsLeft',
      'groupsInAll',
      'message',
      'answerText',
    ]),
    ...pick(row, ['declineReason', 'addressedTo', 'isDemo']),
    state,
    isOpen: isOpenProposal(state),
    mayAnswer: may(actor, 'proposal.answer', organisation),
    dueOn,
    daysLeft: workingDaysAfter(today, dueOn, working),
    answeredOn: row.answeredAt && calendarDateOf(row.answeredAt),
    request: {
      ...pick(row, [
        'title',
        'text',
        'kinds',
        'topicIds',
        'level',
        'years',
        'tracks',
        'groupSize',
        'classes',
        'periodText',
      ]),
      ...pick(row, ['maxDistanceKm', 'languages']),
      id: row.requestId,
      weekdays: row.requestWeekdays,
      period,
    },
    school: {
      ...pick(row, ['placeName', 'branchId']),
      name: row.schoolName,
      point: schoolPoint,
      distanceKm: distanceKm(schoolPoint, company),
    },
    offer: {
      ...pick(row, ['kind', 'location', 'weekdays', 'groupSizeMax', 'organisationId', 'organisationName']),
      id: row.offerId,
      slug: offerSlug(row.slug, row.offerId),
      title: row.offerTitle,
      point: company,
    },
    slots,
    openPlaces,
    bookings,
    firstDay: today,
    lastDay: lastBookableDay(today),
    wishes: {
      period,
      schoolWeekdays: row.requestWeekdays,
      ownWeekdays: row.weekdays,
      ...freeOf(school.get(row.branchId), today),
    },
  }
}

/** @returns what ranking asks of this request and this offer. */
export function needOf({ request, school, offer, groupsLeft }: ProposalPage) {
  return { branchId: school.branchId, need: request, offerId: offer.id, groups: groupsLeft }
}

/** Days off from today to the last day that can be booked. */
function freeOf(free: FreeDays | undefined, today: CalendarDate) {
  const last = lastBookableDay(today)
  return {
    publicHolidays: [...(free?.publicHolidays ?? [])].filter((day) => day >= today && day <= last),
    schoolHolidays: (free?.schoolHolidays ?? []).filter(({ from, until }) => until >= today && from <= last),
  }
}

function pick<T, K extends keyof T>(row: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<T, K>
}

type Row = Omit<
  ProposalPage,
  'dueOn' | 'request' | 'school' | 'offer' | 'slots' | 'bookings' | 'wishes' | 'firstDay' | 'lastDay'
> &
  Omit<ProposalPage['request'], 'id' | 'period' | 'weekdays'> &
  Omit<ProposalPage['offer'], 'id' | 'title' | 'point'> & {
    readonly dueOn: Date
    readonly answeredAt: Date | null
    readonly requestId: string
    readonly requestWeekdays: readonly number[]
    readonly periodFrom: Date | null
    readonly periodUntil: Date | null
    readonly branchId: string
    readonly schoolName: string
    readonly placeName: string
    readonly schoolLat: number
    readonly schoolLng: number
    readonly offerId: string
    readonly offerTitle: string
    readonly lat: number
    readonly lng: number
  }

async function readRow(db: Pick<Db, '$queryRaw'>, id: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p.id, p.state::text, p.due_on AS "dueOn", p.groups_asked AS "groupsAsked",
      p.groups_accepted AS "groupsAccepted", p.message, p.answer_text AS "answerText",
      p.decline_reason::text AS "declineReason", p.answered_at AS "answeredAt", u.name AS "addressedTo",
      r.id AS "requestId", r.title, r.text, r.kinds::text[] AS kinds, r.topic_ids AS "topicIds", r.level, r.years, r.tracks,
      r.group_size AS "groupSize", r.period_text AS "periodText", r.period_from AS "periodFrom",
      r.period_until AS "periodUntil", r.weekdays AS "requestWeekdays", r.max_distance_km AS "maxDistanceKm",
      r.languages, r.is_demo AS "isDemo", b.id AS "branchId", b.name AS "schoolName", b.place_name AS "placeName",
      b.lat AS "schoolLat", b.lng AS "schoolLng", o.id AS "offerId", o.title AS "offerTitle",
      o.slug, o.kind::text, o.location::text, coalesce(o.weekdays, '{}') AS weekdays,
      o.group_size_max AS "groupSizeMax", o.lat, o.lng, o.organisation_id AS "organisationId",
      g.name AS "organisationName",
      CASE o.kind WHEN 'co-development' THEN least(n.left, 1) ELSE n.left END AS "groupsLeft", r.classes, n.all AS "groupsInAll"
    FROM proposal p
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation g ON g.id = o.organisation_id
    LEFT JOIN app_user u ON u.id = p.addressed_to_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS all, count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM place_claim c WHERE c.group_id = q.id AND c.released_at IS NULL))::int AS left
      FROM request_group q WHERE q.request_id = r.id AND q.dropped_at IS NULL) n
    WHERE p.id = ${id}::uuid AND NOT p.by_company`
  return row
}

/** At most two years of months, or a season of dated sessions. */
const SLOTS_MAX = 60

/** The slots to come, and what of them can be had in the wished days; `null`: the offer has no limit. One statement. */
async function readPlaces(db: Pick<Db, '$queryRaw'>, offerId: string, today: CalendarDate, within: Span) {
  const rows = await db.$queryRaw<(Slot & { open: number })[]>`
    SELECT s.starts_on::text AS from, s.ends_on::text AS until, s.places, f.open,
      n.booked, n.held
    FROM open_slots(${within.from}::date, ${within.until}::date, ARRAY[${offerId}::uuid]) f
    JOIN capacity_slot s ON s.id = f.slot_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.booked)::int AS booked, count(*) FILTER (WHERE NOT p.booked)::int AS held FROM (
        SELECT bool_or(k.id IS NOT NULL) AS booked FROM place_claim c LEFT JOIN booking k ON k.claim_id = c.id
        WHERE c.slot_id = s.id AND c.released_at IS NULL GROUP BY coalesce(c.shared_id, c.id)) p) n
    ORDER BY s.starts_on, s.ends_on, s.start_time`
  return {
    openPlaces: rows.length === 0 ? null : rows.reduce((sum, { open }) => sum + open, 0),
    slots: rows
      .filter(({ until }) => until >= today)
      .slice(0, SLOTS_MAX)
      .map(({ open: _, ...slot }) => slot),
  }
}

async function readBookings(db: Pick<Db, 'booking'>, proposalId: string): Promise<readonly MadeBooking[]> {
  const rows = await db.booking.findMany({
    where: { proposalId },
    select: { id: true, state: true, date: true, startTime: true },
    orderBy: [{ date: 'asc' }, { createdAt: 'asc' }],
    take: 20,
  })
  return rows.map((row) => ({ ...row, date: row.date && asDay(row.date) }))
}
