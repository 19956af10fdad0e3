/** What the mails about something that a company offered by itself say, as it is now. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Level, VmboTrack } from '~/kernel/education'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { TopicName } from '../../finder/domain/finder-page'
import type { SchoolDeclineReason } from '../domain/offered'
import type { ProposalState } from '../domain/proposal-states'

export type OfferedFacts = {
  readonly id: string
  readonly state: ProposalState
  readonly requestId: string
  /** It still looks for a place. */
  readonly isLooking: boolean
  readonly branchId: string
  /** Who made the request. */
  readonly askerId: string
  /** Who of the company offered it. */
  readonly senderId: string
  readonly organisationId: OrganisationId
  readonly company: string
  readonly offer: string
  /** In the words of the teacher: for the school alone. */
  readonly title: string
  readonly municipality: string
  readonly topics: readonly TopicName[]
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
  readonly groups: number
  readonly groupSize: number
  readonly message: string | null
  readonly days: readonly CalendarDate[]
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
  readonly dueOn: CalendarDate
  readonly declineReason: SchoolDeclineReason | null
}

/** One statement; the first that ends first. What a school asked itself is left out. */
export function offeredFacts(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly string[],
): Promise<readonly OfferedFacts[]> {
  return db.$queryRaw<OfferedFacts[]>`
    SELECT p.id, p.state::text, p.request_id AS "requestId", r.state IN ('open', 'proposed', 'waiting') AS "isLooking",
      r.branch_id AS "branchId", r.created_by_id AS "askerId", p.sent_by_id AS "senderId",
      o.organisation_id AS "organisationId", g.name AS company, o.title AS offer, r.title, y.name AS municipality,
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'nl', t.nl, 'en', t.en) ORDER BY t.position), '[]')
        FROM topic t WHERE t.id = ANY(r.topic_ids)) AS topics,
      r.level, r.years, r.tracks, p.groups_asked AS groups, r.group_size AS "groupSize", p.message,
      p.date_options::text[] AS days, p.offered_from::text AS from, p.offered_until::text AS until,
      p.due_on::text AS "dueOn", p.decline_reason::text AS "declineReason"
    FROM proposal p
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN municipality y ON y.code = b.municipality_code
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation g ON g.id = o.organisation_id
    WHERE p.id = ANY(${[...ids]}::uuid[]) AND p.by_company ORDER BY p.due_on, p.sent_at, p.id`
}
