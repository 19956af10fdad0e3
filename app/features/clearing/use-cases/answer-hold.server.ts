/** A school says yes or no to a place that is kept for it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
} from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { BookingId } from '../../bookings/domain/booking'
import { bookingMade } from '../../bookings/events'
import type { BookingStore } from '../../bookings/store.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { ProposalStore } from '../../proposals/store.server'
import { withdrawOpen } from '../../proposals/use-cases/book-groups.server'
import type { RequestStore } from '../../requests/store.server'
import { HOLD_TABLE } from '../domain/hold-states'
import { holdIs, holdNotFound, holdTooLate } from '../errors'
import { holdAccepted, holdUnused } from '../events'
import type { HoldStore } from '../hold-store.server'

/** Working days within which school and company agree on a date. */
const AGREE_DAYS = 10

export type AnswerHoldStores = {
  readonly requests: RequestStore
  readonly proposals: ProposalStore
  readonly holds: HoldStore
  readonly bookings: BookingStore
  readonly capacity: CapacityStore
  readonly outbox: Outbox
}

export type AnswerHoldNeeds = {
  readonly transact: Transact<AnswerHoldStores>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

export type HoldAnswer = { readonly id: string; readonly yes: boolean }

/**
 * Yes makes a booking with its date to be agreed, on the place that was kept; of a shared place the day is that of its
 * session. No frees the place for the next; others that share it keep it.
 * @param actor the school, or the system for the bearer of the link in the mail.
 * @returns the booking, `null` after a no.
 * @throws AppError 404 for a hold of another school; conflict when it was answered; gone when its last day has passed.
 */
export async function answerHold(
  needs: AnswerHoldNeeds,
  actor: Actor,
  input: HoldAnswer,
): Promise<BookingId | null> {
  const moment = await answerMoment(needs)
  return needs.transact((stores) => answerIn(stores, actor, input, moment))
}

/** When it is answered, and until when a date is to be agreed. */
export type AnswerMoment = {
  readonly now: Date
  readonly today: CalendarDate
  readonly agreeBy: CalendarDate
}

export async function answerMoment({
  clock,
  workingDays,
}: Pick<AnswerHoldNeeds, 'clock' | 'workingDays'>): Promise<AnswerMoment> {
  const now = clock.now()
  const today = calendarDateOf(now)
  return { now, today, agreeBy: addWorkingDays(today, AGREE_DAYS, await workingDays()) }
}

/** The answer inside a transaction of somebody else; see `answerHold`. */
export async function answerIn(
  { requests, proposals, holds, bookings, capacity, outbox }: AnswerHoldStores,
  actor: Actor,
  input: HoldAnswer,
  { now, today, agreeBy }: AnswerMoment,
): Promise<BookingId | null> {
  const requestId = await holds.requestOf(input.id)
  const request = requestId && (await requests.lock(requestId))
  const hold = await holds.read(input.id)
  if (!request || !hold) throw holdNotFound()
  allow(actor, 'hold.answer', { branchId: hold.branchId })
  const state = afterMove(HOLD_TABLE, hold.state, input.yes ? 'accept' : 'refuse')
  if (!state || state === 'offered' || state === 'declined') throw holdIs(hold.state)
  if (hold.expiresOn < today) throw holdTooLate()
  await holds.close(hold.id, state, now)
  if (!input.yes) {
    await capacity.release(hold.claimId, now)
    await outbox.append(holdUnused(hold.id))
    await requests.settle(request.id, now)
    return null
  }
  const booking = await bookings.create(
    {
      claimId: hold.claimId,
      proposalId: null,
      date: hold.sharedAt?.date ?? null,
      startTime: hold.sharedAt?.startTime ?? null,
      dateOptions: [],
      agreeBy: hold.sharedAt ? null : agreeBy,
      isDemo: hold.isDemo,
    },
    now,
  )
  await outbox.append(holdAccepted(hold.id), bookingMade(booking))
  const { state: after } = await requests.settle(request.id, now)
  if (after === 'booked') await outbox.append(...(await withdrawOpen(proposals, request.id, now)))
  return booking
}
