/** Proposals: the only writes to `proposal`. Whoever changes one has locked its request before. */
import { randomUUID } from 'node:crypto'
import type { OrganisationRole } from '~/authorisation/actor'
import type { DeclineReason as DeclineColumn } from '~/generated/prisma/enums'
import { addDays, type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { BranchId, NewId, OfferId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { SchoolDeclineReason } from './domain/offered'
import { ASKED_LATELY_DAYS, type DeclineReason, type Proposal, type ProposalId } from './domain/proposal'
import type { ProposalState } from './domain/proposal-states'
import type { Unanswered } from './domain/reminders'

export type ProposalStore = ReturnType<typeof makeProposalStore>

/** What sending has to know of an offer. */
export type AskedOffer = {
  readonly id: OfferId
  readonly title: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly isPublished: boolean
  readonly kind: OfferKind
  readonly location: OfferLocation
  readonly groupSizeMax: number | null
  readonly levels: readonly LevelYears[]
  /** It has class-places at all; a download has none and needs none. */
  readonly hasCapacity: boolean
}

export type NewProposal = {
  readonly requestId: string
  readonly offerId: OfferId
  readonly groupsAsked: number
  readonly message: string | null
  readonly score: number | null
  readonly sentById: UserId
  readonly dueOn: CalendarDate
  /** The colleague to whom it was passed; absent: everybody of the company. */
  readonly addressedToId?: UserId
}

export type Answer = {
  readonly state: ProposalState
  readonly answeredById: UserId | null
  readonly groupsAccepted?: number
  readonly declineReason?: DeclineReason | SchoolDeclineReason
  readonly text?: string | null
}

export function makeProposalStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    /** The regions that a branch lies in now. */
    async regionsOf(branchId: BranchId): Promise<readonly RegionId[]> {
      const rows = await tx.$queryRaw<{ id: RegionId }[]>`
        SELECT m.region_id AS id FROM region_municipality m JOIN school_branch b USING (municipality_code)
        WHERE b.id = ${branchId} AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`
      return rows.map(({ id }) => id)
    },

    /** In the order of the ids asked; an id that is no offer is left out. One statement. */
    async offers(ids: readonly string[]): Promise<readonly AskedOffer[]> {
      return tx.$queryRaw<AskedOffer[]>`
        SELECT o.id, o.title, o.organisation_id AS "organisationId", g.name AS "organisationName",
          (o.state = 'published' AND g.verification = 'verified') AS "isPublished", o.kind::text, o.location::text,
          o.group_size_max AS "groupSizeMax", o.levels,
          EXISTS (SELECT 1 FROM capacity_slot s WHERE s.offer_id = o.id) AS "hasCapacity"
        FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS asked(id, n)
        JOIN offer o ON o.id = asked.id JOIN organisation g ON g.id = o.organisation_id ORDER BY asked.n`
    },

    /** @returns those of the companies that this school asked about one of these topics in the last days, by another request. */
    async askedLately(
      asked: {
        readonly branchId: BranchId
        readonly organisationIds: readonly OrganisationId[]
        readonly topicIds: readonly string[]
        readonly requestId: string
      },
      at: Date,
    ): Promise<ReadonlySet<OrganisationId>> {
      const since = addDays(calendarDateOf(at), -ASKED_LATELY_DAYS)
      const rows = await tx.$queryRaw<{ id: OrganisationId }[]>`
        SELECT DISTINCT o.organisation_id AS id FROM proposal p
        JOIN support_request r ON r.id = p.request_id
        JOIN offer o ON o.id = p.offer_id
        WHERE r.branch_id = ${asked.branchId} AND r.id <> ${asked.requestId}::uuid
          AND o.organisation_id = ANY(${[...asked.organisationIds]}::uuid[])
          AND r.topic_ids && ${[...asked.topicIds]}::text[]
          AND NOT p.by_company AND p.sent_at > ${asDate(since)} AND p.state <> 'withdrawn'`
      return new Set(rows.map(({ id }) => id))
    },

    /** @returns the id, `null` when this request stands before this offer already. */
    async create(proposal: NewProposal, at: Date): Promise<ProposalId | null> {
      const id = newId()
      const { count } = await tx.proposal.createMany({
        data: [{ id, ...proposal, dueOn: asDate(proposal.dueOn), sentAt: at, notifiedAt: at }],
        skipDuplicates: true,
      })
      return count === 1 ? (id as ProposalId) : null
    },

    /** The request that a proposal is of, to be locked first. */
    async requestOf(id: string): Promise<string | null> {
      const row = await tx.proposal.findUnique({ where: { id }, select: { requestId: true } })
      return row?.requestId ?? null
    },

    /** What a school asked: a company answers nothing that it offered itself. */
    async read(id: string): Promise<Proposal | null> {
      const [proposal] = await readProposals(tx, [id], null)
      return proposal && !proposal.byCompany ? proposal : null
    },

    /** Proposals of the request that can still be answered, by either side. */
    async openOf(requestId: string): Promise<readonly Proposal[]> {
      return readProposals(tx, null, requestId)
    },

    /**
     * Hands it on: this one is closed and another, with the same question and the same last day, waits for the colleague.
     * @returns the id of the other.
     */
    async pass(
      proposal: Proposal,
      by: { readonly fromId: UserId | null; readonly toId: UserId },
      at: Date,
    ): Promise<ProposalId> {
      const { message, score, sentById } = await tx.proposal.findUniqueOrThrow({
        where: { id: proposal.id },
        select: { message: true, score: true, sentById: true },
      })
      await this.answer(proposal.id, { state: 'passed', answeredById: by.fromId }, at)
      const { requestId, offerId, groupsAsked, dueOn, sentAt } = proposal
      const id = newId()
      await tx.proposal.create({
        data: {
          ...{ id, requestId, offerId, groupsAsked, message, score, sentById, sentAt },
          dueOn: asDate(dueOn),
          notifiedAt: at,
          addressedToId: by.toId,
        },
        select: { id: true },
      })
      return id as ProposalId
    },

    /** @returns the role of somebody who works at the company, `null` of anybody else. */
    async roleAt(organisationId: OrganisationId, userId: string): Promise<OrganisationRole | null> {
      const row = await tx.organisationMembership.findUnique({
        where: { userId_organisationId: { userId, organisationId } },
        select: { role: true },
      })
      return row?.role ?? null
    },

    /** What was handed to somebody and is not answered is the company's again. */
    async giveBack(organisationId: OrganisationId, userId: UserId): Promise<void> {
      await tx.$executeRaw`
        UPDATE proposal p SET addressed_to_id = NULL FROM offer o
        WHERE o.id = p.offer_id AND o.organisation_id = ${organisationId}::uuid
          AND p.addressed_to_id = ${userId}::uuid AND p.state IN ('sent', 'viewed', 'considering')`
    },

    /** Unanswered proposals of a company, locked until the transaction ends, so that two reminders do not cross. */
    async unansweredOf(organisationId: string, today: CalendarDate): Promise<readonly Unanswered[]> {
      const rows = await tx.$queryRaw<(Omit<Unanswered, 'sentOn'> & { sentAt: Date })[]>`
        SELECT p.id, p.sent_at AS "sentAt", p.notified_at AS "notifiedAt", p.reminders
        FROM proposal p JOIN offer o ON o.id = p.offer_id
        WHERE o.organisation_id = ${organisationId}::uuid AND NOT p.by_company
          AND p.state IN ('sent', 'viewed', 'considering') AND p.due_on >= ${today}::date
        ORDER BY p.id FOR UPDATE OF p`
      return rows.map(({ sentAt, ...row }) => ({ ...row, sentOn: calendarDateOf(sentAt) }))
    },

    async setReminded(id: string, reminders: number, at: Date): Promise<void> {
      await tx.proposal.update({ where: { id }, data: { reminders, notifiedAt: at }, select: { id: true } })
    },

    async setViewed(id: ProposalId, state: ProposalState, at: Date): Promise<void> {
      await tx.$executeRaw`
        UPDATE proposal SET state = ${state}::proposal_state, viewed_at = coalesce(viewed_at, ${at})
        WHERE id = ${id}::uuid`
    },

    async answer(id: ProposalId, answer: Answer, at: Date): Promise<void> {
      await tx.proposal.update({
        where: { id },
        data: {
          state: answer.state,
          answeredAt: at,
          answeredById: answer.answeredById,
          groupsAccepted: answer.groupsAccepted ?? 0,
          declineReason: answer.declineReason && DECLINE_COLUMN[answer.declineReason],
          answerText: answer.text ?? null,
        },
        select: { id: true },
      })
    },
  }
}

type Row = Omit<Proposal, 'dueOn'> & { readonly dueOn: Date }

async function readProposals(
  tx: Tx,
  ids: readonly string[] | null,
  requestId: string | null,
): Promise<readonly Proposal[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.request_id AS "requestId", r.branch_id AS "branchId", p.offer_id AS "offerId",
      o.organisation_id AS "organisationId", o.kind::text AS "offerKind", p.state::text, p.groups_asked AS "groupsAsked", p.due_on AS "dueOn",
      p.sent_at AS "sentAt", p.by_company AS "byCompany",
      (SELECT coalesce(array_agg(m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds"
    FROM proposal p
    JOIN support_request r ON r.id = p.request_id
    JOIN school_branch b ON b.id = r.branch_id
    JOIN offer o ON o.id = p.offer_id
    WHERE (${ids === null ? null : [...ids]}::uuid[] IS NULL OR p.id = ANY(${ids === null ? null : [...ids]}::uuid[]))
      AND (${requestId}::uuid IS NULL
        OR (p.request_id = ${requestId}::uuid AND p.state IN ('sent', 'viewed', 'considering')))
    ORDER BY p.sent_at, p.id`
  return rows.map((row) => ({ ...row, dueOn: asDay(row.dueOn) }))
}

const DECLINE_COLUMN = {
  'no-time': 'no_time',
  'too-far': 'too_far',
  'group-too-big': 'group_too_big',
  'other-level': 'other_level',
  'other-topic': 'other_topic',
  'period-full': 'period_full',
  stopped: 'stopped',
  other: 'other',
  'days-do-not-fit': 'days_do_not_fit',
  'found-other': 'found_other',
} as const satisfies Record<DeclineReason | SchoolDeclineReason, DeclineColumn>
