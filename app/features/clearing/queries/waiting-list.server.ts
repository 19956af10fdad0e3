/** The waiting list of regions, looked through by what is chosen, with what there is for each. Eight statements. */
import type { Actor } from '~/authorisation/actor'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import type { AskingRequest } from '../domain/asking'
import type { FactReaders } from '../domain/facts'
import { freeSlotsByOffer } from '../domain/round-input'
import { OWNER_ME, type WaitingFilter } from '../domain/waiting-filter'
import { type WhatFits, whatFits } from '../domain/what-fits'
import { askingRequests } from './asking-requests.server'
import { type BoardRegions, boardRegions } from './board-regions.server'
import { type TopicName, topicNames } from './topic-names.server'

const WAITING_PAGE_SIZE = 25

/** A request as a row shows it: without the words that only the ranking reads. */
export type WaitingRow = Omit<AskingRequest, 'text'> & WhatFits

export type WaitingList = {
  readonly regions: BoardRegions
  readonly filter: WaitingFilter
  readonly topics: readonly TopicName[]
  readonly today: CalendarDate
  readonly rows: readonly WaitingRow[]
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
  const { topic: topicId, owner, age, page, ...rest } = filter
  const [{ rows, total }, topics] = await Promise.all([
    askingRequests(needs.db, now, {
      ...rest,
      waitingIn: regions.ids,
      topicId,
      owner: owner === OWNER_ME && actor.kind === 'user' ? actor.userId : owner,
      weeks: age === null ? null : Number(age),
      limit: WAITING_PAGE_SIZE,
      offset: (page - 1) * WAITING_PAGE_SIZE,
    }),
    topicNames(needs.db),
  ])
  return {
    regions,
    filter,
    topics,
    today: calendarDateOf(now),
    rows: await withWhatFits(needs, now, rows),
    total,
    pageCount: Math.max(1, Math.ceil(total / WAITING_PAGE_SIZE)),
  }
}

/** @returns the rows, in their order, with what fits each now. Four statements. */
export async function withWhatFits(
  { transact }: Pick<WaitingListNeeds, 'transact'>,
  now: Date,
  rows: readonly AskingRequest[],
): Promise<readonly WaitingRow[]> {
  if (rows.length === 0) return []
  const all = await transact(async ({ matchmaking, waiting }) => ({
    offers: await matchmaking.offers(now),
    slotsOf: freeSlotsByOffer(await waiting.freeSlots(now)),
    parents: await matchmaking.topicParents(),
    fitsOf: await matchmaking.textFits(),
  }))
  return rows.map(({ text, ...row }) => {
    const { title, request, refusedOfferIds } = row
    const textFits = all.fitsOf({ title, text })
    return { ...row, ...whatFits({ request: { ...request, textFits }, refusedOfferIds }, all) }
  })
}
