/** The waiting list of regions, the longest waiting first, with what there is for each. Seven statements. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import type { AskingRequest } from '../domain/asking'
import type { FactReaders } from '../domain/facts'
import { freeSlotsByOffer } from '../domain/round-input'
import { type WhatFits, whatFits } from '../domain/what-fits'
import { askingRequests } from './asking-requests.server'
import { type BoardRegions, boardRegions } from './board-regions.server'
import { type TopicName, topicNames } from './topic-names.server'

const WAITING_PAGE_SIZE = 25

export type WaitingFilter = {
  readonly region: string | null
  readonly level: string | null
  readonly topic: string | null
  readonly reason: string | null
  /** From 1; beyond the last page is empty. */
  readonly page: number
}

export type WaitingList = {
  readonly regions: BoardRegions
  readonly filter: WaitingFilter
  readonly topics: readonly TopicName[]
  readonly rows: readonly (AskingRequest & WhatFits)[]
  readonly total: number
  readonly pageCount: number
}

export type WaitingListNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'region' | 'topic'>
  readonly transact: Transact<FactReaders>
  readonly clock: Clock
}

/** @throws AppError as `boardRegions`. */
export async function waitingList(
  needs: WaitingListNeeds,
  actor: Actor,
  filter: WaitingFilter,
): Promise<WaitingList> {
  const regions = await boardRegions(needs.db, actor, filter.region)
  const now = needs.clock.now()
  const [{ rows, total }, topics] = await Promise.all([
    askingRequests(needs.db, now, {
      waitingIn: regions.ids,
      level: filter.level,
      topicId: filter.topic,
      reason: filter.reason,
      limit: WAITING_PAGE_SIZE,
      offset: (filter.page - 1) * WAITING_PAGE_SIZE,
    }),
    topicNames(needs.db),
  ])
  const fits = await whatFitsEach(needs, now, rows)
  return {
    regions,
    filter,
    topics,
    rows: rows.map((row, i) => ({ ...row, ...(fits[i] as WhatFits) })),
    total,
    pageCount: Math.max(1, Math.ceil(total / WAITING_PAGE_SIZE)),
  }
}

/** @returns per request, in their order, what fits it now. Three statements. */
export async function whatFitsEach(
  { transact }: Pick<WaitingListNeeds, 'transact'>,
  now: Date,
  rows: readonly AskingRequest[],
): Promise<readonly WhatFits[]> {
  if (rows.length === 0) return []
  const all = await transact(async ({ matchmaking, waiting }) => ({
    offers: await matchmaking.offers(now),
    slotsOf: freeSlotsByOffer(await waiting.freeSlots(now)),
    parents: await matchmaking.topicParents(),
  }))
  return rows.map((row) => whatFits(row, all))
}
