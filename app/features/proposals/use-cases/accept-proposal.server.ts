/** A company says yes to one or more groups: each gets a class-place and a booking, or nothing happens at all. */
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
import { placesFor } from '~/kernel/education'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { BookingId } from '../../bookings/domain/booking'
import { bookingMade } from '../../bookings/events'
import type { BookingStore } from '../../bookings/store.server'
import type { CapacityStore } from '../../capacity/store.server'
import { groupsWithoutPlace } from '../../requests/domain/request'
import { isRunning } from '../../requests/domain/request-state'
import { notRunning } from '../../requests/errors'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'
import { type AcceptedGroup, AGREE_DAYS, mistakeInAcceptance, stateOn } from '../domain/proposal'
import { PROPOSAL_TABLE } from '../domain/proposal-states'
import { badAnswer, notOpen, proposalNotFound } from '../errors'
import { proposalAccepted } from '../events'
import type { ProposalStore } from '../store.server'
import { bookGroups, withdrawOpen } from './book-groups.server'

export type AcceptProposalNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly bookings: BookingStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

export type AcceptProposal = {
  readonly id: string
  /** One per group that gets a place, at least one. */
  readonly groups: readonly AcceptedGroup[]
  /** At most three days for the school to choose from, for groups without a date. */
  readonly dateOptions: readonly CalendarDate[]
  readonly text: string | null
  readonly isDemo?: boolean
}

/**
 * Places are taken under the lock of the request and of the slot: however many accept at once, no place is given twice.
 * What other companies were still asked for this request is withdrawn when every group has its place.
 * @throws AppError 404; conflict when it was answered, withdrawn or expired, or the places are gone; invalid.
 */
export async function acceptProposal(
  needs: AcceptProposalNeeds,
  actor: Actor,
  input: AcceptProposal,
): Promise<readonly BookingId[]> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const lastDay = lastBookableDay(today)
  const agreeBy = addWorkingDays(today, AGREE_DAYS, await needs.workingDays())
  return needs.transact(async ({ requests, proposals, bookings, capacity, outbox }) => {
    const requestId = await proposals.requestOf(input.id)
    const request = requestId && (await requests.lock(requestId))
    const proposal = await proposals.read(input.id)
    if (!request || !proposal) throw proposalNotFound()
    allow(actor, 'proposal.answer', { organisationId: proposal.organisationId })
    const present = stateOn(proposal, today)
    const state = afterMove(PROPOSAL_TABLE, present, 'accept')
    if (!state) throw notOpen(present)
    if (!isRunning(request.state)) throw notRunning(request.state)
    const unplaced = groupsWithoutPlace(request)
    const most = placesFor(proposal.offerKind, unplaced.length)
    const mistake = mistakeInAcceptance(input, most, today, lastDay)
    if (mistake) throw badAnswer(mistake)
    const made = await bookGroups(
      { bookings, capacity },
      {
        proposalId: proposal.id,
        offerId: proposal.offerId,
        groups: input.groups,
        unplaced,
        within: request.need.period ?? { from: today, until: lastDay },
        dateOptions: input.dateOptions,
        agreeBy,
        isDemo: input.isDemo ?? false,
      },
      now,
    )
    const answeredById = actor.kind === 'user' ? actor.userId : null
    await proposals.answer(
      proposal.id,
      { state, answeredById, groupsAccepted: Math.min(made.length, proposal.groupsAsked), text: input.text },
      now,
    )
    const events = [...made.map(bookingMade), proposalAccepted(proposal.id)]
    if (made.length === unplaced.length) events.push(...(await withdrawOpen(proposals, request.id, now)))
    const { beganWaiting } = await requests.settle(request.id, now, { ifNobodyLeft: 'declined' })
    if (beganWaiting) events.push(requestWaits(request.id))
    await outbox.append(...events)
    return made
  })
}
