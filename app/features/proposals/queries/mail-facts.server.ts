/** What the mails about a proposal say, as it is now; and who reads them. */
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { Level, VmboTrack } from '~/kernel/education'
import { distanceKm } from '~/kernel/geography'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { DeclineReason } from '../domain/proposal'
import type { ProposalState } from '../domain/proposal-states'

export type MailReader = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
}

export type MailFacts = {
  readonly id: string
  readonly state: ProposalState
  readonly requestId: string
  readonly requestState: string
  readonly organisationId: OrganisationId
  readonly company: string
  readonly offer: string
  readonly title: string
  readonly text: string
  readonly message: string | null
  readonly school: string
  readonly place: string
  readonly distanceKm: number
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
  readonly groupsAsked: number
  readonly groupSize: number
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate } | null
  readonly periodText: string | null
  readonly weekdays: readonly number[]
  readonly dueOn: CalendarDate
  readonly declineReason: DeclineReason | null
  readonly answerText: string | null
  readonly addressedToId: string | null
  /** Who of the school sent it; who made the request where a coordinator asked for the school. */
  readonly askerId: string
  /** Name of the coordinator who asked for the school; `null`: the school did. */
  readonly askedBy: string | null
  readonly branchId: string
  /** Other companies that can still answer this request. */
  readonly othersAsked: number
  /** Other requests that wait for this company. */
  readonly othersWaiting: number
}

type Row = Omit<MailFacts, 'dueOn' | 'period' | 'distanceKm'> & {
  readonly dueOn: Date
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
  readonly lat: number
  readonly lng: number
  readonly schoolLat: number
  readonly schoolLng: number
}

/** Of what schools asked. One statement, most urgent first; ids that are unknown are left out. */
export async function mailFacts(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly string[],
  now: Date,
): Promise<readonly MailFacts[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.state::text, p.request_id AS "requestId", r.state::text AS "requestState",
      o.organisation_id AS "organisationId", g.name AS company, o.title AS offer, r.title, r.text, p.message,
      b.name AS school, b.place_name AS place, o.lat, o.lng, b.lat AS "schoolLat", b.lng AS "schoolLng", r.level, r.years,
      r.tracks, coalesce(r.classes, p.groups_asked) AS "groupsAsked", r.group_size AS "groupSize", r.period_from AS "periodFrom",
      r.period_until AS "periodUntil", r.period_text AS "periodText", r.weekdays, p.due_on AS "dueOn",
      p.decline_reason::text AS "declineReason", p.answer_text AS "answerText", p.addressed_to_id AS "addressedToId",
      CASE WHEN s.user_id IS NULL THEN r.created_by_id ELSE s.user_id END AS "askerId",
      CASE WHEN s.user_id IS NULL THEN u.name END AS "askedBy", r.branch_id AS "branchId",
      (SELECT count(*)::int FROM proposal q WHERE q.request_id = p.request_id AND q.id <> p.id AND NOT q.by_company
        AND q.state IN ('sent', 'viewed', 'considering')) AS "othersAsked",
      (SELECT count(*)::int FROM proposal q JOIN offer w ON w.id = q.offer_id
        WHERE w.organisation_id = o.organisation_id AND q.id <> p.id AND NOT q.by_company AND q.due_on >= ${calendarDateOf(now)}::date
        AND q.state IN ('sent', 'viewed', 'considering')) AS "othersWaiting"
    FROM proposal p
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation g ON g.id = o.organisation_id
    JOIN app_user u ON u.id = p.sent_by_id
    LEFT JOIN school_membership s ON s.branch_id = r.branch_id AND s.user_id = p.sent_by_id
    WHERE p.id = ANY(${[...ids]}::uuid[]) AND NOT p.by_company ORDER BY p.due_on, p.sent_at, p.id`
  return rows.map(({ lat, lng, schoolLat, schoolLng, periodFrom, periodUntil, ...row }) => ({
    ...row,
    dueOn: asDay(row.dueOn),
    period: periodFrom && periodUntil ? { from: asDay(periodFrom), until: asDay(periodUntil) } : null,
    distanceKm: distanceKm({ lat, lng }, { lat: schoolLat, lng: schoolLng }),
  }))
}

type ReaderRow = Omit<MailReader, 'locale'> & { readonly locale: string }
const asReader = (row: ReaderRow): MailReader => ({
  ...row,
  locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
})

/** Who may answer for the company, or only the colleague who was asked. One statement. */
export async function companyReaders(
  db: Pick<Db, '$queryRaw'>,
  organisationId: OrganisationId,
  onlyId: string | null,
): Promise<readonly MailReader[]> {
  const rows = await db.$queryRaw<ReaderRow[]>`
    SELECT u.id, u.email::text, u.name, u.locale FROM organisation_membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.organisation_id = ${organisationId}::uuid AND m.role <> 'viewer' AND u.email_verified_at IS NOT NULL
      AND (${onlyId}::uuid IS NULL OR u.id = ${onlyId}::uuid)
    ORDER BY u.id LIMIT 100`
  return rows.map(asReader)
}

/** Who asked, while they work at the school; else everybody who does; else who rang. One statement. */
export async function schoolReaders(
  db: Pick<Db, '$queryRaw'>,
  { branchId, requestId, askerId }: Pick<MailFacts, 'branchId' | 'requestId' | 'askerId'>,
): Promise<readonly MailReader[]> {
  const rows = await db.$queryRaw<ReaderRow[]>`
    SELECT u.id, u.email::text, u.name, u.locale FROM school_membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.branch_id = ${branchId} AND u.email_verified_at IS NOT NULL
    UNION ALL
    SELECT c.request_id, c.email::text, c.name, 'nl' FROM request_caller c WHERE c.request_id = ${requestId}::uuid
    ORDER BY 1 LIMIT 100`
  const asker = rows.filter(({ id }) => id === askerId)
  return (asker.length > 0 ? asker : rows).map(asReader)
}
