/** Requests and their groups: the only writes to `support_request` and `request_group`. */
import { randomUUID } from 'node:crypto'
import type { CalendarDate } from '~/kernel/calendar'
import type { BranchId, NewId, RegionId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { constraintOf } from '~/platform/db/constraint.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { RequestId } from './domain/ids'
import { groupsOf, type RequestNeed } from './domain/need'
import type { Group, SupportRequest, WaitingReason } from './domain/request'
import { type GroupStanding, type RequestState, requestState } from './domain/request-state'
import { sharedTooLarge } from './errors'
import { classesOf, columnsOf, WAITING_COLUMN } from './request-columns.server'

export type RequestStore = ReturnType<typeof makeRequestStore>

export type NewRequest = {
  readonly branchId: BranchId
  readonly createdById: UserId
  readonly need: RequestNeed
  /** Classes: of a project they are one group together. */
  readonly groups: number
  /** A form posted twice makes one. */
  readonly submissionKey: string | null
  readonly isDemo: boolean
  readonly externalRef: string | null
  /** Why it stands on the waiting list from the beginning; `null`: it does not. */
  readonly waiting: WaitingReason | null
}

/** What a use case decided beyond what the groups say. Absent: as it was. */
export type Decision = {
  /** `null` takes it off the waiting list; a reason puts it there and keeps the day it came. */
  readonly waiting?: WaitingReason | null
  /** Puts it on the waiting list when nobody is asked any more and a group has no place. */
  readonly ifNobodyLeft?: WaitingReason
  readonly decided?: 'withdrawn' | 'expired'
}

export type Settled = { readonly state: RequestState; readonly beganWaiting: boolean }

export function makeRequestStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    /**
     * A form posted twice, even at the same instant, makes one request.
     * @returns its state; `null` and the request that the form made before when it is not new.
     */
    async create(request: NewRequest, at: Date): Promise<{ id: RequestId; state: RequestState | null }> {
      const id = newId()
      const count = groupsOf(request.need, request.groups)
      const state = requestState({
        decided: 'open',
        groups: Array.from({ length: count }, () => 'none'),
        openProposals: 0,
        isWaiting: request.waiting !== null,
      })
      const made = await tx.supportRequest.createMany({
        data: [
          {
            id,
            branchId: request.branchId,
            createdById: request.createdById,
            ...columnsOf(request.need),
            classes: classesOf(request.need, request.groups),
            state,
            waitingReason: request.waiting && WAITING_COLUMN[request.waiting],
            waitingSince: request.waiting && at,
            submissionKey: request.submissionKey,
            isDemo: request.isDemo,
            externalRef: request.externalRef,
            createdAt: at,
            openedAt: at,
          },
        ],
        skipDuplicates: true,
      })
      if (made.count === 0) return { id: await madeBefore(tx, request), state: null }
      await tx.requestGroup.createMany({
        data: Array.from({ length: count }, (_, i) => ({
          id: newId(),
          requestId: id,
          number: i + 1,
        })),
      })
      return { id: id as RequestId, state }
    },

    /** Locks the request until the transaction ends: whoever changes a group of it comes through here first. */
    async lock(id: string): Promise<SupportRequest | null> {
      const locked = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM support_request WHERE id = ${id}::uuid FOR UPDATE`
      if (locked.length === 0) return null
      const [request] = await readRequests(tx, [id])
      return request ?? null
    },

    /**
     * Locks several, in the order of their ids, so that nobody who does the same waits for the other. One statement.
     * @returns the branch of each that is there.
     */
    async lockAll(ids: readonly string[]): Promise<ReadonlyMap<string, BranchId>> {
      const rows = await tx.$queryRaw<{ id: string; branchId: BranchId }[]>`
        SELECT id, branch_id AS "branchId" FROM support_request
        WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY id FOR UPDATE`
      return new Map(rows.map(({ id, branchId }) => [id, branchId]))
    },

    /**
     * @param classes that it is for; how many groups that makes is `setGroupCount`'s.
     * @throws AppError conflict `request.shared-too-large` when a group no longer fits in a session that it shares.
     */
    async saveNeed(id: RequestId, need: RequestNeed, classes: number): Promise<void> {
      try {
        await tx.supportRequest.update({
          where: { id },
          data: { ...columnsOf(need), classes: classesOf(need, classes), version: { increment: 1 } },
          select: { id: true },
        })
      } catch (error) {
        if (constraintOf(error) === 'shared_place_pupils') throw sharedTooLarge()
        throw error
      }
    },

    /** Adds groups, or drops those with the highest numbers that have no place. */
    async setGroupCount(request: SupportRequest, count: number, at: Date): Promise<void> {
      const surplus = request.groups.length - count
      if (surplus < 0) {
        const last = await tx.requestGroup.aggregate({
          where: { requestId: request.id },
          _max: { number: true },
        })
        await tx.requestGroup.createMany({
          data: Array.from({ length: -surplus }, (_, i) => ({
            id: newId(),
            requestId: request.id,
            number: (last._max.number ?? 0) + i + 1,
          })),
        })
      } else if (surplus > 0) {
        const unplaced = request.groups.filter((group) => group.standing === 'none').slice(-surplus)
        await this.dropGroups(
          unplaced.map((group) => group.id),
          at,
        )
      }
    },

    async dropGroups(ids: readonly string[], at: Date): Promise<void> {
      await tx.requestGroup.updateMany({ where: { id: { in: [...ids] } }, data: { droppedAt: at } })
    },

    /** Whether companies may offer something by themselves. */
    async setRefusal(id: RequestId, refuses: boolean): Promise<void> {
      await tx.supportRequest.update({
        where: { id },
        data: { refusesOffers: refuses },
        select: { id: true },
      })
    },

    /** The school was asked whether it still looks. @param asked mails in a row without an answer, this one included. */
    async saveStillAsked(
      id: RequestId,
      {
        asked,
        on,
        answerBy,
      }: { readonly asked: number; readonly on: CalendarDate; readonly answerBy: CalendarDate | null },
    ): Promise<void> {
      await tx.supportRequest.update({
        where: { id },
        data: { stillAsked: asked, stillAskedOn: asDate(on), stillAnswerBy: answerBy && asDate(answerBy) },
        select: { id: true },
      })
    },

    /** The school said that it still looks: what was asked is answered. */
    async saveStillWanted(id: RequestId, at: Date): Promise<void> {
      await tx.supportRequest.update({
        where: { id },
        data: { stillWantedAt: at, ...NOT_ASKED },
        select: { id: true },
      })
    },

    /** @returns whether the school was asked so often and on that day: nobody was faster. */
    async isStillAsked(
      id: RequestId,
      seen: { readonly asked: number; readonly askedOn: CalendarDate | null },
    ): Promise<boolean> {
      const now = await tx.supportRequest.findUniqueOrThrow({
        where: { id },
        select: { stillAsked: true, stillAskedOn: true },
      })
      return now.stillAsked === seen.asked && (now.stillAskedOn && asDay(now.stillAskedOn)) === seen.askedOn
    },

    /**
     * Derives the state anew and writes it: the last step of everything that changes a group, a proposal or a hold.
     * A request whose groups all have a place leaves the waiting list by itself.
     * @returns the state after it, and whether it came onto the waiting list just now.
     */
    async settle(id: string, at: Date, decision: Decision = {}): Promise<Settled> {
      const [request] = await readRequests(tx, [id])
      if (!request) throw new Error(`request ${id} is gone`)
      const { state, waitingReason } = standingOf(request, decision)
      await writeStandings(tx, [[request, { state, waitingReason }]], at)
      return { state, beganWaiting: waitingReason !== null && request.waitingReason === null }
    },

    /** The same for several, where nothing was decided beyond what their groups say. Two statements. */
    async settleAll(ids: readonly string[], at: Date): Promise<void> {
      const requests = await readRequests(tx, ids)
      await writeStandings(
        tx,
        requests.map((request) => [request, standingOf(request, {})]),
        at,
      )
    },
  }
}

/** Nothing of "still wanted?" is open. */
const NOT_ASKED = { stillAsked: 0, stillAskedOn: null, stillAnswerBy: null }

type Standing = { readonly state: RequestState; readonly waitingReason: WaitingReason | null }

function standingOf(request: SupportRequest, decision: Decision): Standing {
  const placed = request.groups.every((g) => g.standing === 'booked' || g.standing === 'done')
  const nobodyLeft = request.openProposals === 0 && request.groups.some((group) => group.standing === 'none')
  const kept = decision.waiting === undefined ? request.waitingReason : decision.waiting
  const reason = kept ?? (nobodyLeft ? (decision.ifNobodyLeft ?? null) : null)
  const waitingReason = placed || decision.decided ? null : reason
  const state = requestState({
    decided: decision.decided ?? decidedOf(request.state),
    groups: request.groups.map((group) => group.standing),
    openProposals: request.openProposals,
    isWaiting: waitingReason !== null,
  })
  return { state, waitingReason }
}

/** One statement for all of which anything changes. Who does not wait is not asked whether it still does. */
async function writeStandings(
  tx: Tx,
  standings: readonly (readonly [SupportRequest, Standing])[],
  at: Date,
): Promise<void> {
  const changed = standings.filter(
    ([request, { state, waitingReason }]) =>
      state !== request.state || waitingReason !== request.waitingReason || isClosed(state),
  )
  if (changed.length === 0) return
  const rows = changed.map(([request, { state, waitingReason }]) => ({
    id: request.id,
    state,
    waitingReason,
    waitingSince: waitingReason === null ? null : (request.waitingSince ?? at),
    closedAt: isClosed(state) ? at : null,
  }))
  await tx.$executeRaw`
    UPDATE support_request r SET state = s.state, waiting_reason = s."waitingReason",
      waiting_since = s."waitingSince", closed_at = s."closedAt",
      still_wanted_at = CASE WHEN s."waitingReason" IS NOT NULL THEN r.still_wanted_at END,
      still_asked = CASE WHEN s."waitingReason" IS NOT NULL THEN r.still_asked ELSE 0 END,
      still_asked_on = CASE WHEN s."waitingReason" IS NOT NULL THEN r.still_asked_on END,
      still_answer_by = CASE WHEN s."waitingReason" IS NOT NULL THEN r.still_answer_by END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(id uuid, state request_state,
      "waitingReason" waiting_reason, "waitingSince" timestamptz, "closedAt" timestamptz)
    WHERE r.id = s.id`
}

function isClosed(state: RequestState): boolean {
  return state === 'withdrawn' || state === 'expired' || state === 'done'
}

async function madeBefore(tx: Tx, request: NewRequest): Promise<RequestId> {
  const { submissionKey, externalRef } = request
  const row = await tx.supportRequest.findFirstOrThrow({
    where: submissionKey === null ? { externalRef } : { submissionKey },
    select: { id: true },
  })
  return row.id as RequestId
}

type Row = Omit<SupportRequest, 'need' | 'waitingReason' | 'groups' | 'waitingSince'> & {
  readonly kinds: readonly string[]
  readonly periodFrom: Date | null
  readonly periodUntil: Date | null
  readonly waitingReason: WaitingReason | null
  readonly waitingSince: Date | null
  readonly groups: readonly Group[] | null
} & Omit<RequestNeed, 'kinds' | 'period'>

/** One statement. */
async function readRequests(
  tx: Pick<Tx, '$queryRaw'>,
  ids: readonly string[],
): Promise<readonly SupportRequest[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.branch_id AS "branchId", r.state::text, r.title, r.text, r.kinds::text[] AS kinds,
      r.topic_ids AS "topicIds", r.level, r.years, r.tracks, r.group_size AS "groupSize",
      r.period_text AS "periodText", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.weekdays,
      r.max_distance_km AS "maxDistanceKm", r.languages, r.is_urgent AS "isUrgent", r.all_or_none AS "allOrNone", r.may_share AS "mayShare", r.version, r.classes,
      r.waiting_since AS "waitingSince", r.waiting_reason::text AS "waitingReason",
      (SELECT count(*)::int FROM proposal p
        WHERE p.request_id = r.id AND NOT p.by_company
          AND p.state IN ('sent', 'viewed', 'considering')) AS "openProposals",
      (SELECT coalesce(array_agg(m.region_id ORDER BY m.region_id), '{}') FROM region_municipality m
        WHERE m.municipality_code = b.municipality_code AND m.valid_from <= now()
          AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds",
      (SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'claimId', c.id, 'standing',
          CASE WHEN k.state IN ('done', 'no-show') THEN 'done' WHEN k.id IS NOT NULL THEN 'booked'
            WHEN h.id IS NOT NULL THEN 'held' ELSE 'none' END) ORDER BY g.number)
        FROM request_group g
        LEFT JOIN place_claim c ON c.group_id = g.id AND c.released_at IS NULL
        LEFT JOIN booking k ON k.claim_id = c.id
        LEFT JOIN hold h ON h.claim_id = c.id
        WHERE g.request_id = r.id AND g.dropped_at IS NULL) AS groups
    FROM support_request r JOIN school_branch b ON b.id = r.branch_id
    WHERE r.id = ANY(${[...ids]}::uuid[])`
  return rows.map(requestOf)
}

function requestOf(row: Row): SupportRequest {
  return {
    id: row.id,
    branchId: row.branchId,
    regionIds: row.regionIds as readonly RegionId[],
    state: row.state,
    need: {
      title: row.title,
      text: row.text,
      kinds: row.kinds as RequestNeed['kinds'],
      topicIds: row.topicIds,
      level: row.level,
      years: row.years,
      tracks: row.tracks,
      groupSize: row.groupSize,
      periodText: row.periodText,
      period:
        row.periodFrom && row.periodUntil
          ? { from: asDay(row.periodFrom), until: asDay(row.periodUntil) }
          : null,
      weekdays: row.weekdays,
      maxDistanceKm: row.maxDistanceKm,
      languages: row.languages,
      isUrgent: row.isUrgent,
      allOrNone: row.allOrNone,
      mayShare: row.mayShare,
    },
    groups: (row.groups ?? []) as readonly (Group & { standing: GroupStanding })[],
    classes: row.classes,
    openProposals: row.openProposals,
    waitingSince: row.waitingSince,
    waitingReason: row.waitingReason,
    version: row.version,
  }
}

function decidedOf(state: RequestState): 'draft' | 'open' | 'withdrawn' | 'expired' {
  return state === 'draft' || state === 'withdrawn' || state === 'expired' ? state : 'open'
}
