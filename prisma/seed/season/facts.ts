/** The present state of what a part of a day is about, many at once. */
import type { ProposalState } from '~/features/proposals/domain/proposal-states'
import type { RequestState } from '~/features/requests/domain/request-state'
import type { CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

export type RequestFacts = {
  readonly id: string
  readonly state: RequestState
  readonly version: number
  readonly waits: boolean
  readonly openProposals: number
  readonly groups: number
  readonly unplaced: number
  readonly held: number
}
export type ProposalFacts = {
  readonly id: string
  readonly requestId: string
  readonly offerId: string
  readonly organisationId: string
  readonly state: ProposalState
}
export type BookingFacts = {
  readonly id: string
  readonly requestId: string
  readonly offerId: string
  readonly organisationId: string
  readonly state: string
  readonly date: CalendarDate | null
  readonly options: readonly CalendarDate[]
  /** Days of the place that it has. */
  readonly from: CalendarDate
  readonly until: CalendarDate
}
export type HoldFacts = { readonly id: string; readonly requestId: string; readonly state: string }

export type Facts = {
  readonly requests: ReadonlyMap<string, RequestFacts>
  readonly proposals: ReadonlyMap<string, ProposalFacts>
  readonly bookings: ReadonlyMap<string, BookingFacts>
  readonly holds: ReadonlyMap<string, HoldFacts>
}

export type Asked = {
  readonly requests: readonly string[]
  readonly proposals: readonly string[]
  readonly bookings: readonly string[]
  readonly holds: readonly string[]
}

/** Four statements at most. Requests of the proposals, bookings and holds are among the requests. */
export async function loadFacts(db: Db, asked: Asked): Promise<Facts> {
  const [proposals, bookings, holds] = await Promise.all([
    asked.proposals.length === 0
      ? []
      : db.$queryRaw<ProposalFacts[]>`
          SELECT p.id, p.request_id AS "requestId", p.offer_id AS "offerId", o.organisation_id AS "organisationId",
            p.state::text
          FROM proposal p JOIN offer o ON o.id = p.offer_id WHERE p.id = ANY(${[...asked.proposals]}::uuid[])`,
    asked.bookings.length === 0
      ? []
      : db.$queryRaw<BookingFacts[]>`
          SELECT k.id, g.request_id AS "requestId", s.offer_id AS "offerId", o.organisation_id AS "organisationId",
            k.state::text, k.date::text, k.date_options::text[] AS options,
            s.starts_on::text AS "from", s.ends_on::text AS until
          FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN capacity_slot s ON s.id = c.slot_id
          JOIN offer o ON o.id = s.offer_id JOIN request_group g ON g.id = c.group_id
          WHERE k.id = ANY(${[...asked.bookings]}::uuid[])`,
    asked.holds.length === 0
      ? []
      : db.$queryRaw<HoldFacts[]>`
          SELECT h.id, g.request_id AS "requestId", h.state::text
          FROM hold h JOIN request_group g ON g.id = h.group_id WHERE h.id = ANY(${[...asked.holds]}::uuid[])`,
  ])
  const ids = new Set(asked.requests)
  for (const { requestId } of [...proposals, ...bookings, ...holds]) ids.add(requestId)
  const requests = ids.size === 0 ? [] : await requestFacts(db, [...ids])
  return {
    requests: byId(requests),
    proposals: byId(proposals),
    bookings: byId(bookings),
    holds: byId(holds),
  }
}

async function requestFacts(db: Db, ids: readonly string[]): Promise<readonly RequestFacts[]> {
  return db.$queryRaw<RequestFacts[]>`
    SELECT r.id, r.state::text, r.version, r.waiting_since IS NOT NULL AS waits,
      (SELECT count(*)::int FROM proposal p
        WHERE p.request_id = r.id AND p.state IN ('sent', 'viewed', 'considering')) AS "openProposals",
      count(g.id)::int AS groups,
      count(g.id) FILTER (WHERE c.id IS NULL)::int AS unplaced,
      count(h.id)::int AS held
    FROM support_request r
    JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
    LEFT JOIN place_claim c ON c.group_id = g.id AND c.released_at IS NULL
    LEFT JOIN hold h ON h.claim_id = c.id AND h.state = 'offered'
    WHERE r.id = ANY(${[...ids]}::uuid[]) GROUP BY r.id`
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
