/** One side says what it thought of a lesson. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { pupilDataIn } from '~/kernel/pupil-data'
import type { Transact } from '~/platform/db/client.server'
import { partyOf } from '../../bookings/domain/party'
import { bookingNotFound } from '../../bookings/errors'
import type { BookingStore } from '../../bookings/store.server'
import type { RequestStore } from '../../requests/store.server'
import { type EvaluationAnswers, refusalOf } from '../domain/evaluation'
import { aboutPupils, cannotEvaluate } from '../errors'
import { bookingEvaluated } from '../events'
import type { EvaluationStore } from '../store.server'

export type EvaluateNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly bookings: BookingStore
    readonly evaluations: EvaluationStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * Keeps the answers of the actor's side, or those that replace them while the other side has not read them. What only the
 * school can tell is left out of what a company says.
 * @param answers `noPupils`: the text says nothing about a pupil, though it looks so.
 * @throws AppError 404 for who is no party; invalid `evaluation.about-pupils`; conflict `evaluation.not-yet`, `.not-given`, `.already-read`,
 * `.too-long-ago`.
 */
export async function evaluateBooking(
  needs: EvaluateNeeds,
  actor: Actor,
  {
    id,
    noPupils = false,
    ...answers
  }: EvaluationAnswers & { readonly id: string; readonly noPupils?: boolean },
): Promise<void> {
  const at = needs.clock.now()
  if (!noPupils && pupilDataIn(answers.text ?? '', calendarDateOf(at))) throw aboutPupils()
  await needs.transact(async ({ requests, bookings, evaluations, outbox }) => {
    const requestId = await bookings.requestOf(id)
    const request = requestId && (await requests.lock(requestId))
    const booking = await bookings.read(id)
    if (!request || !booking) throw bookingNotFound()
    allow(actor, 'booking.change', booking)
    const side = partyOf(actor, booking) === 'company' ? 'company' : 'school'
    const given = await evaluations.ofBooking(booking.id)
    const refusal = refusalOf(booking, given, side, calendarDateOf(at))
    if (refusal) throw cannotEvaluate(refusal)
    const said = side === 'school' ? answers : { ...answers, goal: null, fit: null }
    await evaluations.save(booking.id, side, said, {
      userId: actor.kind === 'user' ? actor.userId : null,
      at,
    })
    // Who mends an answer tells nothing new.
    if (!given.some((one) => one.side === side)) await outbox.append(bookingEvaluated(booking.id, side))
  })
}
