/** The coordinator's board: what is urgent, the figures of the regions, and the longest waiting. Sixteen statements at most. */
import type { Actor } from '~/authorisation/actor'
import {
  addDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  daysOfSchoolYear,
  schoolYearOf,
} from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { FactReaders } from '../domain/facts'
import { askingRequests } from './asking-requests.server'
import { type BoardRegions, boardRegions } from './board-regions.server'
import { type PlannedFollowUp, plannedFollowUps } from './planned-follow-ups.server'
import { type TopicName, topicNames } from './topic-names.server'
import { type WaitingRow, withWhatFits } from './waiting-list.server'

/** Cards of a column, and rows of the table below. */
const CARDS = 4
const LONGEST = 5

export type BoardFigures = {
  readonly waitingRequests: number
  readonly waitingGroups: number
  /** Weeks that the middle one waits; `null` when nobody does. */
  readonly medianWeeks: number | null
  /** Open class-places of companies in the regions until the end of the school year. */
  readonly freePlaces: number
  readonly openHolds: number
  /** Bookings of the school year that were not cancelled. */
  readonly bookings: number
  /** Percent of the questions of a year that companies answered by their last day; `null` while there are none. */
  readonly answeredShare: number | null
  /** Percent of the requests of a year, two months old at least and not withdrawn, with a lesson; `null`: none yet. */
  readonly lessonShare: number | null
}

export type NewOrganisation = {
  readonly id: string
  readonly name: string
  readonly placeName: string
  readonly since: CalendarDate
}
export type Unanswered = {
  readonly requestId: string
  readonly title: string
  readonly placeName: string
  readonly organisationName: string
  readonly dueOn: CalendarDate
}
export type OpenHold = {
  readonly requestId: string
  readonly title: string
  readonly placeName: string
  readonly offerTitle: string
  readonly expiresOn: CalendarDate
}
export type Shortage = {
  readonly topicId: string
  readonly schools: number
  readonly groups: number
  readonly places: number
}

/** The first few, and how many there are. */
export type Column<Card> = { readonly cards: readonly Card[]; readonly total: number }

export type BoardPage = {
  readonly regions: BoardRegions
  readonly today: CalendarDate
  /** Hour of the wall clock in Amsterdam, 0–23. */
  readonly hour: number
  /** What is due today or late. */
  readonly urgent: number
  readonly figures: BoardFigures
  readonly organisations: Column<NewOrganisation>
  readonly unanswered: Column<Unanswered>
  readonly holds: Column<OpenHold>
  readonly followUps: Column<PlannedFollowUp>
  readonly shortages: readonly Shortage[]
  readonly topics: readonly TopicName[]
  readonly longest: readonly WaitingRow[]
}

export type BoardNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'region' | 'topic'>
  readonly transact: Transact<FactReaders>
  readonly clock: Clock
}

const HOUR = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
})

/** @throws AppError as `boardRegions`. */
export async function boardPage(needs: BoardNeeds, actor: Actor, region: string | null): Promise<BoardPage> {
  const { db, clock } = needs
  const regions = await boardRegions(db, actor, region)
  const now = clock.now()
  const scope = { ids: [...regions.ids], today: calendarDateOf(now) }
  const [figures, organisations, unanswered, holds, followUps, shortages, topics, waiting] =
    await Promise.all([
      figuresOf(db, scope, now),
      newOrganisations(db, scope),
      unansweredRequests(db, scope),
      openHolds(db, scope),
      plannedFollowUps(db, { regionIds: scope.ids, today: scope.today, limit: CARDS }),
      shortagesOf(db, scope),
      topicNames(db),
      askingRequests(db, now, { waitingIn: scope.ids, limit: LONGEST }),
    ])
  const longest = await withWhatFits(needs, now, waiting.rows)
  const { urgentProposals, urgentHolds, ...shown } = figures
  return {
    regions,
    today: scope.today,
    hour: Number(HOUR.format(now)),
    urgent: urgentProposals + urgentHolds + followUps.urgent,
    figures: shown,
    organisations,
    unanswered,
    holds,
    followUps,
    shortages,
    topics,
    longest,
  }
}

type Scope = { readonly ids: string[]; readonly today: CalendarDate }
type Sql = Pick<Db, '$queryRaw'>

async function figuresOf(db: Sql, { ids, today }: Scope, now: Date) {
  const year = daysOfSchoolYear(schoolYearOf(today))
  const [row] = await db.$queryRaw<(BoardFigures & { urgentProposals: number; urgentHolds: number })[]>`
    WITH area AS (
      SELECT DISTINCT municipality_code AS code FROM region_municipality WHERE region_id = ANY(${ids}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date)
    ), asked AS (
      SELECT r.id, r.waiting_since FROM support_request r JOIN school_branch b ON b.id = r.branch_id
      JOIN area ON area.code = b.municipality_code
    ), waiting AS (
      SELECT a.id, a.waiting_since, count(*) AS groups FROM asked a
      JOIN request_group g ON g.request_id = a.id AND g.dropped_at IS NULL
      WHERE a.waiting_since IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)
      GROUP BY a.id, a.waiting_since
    ), held AS (
      SELECT h.expires_on FROM hold h JOIN request_group g ON g.id = h.group_id JOIN asked a ON a.id = g.request_id
      WHERE h.state = 'offered'
    )
    SELECT (SELECT count(*)::int FROM waiting) AS "waitingRequests",
      (SELECT coalesce(sum(groups), 0)::int FROM waiting) AS "waitingGroups",
      (SELECT floor(percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM ${now}::timestamptz - waiting_since) / 604800))::int FROM waiting) AS "medianWeeks",
      (SELECT coalesce(sum(s.open), 0)::int FROM open_slots(${today}::date, ${year.until}::date) s
        JOIN offer o ON o.id = s.offer_id AND o.state = 'published' JOIN area ON area.code = o.municipality_code
        JOIN organisation n ON n.id = o.organisation_id AND n.verification = 'verified') AS "freePlaces",
      (SELECT count(*)::int FROM held) AS "openHolds",
      (SELECT count(*)::int FROM held WHERE expires_on <= ${today}::date) AS "urgentHolds",
      (SELECT count(DISTINCT a.id)::int FROM proposal p JOIN asked a ON a.id = p.request_id
        WHERE p.state IN ('sent', 'viewed', 'considering') AND NOT p.by_company
          AND p.due_on <= ${today}::date) AS "urgentProposals",
      (SELECT count(*)::int FROM booking k JOIN place_claim c ON c.id = k.claim_id
        JOIN request_group g ON g.id = c.group_id JOIN asked a ON a.id = g.request_id
        WHERE k.state IN ('confirmed', 'done')
          AND coalesce(k.date, k.agree_by, k.created_at::date) BETWEEN ${year.from}::date AND ${year.until}::date) AS bookings,
      (SELECT round(100.0 * count(*) FILTER (WHERE p.state IN ('accepted', 'declined')
          AND (p.answered_at AT TIME ZONE 'Europe/Amsterdam')::date <= p.due_on) / nullif(count(*), 0))::int
        FROM proposal p JOIN asked a ON a.id = p.request_id
        WHERE NOT p.by_company AND p.sent_at > ${now}::timestamptz - interval '1 year'
          AND (p.state IN ('accepted', 'declined', 'expired') OR (p.due_on < ${today}::date
            AND p.state IN ('sent', 'viewed', 'considering')))) AS "answeredShare",
      (SELECT round(100.0 * count(*) FILTER (WHERE EXISTS (SELECT FROM request_group g
          JOIN place_claim c ON c.group_id = g.id JOIN booking k ON k.claim_id = c.id
          WHERE g.request_id = r.id AND k.state IN ('confirmed', 'done'))) / nullif(count(*), 0))::int
        FROM support_request r JOIN asked a ON a.id = r.id
        WHERE r.state NOT IN ('draft', 'withdrawn')
          AND r.opened_at BETWEEN ${now}::timestamptz - interval '1 year' AND ${now}::timestamptz - interval '2 months')
        AS "lessonShare"`
  return row as NonNullable<typeof row>
}

async function newOrganisations(db: Sql, { ids, today }: Scope): Promise<Column<NewOrganisation>> {
  const rows = await db.$queryRaw<(Omit<NewOrganisation, 'since'> & { since: Date; total: number })[]>`
    SELECT n.id, n.name, n.place_name AS "placeName", n.created_at AS since, (count(*) OVER ())::int AS total
    FROM organisation n
    WHERE n.verification = 'pending' AND n.stopped_at IS NULL AND n.municipality_code IN (
      SELECT municipality_code FROM region_municipality WHERE region_id = ANY(${ids}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date))
    ORDER BY n.created_at, n.id LIMIT ${CARDS}`
  return columnOf(rows, ({ since, ...row }) => ({ ...row, since: calendarDateOf(since) }))
}

async function unansweredRequests(db: Sql, { ids, today }: Scope): Promise<Column<Unanswered>> {
  const soon = addDays(today, 5)
  const rows = await db.$queryRaw<(Omit<Unanswered, 'dueOn'> & { dueOn: Date; total: number })[]>`
    SELECT DISTINCT ON (p.due_on, r.id) r.id AS "requestId", r.title, b.place_name AS "placeName",
      n.name AS "organisationName", p.due_on AS "dueOn", (count(*) OVER ())::int AS total
    FROM proposal p
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    WHERE p.state IN ('sent', 'viewed', 'considering') AND NOT p.by_company AND p.due_on <= ${soon}::date
      AND b.municipality_code IN (
      SELECT municipality_code FROM region_municipality WHERE region_id = ANY(${ids}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date))
    ORDER BY p.due_on, r.id, n.name LIMIT ${CARDS}`
  return columnOf(rows, ({ dueOn, ...row }) => ({ ...row, dueOn: asDay(dueOn) }))
}

async function openHolds(db: Sql, { ids, today }: Scope): Promise<Column<OpenHold>> {
  const rows = await db.$queryRaw<(Omit<OpenHold, 'expiresOn'> & { expiresOn: Date; total: number })[]>`
    SELECT r.id AS "requestId", r.title, b.place_name AS "placeName", o.title AS "offerTitle",
      h.expires_on AS "expiresOn", (count(*) OVER ())::int AS total
    FROM hold h
    JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN offer o ON o.id = h.offer_id
    WHERE h.state = 'offered' AND b.municipality_code IN (
      SELECT municipality_code FROM region_municipality WHERE region_id = ANY(${ids}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date))
    ORDER BY h.expires_on, h.id LIMIT ${CARDS}`
  return columnOf(rows, ({ expiresOn, ...row }) => ({ ...row, expiresOn: asDay(expiresOn) }))
}

/** Topics that more groups wait for than there are places with companies of the regions, the largest gap first. */
async function shortagesOf(db: Sql, { ids, today }: Scope): Promise<readonly Shortage[]> {
  return db.$queryRaw<Shortage[]>`
    WITH area AS (
      SELECT DISTINCT municipality_code AS code FROM region_municipality WHERE region_id = ANY(${ids}::text[])
        AND valid_from <= ${today}::date AND (valid_until IS NULL OR valid_until > ${today}::date)
    ), wanted AS (
      SELECT coalesce(t.parent_id, t.id) AS topic, count(DISTINCT r.branch_id)::int AS schools,
        count(DISTINCT g.id)::int AS groups
      FROM support_request r
      JOIN school_branch b ON b.id = r.branch_id JOIN area ON area.code = b.municipality_code
      JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
      JOIN topic t ON t.id = ANY(r.topic_ids)
      WHERE r.waiting_since IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL)
      GROUP BY 1
    ), given AS (
      SELECT x.topic, sum(x.free)::int AS places FROM (
        SELECT DISTINCT coalesce(t.parent_id, t.id) AS topic, s.slot_id, s.open AS free
        FROM open_slots(${today}::date, 'infinity') s JOIN offer o ON o.id = s.offer_id AND o.state = 'published'
        JOIN area ON area.code = o.municipality_code JOIN topic t ON t.id = ANY(o.topic_ids)) x GROUP BY x.topic
    )
    SELECT w.topic AS "topicId", w.schools, w.groups, coalesce(g.places, 0)::int AS places
    FROM wanted w LEFT JOIN given g ON g.topic = w.topic
    WHERE w.groups > coalesce(g.places, 0)
    ORDER BY w.groups - coalesce(g.places, 0) DESC, w.topic LIMIT ${CARDS}`
}

function columnOf<Row extends { readonly total: number }, Card>(
  rows: readonly Row[],
  cardOf: (row: Row) => Card & { readonly total?: number },
): Column<Card> {
  return {
    cards: rows.map((row) => {
      const { total: _, ...card } = cardOf(row)
      return card as Card
    }),
    total: rows[0]?.total ?? 0,
  }
}
