/** Projects, their members and meetings: the only writes to these tables. Whoever changes one has locked the project. */
import { randomUUID } from 'node:crypto'
import type { CalendarDate } from '~/kernel/calendar'
import type { LevelYears } from '~/kernel/education'
import { isUuid, type NewId, type OfferId, type UserId } from '~/kernel/ids'
import type { Licence } from '~/kernel/licence'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { Meeting, MeetingPlan } from './domain/meeting'
import type { Description, Member, Project, ProjectId, StopCause } from './domain/project'
import type { MemberState, ProjectState } from './domain/project-states'
import { LICENCE_COLUMN, STOP_COLUMN } from './project-columns.server'

export type ProjectStore = ReturnType<typeof makeProjectStore>

/** The booking that a project may come of. */
export type BookingForProject = {
  readonly id: string
  readonly isConfirmed: boolean
  readonly isCoDevelopment: boolean
  readonly projectId: ProjectId | null
  readonly branchId: NonNullable<Member['branchId']>
  readonly organisationId: NonNullable<Member['organisationId']>
  readonly title: string
  readonly text: string
  readonly schoolUserId: UserId
  readonly companyUserId: UserId | null
  readonly isDemo: boolean
}

/** For whom the result is, as its request said. */
export type AskedFor = { readonly topicIds: readonly string[]; readonly levels: readonly LevelYears[] }

export function makeProjectStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    async bookingFor(bookingId: string): Promise<BookingForProject | null> {
      if (!isUuid(bookingId)) return null
      const [row] = await tx.$queryRaw<BookingForProject[]>`
        SELECT k.id, k.state = 'confirmed' AS "isConfirmed", o.kind = 'co-development' AS "isCoDevelopment",
          j.id AS "projectId", r.branch_id AS "branchId", o.organisation_id AS "organisationId", r.title, r.text,
          r.created_by_id AS "schoolUserId",
          CASE WHEN p.by_company THEN p.sent_by_id ELSE p.answered_by_id END AS "companyUserId",
          k.is_demo OR r.is_demo AS "isDemo"
        FROM booking k JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
        JOIN support_request r ON r.id = g.request_id JOIN capacity_slot s ON s.id = c.slot_id
        JOIN offer o ON o.id = s.offer_id LEFT JOIN proposal p ON p.id = k.proposal_id
        LEFT JOIN project j ON j.booking_id = k.id
        WHERE k.id = ${bookingId}::uuid`
      return row ?? null
    },

    /** However many begin it at once, there is one. @returns the project; `isNew` false when it was there. */
    async create(of: BookingForProject, at: Date): Promise<{ id: ProjectId; isNew: boolean }> {
      const id = newId()
      const { count } = await tx.project.createMany({
        data: [
          {
            ...{ id, bookingId: of.id, title: of.title, goal: of.text, isDemo: of.isDemo },
            ...{ filesToldAt: at, createdAt: at },
          },
        ],
        skipDuplicates: true,
      })
      if (count === 0) {
        const there = await tx.project.findUniqueOrThrow({
          where: { bookingId: of.id },
          select: { id: true },
        })
        return { id: there.id as ProjectId, isNew: false }
      }
      const usual = { projectId: id, state: 'joined', askedAt: at, answeredAt: at } as const
      await tx.projectMember.createMany({
        data: [
          { ...usual, id: newId(), branchId: of.branchId, userId: of.schoolUserId },
          { ...usual, id: newId(), organisationId: of.organisationId, userId: of.companyUserId },
        ],
      })
      return { id: id as ProjectId, isNew: true }
    },

    /** Locks it until the transaction ends. @returns `null` when there is none. */
    async lock(id: string): Promise<Project | null> {
      if (!isUuid(id)) return null
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM project WHERE id = ${id}::uuid FOR UPDATE`
      return rows.length === 0 ? null : readProject(tx, id)
    },

    /** @returns the project whose result the offer is, or that came of the booking; `null` when there is none. */
    async idOf(of: { readonly offerId: string } | { readonly bookingId: string }): Promise<string | null> {
      const where = 'offerId' in of ? { resultOfferId: of.offerId } : { bookingId: of.bookingId }
      return (await tx.project.findUnique({ where, select: { id: true } }))?.id ?? null
    },

    async saveDescription(id: ProjectId, { startsOn, endsOn, ...texts }: Description): Promise<void> {
      const data = { ...texts, startsOn: startsOn && asDate(startsOn), endsOn: endsOn && asDate(endsOn) }
      await tx.project.update({ where: { id }, data, select: { id: true } })
    },

    async saveState(
      id: ProjectId,
      state: ProjectState,
      at: Date,
      stop: { readonly reason: StopCause; readonly text: string | null } | null = null,
    ): Promise<void> {
      const closedAt = state === 'published' || state === 'stopped' ? at : null
      const why = { stopReason: stop && STOP_COLUMN[stop.reason], stopText: stop?.text ?? null }
      await tx.project.update({ where: { id }, data: { state, closedAt, ...why }, select: { id: true } })
    },

    /** @returns whether there is such a verified company, or such a school that is not closed. */
    async canBeAsked(who: { readonly branchId: string } | { readonly organisationId: string }) {
      if ('branchId' in who)
        return (await tx.schoolBranch.count({ where: { id: who.branchId, closedOn: null } })) > 0
      if (!isUuid(who.organisationId)) return false
      return (
        (await tx.organisation.count({ where: { id: who.organisationId, verification: 'verified' } })) > 0
      )
    },

    async addMember(
      projectId: ProjectId,
      who: { readonly branchId: string } | { readonly organisationId: string },
      at: Date,
    ): Promise<string> {
      const id = newId()
      const data = { id, projectId, ...who, state: 'invited', askedAt: at } as const
      await tx.projectMember.create({ data, select: { id: true } })
      return id
    },

    /** Whoever comes or goes has agreed to nothing. */
    async saveMember(id: string, state: MemberState, userId: UserId | null, at: Date): Promise<void> {
      const moment = state === 'invited' ? { askedAt: at, answeredAt: null } : { answeredAt: at }
      const data = { state, userId, agreedRound: null, ...moment }
      await tx.projectMember.update({ where: { id }, data, select: { id: true } })
    },

    /** What was agreed to is another licence then. */
    async saveLicence(id: ProjectId, licence: Licence): Promise<void> {
      const data = { licence: LICENCE_COLUMN[licence], licenceRound: { increment: 1 } }
      await tx.project.update({ where: { id }, data, select: { id: true } })
    },

    async saveAgreement(memberId: string, round: number): Promise<void> {
      await tx.projectMember.update({
        where: { id: memberId },
        data: { agreedRound: round },
        select: { id: true },
      })
    },

    /** Names those who take part now with the result, whoever comes or goes later. */
    async saveResult(id: ProjectId, resultOfferId: OfferId): Promise<void> {
      await tx.project.update({ where: { id }, data: { resultOfferId }, select: { id: true } })
      const where = { projectId: id, state: 'joined' } as const
      await tx.projectMember.updateMany({ where, data: { isCredited: true } })
    },

    async askedFor(id: ProjectId): Promise<AskedFor> {
      const [row] = await tx.$queryRaw<
        { topicIds: string[]; level: LevelYears['level']; years: number[]; tracks: string[] }[]
      >`
        SELECT r.topic_ids AS "topicIds", r.level, r.years, r.tracks FROM project j
        JOIN booking k ON k.id = j.booking_id JOIN place_claim c ON c.id = k.claim_id
        JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
        WHERE j.id = ${id}::uuid`
      if (!row) return { topicIds: [], levels: [] }
      const { topicIds, level, years, tracks } = row
      const entry = { level, years, ...(tracks.length > 0 && { tracks }) } as LevelYears
      return { topicIds, levels: [entry] }
    },

    async meetings(projectId: ProjectId): Promise<readonly Meeting[]> {
      const rows = await tx.projectMeeting.findMany({
        where: { projectId },
        orderBy: [{ date: 'asc' }, { startTime: 'asc' }, { id: 'asc' }],
      })
      return rows.map(({ date, cancelledAt, createdAt: _, projectId: __, ...row }) => ({
        ...row,
        date: asDay(date),
        isCancelled: cancelledAt !== null,
      }))
    },

    async addMeeting(projectId: ProjectId, plan: MeetingPlan, at: Date): Promise<string> {
      const id = newId()
      const data = { ...plan, id, projectId, date: asDate(plan.date), createdAt: at }
      await tx.projectMeeting.create({ data, select: { id: true } })
      return id
    },

    /** @param isMoved so that calendars must know of it. */
    async saveMeeting(id: string, plan: MeetingPlan & { notes: string }, isMoved: boolean): Promise<void> {
      const data = { ...plan, date: asDate(plan.date), ...(isMoved && { sequence: { increment: 1 } }) }
      await tx.projectMeeting.update({ where: { id }, data, select: { id: true } })
    },

    /** All that are still to come, or the one. @returns the ids of those that were not cancelled before. */
    async cancelMeetings(
      projectId: ProjectId,
      which: { readonly id: string } | { readonly from: CalendarDate },
      at: Date,
    ): Promise<readonly string[]> {
      const some = 'id' in which ? { id: which.id } : { date: { gte: asDate(which.from) } }
      const rows = await tx.projectMeeting.updateManyAndReturn({
        where: { projectId, cancelledAt: null, ...some },
        data: { cancelledAt: at, sequence: { increment: 1 } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },

    /** Those with versions that nobody was mailed about; each is told from then on. Locks what it changes. */
    async takeFilesDue(at: Date, atMost: number): Promise<readonly { id: string; since: Date }[]> {
      return tx.$queryRaw<{ id: string; since: Date }[]>`
        WITH due AS (
          SELECT j.id, j.files_told_at AS since FROM project j
          WHERE j.state <> 'stopped' AND EXISTS (SELECT 1 FROM project_file f
            JOIN project_file_version v ON v.file_id = f.id
            WHERE f.project_id = j.id AND v.created_at > j.files_told_at)
          ORDER BY j.id LIMIT ${atMost} FOR UPDATE SKIP LOCKED
        )
        UPDATE project j SET files_told_at = ${at} FROM due WHERE j.id = due.id RETURNING j.id, due.since`
    },
  }
}

type Row = Omit<Project, 'startsOn' | 'endsOn' | 'members'> & {
  readonly startsOn: Date | null
  readonly endsOn: Date | null
  readonly members: readonly Member[]
}

async function readProject(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<Project | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT j.id, j.state::text, j.title, j.goal, j.results, j.starts_on AS "startsOn", j.ends_on AS "endsOn",
      j.licence::text, j.licence_round AS "licenceRound", j.result_offer_id AS "resultOfferId",
      j.is_demo AS "isDemo",
      (SELECT json_agg(json_build_object('id', m.id, 'branchId', m.branch_id, 'organisationId', m.organisation_id,
        'state', m.state, 'agreedRound', m.agreed_round) ORDER BY m.asked_at, m.id)
        FROM project_member m WHERE m.project_id = j.id) AS members
    FROM project j WHERE j.id = ${id}::uuid`
  if (!row) return null
  return { ...row, startsOn: row.startsOn && asDay(row.startsOn), endsOn: row.endsOn && asDay(row.endsOn) }
}
