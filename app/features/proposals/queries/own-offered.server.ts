/** What the companies of a person offered by themselves: what waits for a school, and what became of the rest lately. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { Level, VmboTrack } from '~/kernel/education'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { TopicName } from '../../finder/domain/finder-page'
import type { SchoolDeclineReason } from '../domain/offered'
import type { ProposalState } from '../domain/proposal-states'

const SHOWN_MAX = 20

export type OwnOffered = {
  readonly id: string
  readonly requestId: string
  readonly organisationId: OrganisationId
  readonly state: ProposalState
  readonly offerTitle: string
  readonly topics: readonly TopicName[]
  readonly municipality: string
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
  readonly groups: number
  /** Last day on which the school can answer. */
  readonly dueOn: CalendarDate
  readonly declineReason: SchoolDeclineReason | null
  /** The first booking that came of it. */
  readonly bookingId: string | null
  /** By the reader. */
  readonly mayTakeBack: boolean
}

type Row = Omit<OwnOffered, 'mayTakeBack'>

/** At most twenty of the last two months, those that wait first. No name of a school, no words of a teacher. One statement. */
export async function ownOffered(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  now: Date,
): Promise<readonly OwnOffered[]> {
  const ids = actor.kind === 'user' ? [...actor.organisations.keys()] : []
  if (ids.length === 0) return []
  const today = calendarDateOf(now)
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.request_id AS "requestId", CASE WHEN p.state = 'sent' AND p.due_on < ${today}::date THEN 'expired' ELSE p.state::text END AS state,
      o.organisation_id AS "organisationId", o.title AS "offerTitle", y.name AS municipality, r.level, r.years, r.tracks, p.groups_asked AS groups,
      p.due_on::text AS "dueOn", p.decline_reason::text AS "declineReason",
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'nl', t.nl, 'en', t.en) ORDER BY t.position), '[]')
        FROM topic t WHERE t.id = ANY(r.topic_ids)) AS topics,
      (SELECT k.id FROM booking k WHERE k.proposal_id = p.id ORDER BY k.date, k.id LIMIT 1) AS "bookingId"
    FROM proposal p
    JOIN offer o ON o.id = p.offer_id
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN municipality y ON y.code = b.municipality_code
    WHERE p.by_company AND o.organisation_id = ANY(${[...ids]}::uuid[])
      AND p.sent_at > ${now}::timestamptz - interval '2 months'
    ORDER BY p.state <> 'sent', p.sent_at DESC, p.id LIMIT ${SHOWN_MAX}`
  return rows.map((row) => ({
    ...row,
    mayTakeBack: row.state === 'sent' && may(actor, 'proposal.offer', row),
  }))
}
