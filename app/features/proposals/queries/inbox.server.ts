/** The requests before the companies of a person: what waits for an answer, most urgent first, or what had one. */
import type { Actor } from '~/authorisation/actor'
import { Prisma } from '~/generated/prisma/client'
import {
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
  workingDaysAfter,
} from '~/kernel/calendar'
import type { Level, VmboTrack } from '~/kernel/education'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { ProposalState } from '../domain/proposal-states'

const INBOX_PAGE_SIZE = 20
export type InboxFilter = 'open' | 'answered'

export type InboxRow = {
  readonly id: string
  readonly state: ProposalState
  readonly title: string
  readonly placeName: string
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
  readonly groupsAsked: number
  readonly groupSize: number
  readonly dueOn: CalendarDate
  /** Working days after today; 0: today is the last. */
  readonly daysLeft: number
  readonly offerTitle: string
  readonly organisationName: string
  /** The colleague for whom it is; `null`: for everybody. */
  readonly addressedTo: string | null
  /** First day that is agreed. */
  readonly bookedOn: CalendarDate | null
  readonly isDemo: boolean
}

export type Responsiveness = {
  /** Requests of the last twelve months that had their time. */
  readonly asked: number
  readonly answered: number
  /** Median of the days between question and answer; `null` without an answer. */
  readonly medianDays: number | null
}

export type Inbox = {
  /** Names of the companies of the reader. */
  readonly organisations: readonly string[]
  readonly filter: InboxFilter
  readonly open: number
  readonly answered: number
  readonly rows: readonly InboxRow[]
  readonly page: number
  readonly pages: number
  readonly responsiveness: Responsiveness
}

/** `today` decides what still waits: the clock may close it hours later. */
const isOpen = (today: CalendarDate) =>
  Prisma.sql`(p.state IN ('sent', 'viewed', 'considering') AND p.due_on >= ${today}::date)`

export type InboxQuestion = {
  readonly filter: InboxFilter
  readonly page: number
}

export type InboxNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

/** Two statements. Somebody of no company gets an inbox without companies. */
export async function inbox(
  { db, clock, workingDays }: InboxNeeds,
  actor: Actor,
  question: InboxQuestion,
): Promise<Inbox> {
  const now = clock.now()
  const ids = actor.kind === 'user' ? [...actor.organisations.keys()] : []
  const head = await inboxHead(db, ids, now)
  const { filter } = question
  const pages = Math.max(1, Math.ceil(head[filter] / INBOX_PAGE_SIZE))
  const asked = Number.isInteger(question.page) ? question.page : 1
  const page = Math.min(Math.max(1, asked), pages)
  const rows =
    head[filter] === 0 ? [] : await inboxRows(db, ids, { filter, page, now, free: await workingDays() })
  return { ...head, filter, rows, page, pages }
}

type Head = Pick<Inbox, 'organisations' | 'open' | 'answered' | 'responsiveness'>

/** Newcomers and what is still in its time count neither for nor against anybody. */
async function inboxHead(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly OrganisationId[],
  now: Date,
): Promise<Head> {
  const today = calendarDateOf(now)
  const [row] = await db.$queryRaw<
    {
      organisations: string[]
      open: number
      answered: number
      yearAsked: number
      yearAnswered: number
      medianDays: number | null
    }[]
  >`
    SELECT (SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM organisation
        WHERE id = ANY(${[...ids]}::uuid[])) AS organisations,
      count(*) FILTER (WHERE ${isOpen(today)})::int AS open,
      count(*) FILTER (WHERE NOT ${isOpen(today)})::int AS answered,
      count(*) FILTER (WHERE q.counts AND (q.said OR NOT ${isOpen(today)}))::int AS "yearAsked",
      count(*) FILTER (WHERE q.counts AND q.said)::int AS "yearAnswered",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY CASE WHEN q.counts AND q.said
        THEN extract(epoch FROM p.answered_at - p.sent_at) / 86400 END))::float8 AS "medianDays"
    FROM proposal p JOIN offer o ON o.id = p.offer_id,
      LATERAL (SELECT p.sent_at > ${now}::timestamptz - interval '12 months' AND p.state NOT IN ('withdrawn', 'passed')
        AS counts, p.state IN ('accepted', 'declined') AS said) q
    WHERE o.organisation_id = ANY(${[...ids]}::uuid[]) AND NOT p.by_company`
  const {
    organisations = [],
    open = 0,
    answered = 0,
    yearAsked = 0,
    yearAnswered = 0,
    medianDays = null,
  } = row ?? {}
  return {
    organisations,
    open,
    answered,
    responsiveness: { asked: yearAsked, answered: yearAnswered, medianDays },
  }
}

type Row = Omit<InboxRow, 'dueOn' | 'daysLeft' | 'bookedOn'> & {
  readonly dueOn: Date
  readonly bookedOn: Date | null
}

async function inboxRows(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly OrganisationId[],
  { filter, page, now, free }: InboxQuestion & { readonly now: Date; readonly free: FreeDays },
): Promise<readonly InboxRow[]> {
  const today = calendarDateOf(now)
  const which = filter === 'open' ? isOpen(today) : Prisma.sql`NOT ${isOpen(today)}`
  const order =
    filter === 'open'
      ? Prisma.sql`p.due_on, p.sent_at, p.id`
      : Prisma.sql`coalesce(p.answered_at, p.due_on + interval '1 day') DESC, p.id`
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, CASE WHEN p.state IN ('sent', 'viewed', 'considering') AND p.due_on < ${today}::date
        THEN 'expired' ELSE p.state::text END AS state,
      r.title, b.place_name AS "placeName", r.level, r.years, r.tracks, coalesce(r.classes, p.groups_asked) AS "groupsAsked",
      r.group_size AS "groupSize", p.due_on AS "dueOn", o.title AS "offerTitle", g.name AS "organisationName",
      u.name AS "addressedTo", r.is_demo AS "isDemo",
      (SELECT min(k.date) FROM booking k WHERE k.proposal_id = p.id AND k.state = 'confirmed') AS "bookedOn"
    FROM proposal p
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation g ON g.id = o.organisation_id
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN app_user u ON u.id = p.addressed_to_id
    WHERE o.organisation_id = ANY(${[...ids]}::uuid[]) AND NOT p.by_company AND ${which}
    ORDER BY ${order} LIMIT ${INBOX_PAGE_SIZE} OFFSET ${(page - 1) * INBOX_PAGE_SIZE}`
  return rows.map((row) => {
    const dueOn = asDay(row.dueOn)
    return {
      ...row,
      dueOn,
      daysLeft: workingDaysAfter(today, dueOn, free),
      bookedOn: row.bookedOn && asDay(row.bookedOn),
    }
  })
}
