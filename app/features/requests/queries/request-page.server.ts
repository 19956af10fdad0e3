/** One request as its school, its coordinator and the administrator see it. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { addDays, type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { OfferKind } from '~/kernel/education'
import type { BranchId, RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import { offerSlug } from '../../finder/domain/offer-address'
import type { PhoneEntry } from '../../phone-entries/domain/phone-entry'
import { ASKED_LATELY_DAYS } from '../../proposals/domain/proposal'
import type { ProposalState } from '../../proposals/domain/proposal-states'
import type { RequestNeed } from '../domain/need'
import type { WaitingReason } from '../domain/request'
import type { TopicChoice } from '../domain/request-form'
import { type GroupStanding, groupsWithPlace, isRunning, type RequestState } from '../domain/request-state'
import { requestNotFound } from '../errors'

export type RequestGroupRow = {
  readonly number: number
  readonly standing: GroupStanding
  readonly bookingId: string | null
  readonly holdId: string | null
  /** The agreed day, or the last day to answer a hold. */
  readonly on: CalendarDate | null
  readonly offerTitle: string | null
  readonly organisationName: string | null
}

export type ProposalRow = {
  readonly id: string
  readonly offerId: string
  readonly offerTitle: string
  readonly organisationName: string
  readonly state: ProposalState
  readonly dueOn: CalendarDate
  readonly declineReason: string | null
  readonly answerText: string | null
}

/** What a company offered to the request by itself, newest last. */
export type OfferedRow = {
  readonly id: string
  readonly offerId: string
  readonly offerSlug: string
  readonly offerTitle: string
  readonly organisationName: string
  readonly organisationSlug: string
  /** Still before schools. */
  readonly isThere: boolean
  readonly state: ProposalState
  /** Last day to answer. */
  readonly dueOn: CalendarDate
  readonly message: string | null
  /** For which it has places. */
  readonly groups: number
  readonly days: readonly CalendarDate[]
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
  readonly declineReason: string | null
}

/** A company that was asked about one of the topics in the last days, by another request of the school. */
export type AskedLately = {
  readonly organisationId: string
  readonly requestId: string
  readonly title: string
}

export type WaitingPlace = {
  readonly regionName: string
  /** From 1. For a request that does not wait yet: where it would come. */
  readonly place: number
  readonly of: number
  /** Whole weeks that the first one waits. */
  readonly longestWeeks: number
  /** Requests of this list that were offered a place in the last twelve weeks, and who comes next by that pace. */
  readonly lately: number
  /** Whole weeks by that pace; `null` when none was. */
  readonly expectedWeeks: number | null
}

export type RequestPage = {
  readonly id: string
  readonly branchId: BranchId
  readonly schoolName: string
  readonly state: RequestState
  readonly need: RequestNeed
  readonly version: number
  readonly isDemo: boolean
  readonly groups: readonly RequestGroupRow[]
  /** That take part in the project that it asks for; `null`: it asks for no project. */
  readonly classes: number | null
  readonly placed: number
  /** Groups that nobody has a place for. */
  readonly unplaced: number
  /** Whom the school asked. */
  readonly proposals: readonly ProposalRow[]
  /** What companies offered by themselves. */
  readonly offered: readonly OfferedRow[]
  /** The school wants no such offers. */
  readonly refusesOffers: boolean
  readonly askedLately: readonly AskedLately[]
  readonly waitingReason: WaitingReason | null
  /** Its school was asked whether it still looks and has not answered; `answerBy` after the second mail. */
  readonly stillAsked: { readonly answerBy: CalendarDate | null } | null
  /** `null` where the school lies in no region. */
  readonly waiting: WaitingPlace | null
  readonly topics: readonly TopicChoice[]
  readonly isRunning: boolean
  readonly mayEdit: boolean
  /** A coordinator may change it for the school that rang. */
  readonly mayEnter: boolean
  /** What a coordinator last entered or changed of it for the school. */
  readonly phoneEntry: PhoneEntry | null
}

type Row = Omit<RequestNeed, 'kinds' | 'period'> & {
  readonly id: string
  readonly branchId: BranchId
  readonly schoolName: string
  readonly state: RequestState
  readonly kinds: readonly OfferKind[]
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
  readonly version: number
  readonly isDemo: boolean
  readonly refusesOffers: boolean
  readonly waitingSince: Date | null
  readonly waitingReason: WaitingReason | null
  readonly stillAsked: number
  readonly stillAnswerBy: Date | null
  readonly regionIds: readonly RegionId[]
  readonly groups: readonly RequestGroupRow[] | null
  readonly classes: number | null
  readonly proposals: readonly ProposalRow[] | null
  readonly offered: readonly (Omit<OfferedRow, 'offerSlug'> & { readonly words: string })[] | null
  readonly askedLately: readonly AskedLately[] | null
  readonly phoneEntry: (Omit<PhoneEntry, 'on'> & { readonly at: string }) | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Three statements. @throws AppError 404 for what does not exist or is not the actor's. */
export async function requestPage(
  db: Pick<Db, '$queryRaw' | 'topic'>,
  actor: Actor,
  now: Date,
  id: string,
): Promise<RequestPage> {
  if (!UUID.test(id)) throw requestNotFound()
  const [row] = await readRow(db, id, calendarDateOf(now))
  if (!row) throw requestNotFound()
  const subject = { branchId: row.branchId, regionIds: row.regionIds }
  allow(actor, 'request.see', subject)
  const [waiting, topics] = await Promise.all([
    row.regionIds[0] ? waitingPlace(db, row, row.regionIds[0], now) : null,
    db.topic.findMany({
      select: { id: true, parentId: true, nl: true, en: true },
      orderBy: { position: 'asc' },
    }),
  ])
  const groups = row.groups ?? []
  return {
    id: row.id,
    branchId: row.branchId,
    schoolName: row.schoolName,
    state: row.state,
    need: needOf(row),
    version: row.version,
    isDemo: row.isDemo,
    groups,
    classes: row.classes,
    placed: groupsWithPlace(groups.map(({ standing }) => standing)),
    unplaced: groups.filter(({ standing }) => standing === 'none').length,
    proposals: row.proposals ?? [],
    offered: (row.offered ?? []).map(offeredRow),
    refusesOffers: row.refusesOffers,
    askedLately: row.askedLately ?? [],
    waitingReason: row.waitingReason,
    stillAsked: row.stillAsked === 0 ? null : { answerBy: row.stillAnswerBy && asDay(row.stillAnswerBy) },
    waiting,
    topics,
    isRunning: isRunning(row.state),
    mayEdit: may(actor, 'request.edit', subject),
    mayEnter: actor.kind === 'user' && may(actor, 'request.enter', subject),
    phoneEntry: entryOf(row.phoneEntry),
  }
}

function entryOf(entry: Row['phoneEntry']): PhoneEntry | null {
  return entry && { kind: entry.kind, byName: entry.byName, on: calendarDateOf(new Date(entry.at)) }
}

function offeredRow({ words, ...row }: NonNullable<Row['offered']>[number]): OfferedRow {
  return { ...row, offerSlug: offerSlug(words, row.offerId) }
}

function readRow(db: Pick<Db, '$queryRaw'>, id: string, today: CalendarDate): Promise<Row[]> {
  const since = addDays(today, -ASKED_LATELY_DAYS)
  return db.$queryRaw<Row[]>`
    SELECT r.id, r.branch_id AS "branchId", b.name AS "schoolName", r.state::text, r.title, r.text,
      r.kinds::text[] AS kinds, r.topic_ids AS "topicIds", r.level, r.years, r.tracks, r.group_size AS "groupSize",
      r.period_text AS "periodText", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.weekdays,
      r.max_distance_km AS "maxDistanceKm", r.languages, r.is_urgent AS "isUrgent", r.all_or_none AS "allOrNone",
      r.may_share AS "mayShare", r.refuses_offers AS "refusesOffers", r.version, r.classes, r.is_demo AS "isDemo",
      r.waiting_since AS "waitingSince", r.waiting_reason::text AS "waitingReason",
      r.still_asked AS "stillAsked", r.still_answer_by AS "stillAnswerBy",
      ARRAY(SELECT m.region_id FROM region_municipality m WHERE m.municipality_code = b.municipality_code
        AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now()) ORDER BY m.region_id)
        AS "regionIds",
      (SELECT json_agg(DISTINCT jsonb_build_object('organisationId', o.organisation_id, 'requestId', q.id, 'title', q.title))
        FROM support_request q JOIN proposal p ON p.request_id = q.id JOIN offer o ON o.id = p.offer_id
        WHERE q.branch_id = r.branch_id AND q.id <> r.id AND q.topic_ids && r.topic_ids
          AND NOT p.by_company AND p.sent_at > ${asDate(since)} AND p.state <> 'withdrawn') AS "askedLately",
      (SELECT json_agg(json_build_object('number', g.number,
          'standing', CASE WHEN k.state IN ('done', 'no-show') THEN 'done' WHEN k.id IS NOT NULL THEN 'booked'
            WHEN h.id IS NOT NULL THEN 'held' ELSE 'none' END,
          'bookingId', k.id, 'holdId', CASE WHEN k.id IS NULL THEN h.id END,
          'on', CASE WHEN k.id IS NOT NULL THEN k.date ELSE h.expires_on END,
          'offerTitle', o.title, 'organisationName', n.name) ORDER BY g.number)
        FROM request_group g
        LEFT JOIN place_claim c ON c.group_id = g.id AND c.released_at IS NULL
        LEFT JOIN capacity_slot s ON s.id = c.slot_id
        LEFT JOIN offer o ON o.id = s.offer_id
        LEFT JOIN organisation n ON n.id = o.organisation_id
        LEFT JOIN booking k ON k.claim_id = c.id
        LEFT JOIN hold h ON h.claim_id = c.id
        WHERE g.request_id = r.id AND g.dropped_at IS NULL) AS groups,
      (SELECT json_agg(json_build_object('id', p.id, 'offerId', p.offer_id, 'offerTitle', o.title,
          'organisationName', n.name, 'state', p.state, 'dueOn', p.due_on, 'declineReason', p.decline_reason,
          'answerText', p.answer_text) ORDER BY p.sent_at, p.id)
        FROM proposal p JOIN offer o ON o.id = p.offer_id JOIN organisation n ON n.id = o.organisation_id
        WHERE p.request_id = r.id AND NOT p.by_company) AS proposals,
      (SELECT json_agg(json_build_object('id', p.id, 'offerId', p.offer_id, 'words', o.slug, 'offerTitle', o.title,
          'organisationName', n.name, 'organisationSlug', n.slug, 'isThere', o.state = 'published',
          'state', CASE WHEN p.state = 'sent' AND p.due_on < ${today}::date THEN 'expired' ELSE p.state::text END,
          'dueOn', p.due_on, 'message', p.message, 'groups', p.groups_asked, 'days', p.date_options,
          'from', p.offered_from, 'until', p.offered_until, 'declineReason', p.decline_reason) ORDER BY p.sent_at, p.id)
        FROM proposal p JOIN offer o ON o.id = p.offer_id JOIN organisation n ON n.id = o.organisation_id
        WHERE p.request_id = r.id AND p.by_company) AS offered,
      (SELECT json_build_object('kind', e.kind, 'byName', u.name, 'at', e.at)
        FROM phone_entry e LEFT JOIN app_user u ON u.id = e.by_id
        WHERE e.request_id = r.id ORDER BY e.at DESC, e.id LIMIT 1) AS "phoneEntry"
    FROM support_request r JOIN school_branch b ON b.id = r.branch_id WHERE r.id = ${id}::uuid`
}

function needOf(row: Row): RequestNeed {
  const { periodFrom, periodUntil } = row
  const period = periodFrom && periodUntil ? { from: asDay(periodFrom), until: asDay(periodUntil) } : null
  const { title, text, kinds, topicIds, level, years, tracks, groupSize, periodText } = row
  const { weekdays, maxDistanceKm, languages, isUrgent, allOrNone, mayShare } = row
  return {
    title,
    text,
    kinds,
    topicIds,
    level,
    years,
    tracks,
    groupSize,
    periodText,
    period,
    weekdays,
    maxDistanceKm,
    languages,
    isUrgent,
    allOrNone,
    mayShare,
  }
}

/** Weeks over which the pace of a waiting list is counted. */
const PACE_WEEKS = 12

/** By how long each waits, the longest first, over the whole region. */
async function waitingPlace(
  db: Pick<Db, '$queryRaw'>,
  row: Row,
  regionId: RegionId,
  now: Date,
): Promise<WaitingPlace | null> {
  const since = row.waitingSince
  const [found] = await db.$queryRaw<
    { regionName: string; before: number; others: number; first: Date | null; lately: number }[]
  >`
    SELECT g.name AS "regionName", (SELECT count(DISTINCT x.request_id)::int FROM hold h
        JOIN request_group x ON x.id = h.group_id JOIN support_request y ON y.id = x.request_id
        JOIN school_branch b ON b.id = y.branch_id
        JOIN region_municipality m ON m.municipality_code = b.municipality_code AND m.region_id = ${regionId}
          AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())
        WHERE h.created_at > ${now}::timestamptz - make_interval(weeks => ${PACE_WEEKS}::int) AND h.state IN ('offered', 'accepted')) AS lately,
      count(q.id)::int AS others, min(q.waiting_since) AS first,
      count(q.id) FILTER (WHERE ${since}::timestamptz IS NULL OR q.waiting_since < ${since}::timestamptz
        OR (q.waiting_since = ${since}::timestamptz AND q.id < ${row.id}::uuid))::int AS before
    FROM region g
    LEFT JOIN (
      SELECT r.id, r.waiting_since FROM support_request r JOIN school_branch b ON b.id = r.branch_id
      JOIN region_municipality m ON m.municipality_code = b.municipality_code AND m.region_id = ${regionId}
        AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())
      WHERE r.state = 'waiting' AND r.id <> ${row.id}::uuid
    ) q ON true
    WHERE g.id = ${regionId} GROUP BY g.id`
  if (!found) return null
  const first = [found.first, since].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0]
  const { lately } = found
  return {
    regionName: found.regionName,
    lately,
    expectedWeeks: lately === 0 ? null : Math.ceil(((found.before + 1) * PACE_WEEKS) / lately),
    place: found.before + 1,
    of: found.others + 1,
    longestWeeks: first ? Math.max(0, Math.floor((now.getTime() - first.getTime()) / (7 * 86_400_000))) : 0,
  }
}
