/** The school says yes or no to what a company offered by itself; the company takes it back. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
  lastBookableDay,
} from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { isUuid } from '~/kernel/ids'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { BookingId } from '../../bookings/domain/booking'
import { bookingMade } from '../../bookings/events'
import type { BookingStore } from '../../bookings/store.server'
import type { CapacityStore } from '../../capacity/store.server'
import { groupsWithoutPlace, type SupportRequest } from '../../requests/domain/request'
import { isRunning } from '../../requests/domain/request-state'
import { notRunning } from '../../requests/errors'
import type { RequestStore } from '../../requests/store.server'
import type { SchoolDeclineReason } from '../domain/offered'
import { OFFERED_TABLE, type OfferedMove } from '../domain/offered-states'
import { AGREE_DAYS, stateOn } from '../domain/proposal'
import type { ProposalState } from '../domain/proposal-states'
import {
  badDays,
  everyGroupHasPlace,
  offeredFewer,
  offeredGone,
  offeredIs,
  proposalNotFound,
} from '../errors'
import { proposalAccepted, proposalDeclined } from '../events'
import type { Offered, OfferedStore } from '../offered-store.server'
import type { ProposalStore } from '../store.server'
import { bookGroups, withdrawOpen } from './book-groups.server'

type Stores = {
  readonly requests: RequestStore
  readonly proposals: ProposalStore
  readonly offered: OfferedStore
  readonly outbox: Outbox
}
export type AnswerOfferedNeeds = { readonly transact: Transact<Stores>; readonly clock: Clock }

export type AcceptOfferedNeeds = {
  readonly transact: Transact<Stores & { readonly bookings: BookingStore; readonly capacity: CapacityStore }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

export type AcceptOffered = {
  readonly id: string
  /** 1 or more: how many groups get a place. */
  readonly groups: number
  /** One of the days of the company; `null`: to be agreed. */
  readonly day: CalendarDate | null
}

/**
 * Places are taken under the lock of the request and of the slot, as with every yes: what is gone meanwhile is not given.
 * When every group has its place, what else was asked or offered is withdrawn.
 * @throws AppError 404; conflict when it was answered, taken back or is too late, or the places are gone; invalid.
 */
export async function acceptOffered(
  needs: AcceptOfferedNeeds,
  actor: Actor,
  input: AcceptOffered,
): Promise<readonly BookingId[]> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const agreeBy = addWorkingDays(today, AGREE_DAYS, await needs.workingDays())
  return needs.transact(async (stores) => {
    const { requests, proposals, outbox } = stores
    const { offered, request } = await load(stores, input.id)
    allow(actor, 'proposal.answer-offered', { branchId: offered.branchId })
    const state = stateAfter(offered, 'accept', today)
    if (!isRunning(request.state)) throw notRunning(request.state)
    const [offer] = await proposals.offers([offered.offerId])
    if (!offer?.isPublished) throw offeredGone()
    const unplaced = groupsWithoutPlace(request)
    const most = Math.min(unplaced.length, offered.groups)
    if (most === 0) throw everyGroupHasPlace()
    if (input.groups > most) throw offeredFewer(most)
    const { day } = input
    if (day !== null && (!offered.days.includes(day) || day < today)) throw badDays('not-an-offered-day')
    const made = await bookGroups(
      stores,
      {
        proposalId: offered.id,
        offerId: offered.offerId,
        groups: Array.from({ length: input.groups }, () => ({ date: day, startTime: null })),
        unplaced,
        within: offered.period ?? request.need.period ?? { from: today, until: lastBookableDay(today) },
        dateOptions: offered.days.filter((option) => option >= today),
        agreeBy,
        isDemo: false,
      },
      now,
    )
    const answeredById = actor.kind === 'user' ? actor.userId : null
    await proposals.answer(offered.id, { state, answeredById, groupsAccepted: made.length }, now)
    const events = [...made.map(bookingMade), proposalAccepted(offered.id)]
    if (made.length === unplaced.length) events.push(...(await withdrawOpen(proposals, request.id, now)))
    await requests.settle(request.id, now)
    await outbox.append(...events)
    return made
  })
}

/**
 * The request goes on as if it had not been offered; a round does not give it this offer.
 * @throws AppError 404; conflict when it was answered, taken back or is too late.
 */
export async function declineOffered(
  needs: AnswerOfferedNeeds,
  actor: Actor,
  input: { readonly id: string; readonly reason: SchoolDeclineReason },
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { offered } = await load(stores, input.id)
    allow(actor, 'proposal.answer-offered', { branchId: offered.branchId })
    const state = stateAfter(offered, 'decline', calendarDateOf(now))
    const answeredById = actor.kind === 'user' ? actor.userId : null
    await stores.proposals.answer(offered.id, { state, answeredById, declineReason: input.reason }, now)
    await stores.outbox.append(proposalDeclined(offered.id))
  })
}

/** The company can not do it after all. @throws AppError 404; conflict when it was answered. */
export async function takeBackOffered(needs: AnswerOfferedNeeds, actor: Actor, id: string): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { offered } = await load(stores, id)
    allow(actor, 'proposal.offer', { organisationId: offered.organisationId })
    const state = stateAfter(offered, 'withdraw', calendarDateOf(now))
    const answeredById = actor.kind === 'user' ? actor.userId : null
    await stores.proposals.answer(offered.id, { state, answeredById }, now)
  })
}

/** Locks the request before what was offered to it is read, as everybody does. */
async function load(
  { requests, proposals, offered: store }: Pick<Stores, 'requests' | 'proposals' | 'offered'>,
  id: string,
): Promise<{ readonly offered: Offered; readonly request: SupportRequest }> {
  const requestId = isUuid(id) ? await proposals.requestOf(id) : null
  const request = requestId && (await requests.lock(requestId))
  const offered = request ? await store.read(id) : null
  if (!request || !offered) throw proposalNotFound()
  return { offered, request }
}

function stateAfter(offered: Offered, move: OfferedMove, today: CalendarDate): ProposalState {
  const present = stateOn(offered, today)
  const state = afterMove(OFFERED_TABLE, present, move)
  if (!state) throw offeredIs(present)
  return state
}
