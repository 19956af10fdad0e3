/** What somebody of a school or a company sees first: what needs them now, what comes, how it stands. Five statements. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError, notFound } from '~/kernel/errors'
import type { BranchId, OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { type Need, orderNeeds, type Side, urgentCount } from '../domain/needs'
import { companyNeeds } from './company-needs.server'
import { schoolNeeds } from './school-needs.server'

const AGENDA_ROWS = 8

export type AgendaRow = {
  readonly id: string
  readonly side: Side
  readonly date: CalendarDate
  readonly startTime: string | null
  readonly title: string
  /** The company for a school, the school for a company. */
  readonly partner: string
  readonly placeName: string
  readonly isOnline: boolean
}

export type DeskFigures = {
  /** Of schools. */
  readonly running: number
  readonly asked: number
  readonly waiting: number
  /** Of companies. */
  readonly online: number
  readonly freePlaces: number
  readonly questions: number
  /** Of both: the days that come. */
  readonly schoolDays: number
  readonly companyDays: number
  /** Whether there was ever anything: who begins gets the first step. */
  readonly everAsked: boolean
  readonly everOffered: boolean
}

/** A school or a company of the reader. */
export type Belonging = { readonly side: Side; readonly id: string; readonly name: string }

export type DeskPage = {
  readonly today: CalendarDate
  /** Hour of the wall clock in Amsterdam, 0–23. */
  readonly hour: number
  /** By side, then by name. */
  readonly belongings: readonly Belonging[]
  /** The one that is looked at; `null`: all. */
  readonly of: string | null
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  /** Most urgent first. */
  readonly needs: readonly Need[]
  readonly urgent: number
  readonly agenda: readonly AgendaRow[]
  readonly figures: DeskFigures
}

export type DeskNeeds = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

const HOUR = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
})

/**
 * @returns the actor as one who belongs to that school or company alone; as he is where nothing is chosen.
 * @throws AppError 401; 404 for what is not the actor's.
 */
export function actorOfOne(actor: Actor, of: string | null): SignedInActor {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of === null) return actor
  const school = actor.schools.get(of as BranchId)
  const organisation = actor.organisations.get(of as OrganisationId)
  if (school === undefined && organisation === undefined) throw notFound('page.not-found')
  return {
    ...actor,
    schools: new Map(school ? [[of as BranchId, school]] : []),
    organisations: new Map(organisation ? [[of as OrganisationId, organisation]] : []),
  }
}

/** @param of the school or company to look at; `null`: all of them. @throws AppError as `actorOfOne`. */
export async function deskPage({ db, clock }: DeskNeeds, actor: Actor, of: string | null): Promise<DeskPage> {
  const one = actorOfOne(actor, of)
  const now = clock.now()
  const today = calendarDateOf(now)
  const [belongings, ofSchool, ofCompany, agenda, figures] = await Promise.all([
    belongingsOf(db, actorOfOne(actor, null)),
    schoolNeeds(db, one, today),
    companyNeeds(db, one, today),
    agendaOf(db, one, today),
    figuresOf(db, one, today),
  ])
  const needs = orderNeeds([...ofSchool, ...ofCompany], today)
  return {
    today,
    hour: Number(HOUR.format(now)),
    belongings,
    of,
    hasSchool: one.schools.size > 0,
    hasOrganisation: one.organisations.size > 0,
    needs,
    urgent: urgentCount(needs, today),
    agenda,
    figures,
  }
}

type Ids = { readonly branches: string[]; readonly companies: string[] }

const idsOf = ({ schools, organisations }: SignedInActor): Ids => ({
  branches: [...schools.keys()],
  companies: [...organisations.keys()],
})

async function belongingsOf(db: Pick<Db, '$queryRaw'>, actor: SignedInActor): Promise<readonly Belonging[]> {
  const { branches, companies } = idsOf(actor)
  return db.$queryRaw<Belonging[]>`
    SELECT * FROM (
      SELECT 'school' AS side, id, name FROM school_branch WHERE id = ANY(${branches}::text[])
      UNION ALL SELECT 'company', id::text, name FROM organisation WHERE id = ANY(${companies}::uuid[])
    ) x ORDER BY side DESC, name COLLATE "nl-x-icu", id LIMIT 50`
}

async function agendaOf(
  db: Pick<Db, '$queryRaw'>,
  actor: SignedInActor,
  today: CalendarDate,
): Promise<readonly AgendaRow[]> {
  const { branches, companies } = idsOf(actor)
  const rows = await db.$queryRaw<(Omit<AgendaRow, 'date'> & { readonly date: Date })[]>`
    SELECT k.id, x.side, k.date, k.start_time AS "startTime", o.title,
      CASE x.side WHEN 'company' THEN b.name ELSE n.name END AS partner,
      CASE o.location WHEN 'at-school' THEN b.place_name ELSE o.place_name END AS "placeName",
      o.location = 'online' AS "isOnline"
    FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
    JOIN support_request r ON r.id = g.request_id JOIN school_branch b ON b.id = r.branch_id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    CROSS JOIN LATERAL (SELECT CASE WHEN n.id = ANY(${companies}::uuid[]) THEN 'company' ELSE 'school' END AS side) x
    WHERE k.state = 'confirmed' AND k.date >= ${today}::date
      AND (r.branch_id = ANY(${branches}::text[]) OR n.id = ANY(${companies}::uuid[]))
    ORDER BY k.date, k.start_time NULLS LAST, k.id LIMIT ${AGENDA_ROWS}`
  return rows.map((row) => ({ ...row, date: asDay(row.date) }))
}

async function figuresOf(
  db: Pick<Db, '$queryRaw'>,
  actor: SignedInActor,
  today: CalendarDate,
): Promise<DeskFigures> {
  const { branches, companies } = idsOf(actor)
  const [row] = await db.$queryRaw<DeskFigures[]>`
    WITH asked AS (
      SELECT id, state FROM support_request WHERE branch_id = ANY(${branches}::text[])
    ), own AS (
      SELECT id, state FROM offer WHERE organisation_id = ANY(${companies}::uuid[]) AND state <> 'archived'
    ), days AS (
      SELECT r.branch_id = ANY(${branches}::text[]) AS of_school,
        o.organisation_id = ANY(${companies}::uuid[]) AS of_company
      FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
      JOIN support_request r ON r.id = g.request_id
      JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
      WHERE k.state = 'confirmed' AND k.date >= ${today}::date
        AND (r.branch_id = ANY(${branches}::text[]) OR o.organisation_id = ANY(${companies}::uuid[]))
    )
    SELECT (SELECT count(*)::int FROM asked WHERE state IN ('open', 'proposed', 'waiting', 'booked')) AS running,
      (SELECT count(*)::int FROM asked WHERE state = 'proposed') AS asked,
      (SELECT count(*)::int FROM asked WHERE state = 'waiting') AS waiting,
      (SELECT count(*)::int FROM own WHERE state = 'published') AS online,
      (SELECT coalesce(sum(open), 0)::int FROM open_slots(${today}::date, 'infinity',
        ARRAY(SELECT id FROM own WHERE state = 'published'))) AS "freePlaces",
      (SELECT count(*)::int FROM proposal p JOIN own o ON o.id = p.offer_id WHERE NOT p.by_company
        AND p.state IN ('sent', 'viewed', 'considering') AND p.due_on >= ${today}::date) AS questions,
      (SELECT count(*)::int FROM days WHERE of_school) AS "schoolDays",
      (SELECT count(*)::int FROM days WHERE of_company) AS "companyDays",
      EXISTS (SELECT 1 FROM asked) AS "everAsked", EXISTS (SELECT 1 FROM own) AS "everOffered"`
  return row as NonNullable<typeof row>
}
