/** What companies offer by themselves: written to `proposal` as well, under the lock of the request. */
import { randomUUID } from 'node:crypto'
import { type CalendarDate, calendarDateOf, type Span } from '~/kernel/calendar'
import type { BranchId, NewId, OfferId, OrganisationId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { OfferedBefore, OfferedDays } from './domain/offered'
import type { ProposalId } from './domain/proposal'
import type { ProposalState } from './domain/proposal-states'
import type { Unanswered } from './domain/reminders'

export type OfferedStore = ReturnType<typeof makeOfferedStore>

export type Offered = OfferedDays & {
  readonly id: ProposalId
  readonly requestId: string
  readonly branchId: BranchId
  readonly offerId: OfferId
  readonly organisationId: OrganisationId
  readonly state: ProposalState
  /** For which the company has places. */
  readonly groups: number
  readonly dueOn: CalendarDate
}

export type NewOffered = OfferedDays & {
  readonly requestId: string
  readonly offerId: string
  readonly groups: number
  readonly message: string | null
  readonly score: number | null
  readonly sentById: UserId
  readonly dueOn: CalendarDate
}

export function makeOfferedStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    /** Who offers to this request now, what stood between it and the company, and whether it wants offers. One statement. */
    async standing(
      requestId: string,
      organisationId: OrganisationId,
    ): Promise<{ refuses: boolean; open: number; before: readonly OfferedBefore[] }> {
      const [row] = await tx.$queryRaw<
        {
          refuses: boolean
          open: number
          before: { state: ProposalState; at: string; byCompany: boolean }[]
        }[]
      >`
        SELECT r.refuses_offers AS refuses,
          (SELECT count(*)::int FROM proposal p WHERE p.request_id = r.id AND p.by_company AND p.state = 'sent') AS open,
          (SELECT coalesce(json_agg(json_build_object('state', p.state, 'at', p.sent_at, 'byCompany', p.by_company)), '[]')
            FROM proposal p JOIN offer o ON o.id = p.offer_id
            WHERE p.request_id = r.id AND o.organisation_id = ${organisationId}::uuid) AS before
        FROM support_request r WHERE r.id = ${requestId}::uuid`
      if (!row) throw new Error(`request ${requestId} is gone`)
      return { ...row, before: row.before.map(({ at, ...one }) => ({ ...one, sentAt: new Date(at) })) }
    },

    /**
     * Places of the offer that are open in the span, less what its company offers to others already. The offer is locked,
     * so that two presses do not both see the last place.
     */
    async placesLeft(offerId: string, within: Span): Promise<number> {
      await tx.$queryRaw`SELECT id FROM offer WHERE id = ${offerId}::uuid FOR NO KEY UPDATE`
      const [row] = await tx.$queryRaw<{ left: number }[]>`
        SELECT (coalesce((SELECT sum(open) FROM open_slots(${within.from}::date, ${within.until}::date,
            ARRAY[${offerId}::uuid], true)), 0)
          - coalesce((SELECT sum(groups_asked) FROM proposal
            WHERE offer_id = ${offerId}::uuid AND by_company AND state = 'sent'), 0))::int AS left`
      return row?.left ?? 0
    },

    /** @returns those of the days on which the offer has a place. */
    async daysWithPlace(offerId: string, days: readonly CalendarDate[]): Promise<readonly CalendarDate[]> {
      const rows = await tx.$queryRaw<{ day: CalendarDate }[]>`
        SELECT d::text AS day FROM unnest(${[...days]}::date[]) AS d
        WHERE EXISTS (SELECT FROM open_slots(d, d, ARRAY[${offerId}::uuid], true) WHERE open > 0)`
      return rows.map(({ day }) => day)
    },

    /** @returns the id, `null` when this request stands before this offer already. */
    async create(
      { days, period, groups, dueOn, ...offered }: NewOffered,
      at: Date,
    ): Promise<ProposalId | null> {
      const id = newId()
      const { count } = await tx.proposal.createMany({
        data: [
          {
            id,
            ...offered,
            groupsAsked: groups,
            byCompany: true,
            dateOptions: days.map(asDate),
            offeredFrom: period && asDate(period.from),
            offeredUntil: period && asDate(period.until),
            dueOn: asDate(dueOn),
            sentAt: at,
            notifiedAt: at,
          },
        ],
        skipDuplicates: true,
      })
      return count === 1 ? (id as ProposalId) : null
    },

    /** @returns what a company offered; `null` for anything else. */
    async read(id: string): Promise<Offered | null> {
      const row = await tx.proposal.findFirst({
        where: { id, byCompany: true },
        select: {
          ...{ id: true, requestId: true, state: true, groupsAsked: true, dueOn: true, dateOptions: true },
          ...{ offeredFrom: true, offeredUntil: true },
          request: { select: { branchId: true } },
          offer: { select: { id: true, organisationId: true } },
        },
      })
      if (!row) return null
      const { offeredFrom: from, offeredUntil: until } = row
      return {
        id: row.id as ProposalId,
        requestId: row.requestId,
        branchId: row.request.branchId as BranchId,
        offerId: row.offer.id as OfferId,
        organisationId: row.offer.organisationId as OrganisationId,
        state: row.state,
        groups: row.groupsAsked,
        dueOn: asDay(row.dueOn),
        days: row.dateOptions.map(asDay),
        period: from && until ? { from: asDay(from), until: asDay(until) } : null,
      }
    },

    /** What waits for the answer of the school of a request that still looks, the request locked before. */
    async unansweredOf(requestId: string, today: CalendarDate): Promise<readonly Unanswered[]> {
      const rows = await tx.proposal.findMany({
        where: { requestId, byCompany: true, state: 'sent', dueOn: { gte: asDate(today) } },
        select: { id: true, sentAt: true, notifiedAt: true, reminders: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ sentAt, ...row }) => ({ ...row, sentOn: calendarDateOf(sentAt) }))
    },
  }
}
