/** A company adds dated sessions to an offer, or takes one away. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { SessionMoment } from '../domain/session-plan'
import { nothingToAdd, offerNotThere, sessionNotFound, sessionTaken } from '../errors'
import { calendarChanged } from '../events'
import type { ChangeCalendarNeeds } from './set-limits.server'

export type AddSessions = {
  readonly offerId: string
  /** At most `SESSIONS_MAX`; what is over or farther ahead than can be booked is left out. */
  readonly moments: readonly SessionMoment[]
  /** Groups per session, 1–1,000. */
  readonly places: number
}

/** @returns how many are new. @throws AppError 404 for what is not the actor's; invalid `capacity.nothing-to-add`. */
export async function addSessions(
  needs: ChangeCalendarNeeds,
  actor: Actor,
  input: AddSessions,
): Promise<number> {
  const today = calendarDateOf(needs.clock.now())
  const last = lastBookableDay(today)
  const moments = input.moments.filter(({ day }) => day > today && day <= last)
  return needs.transact(async ({ calendar, outbox }) => {
    const offer = await calendar.lockOffer(input.offerId)
    if (!offer) throw offerNotThere()
    allow(actor, 'offer.edit', offer)
    if (moments.length === 0) throw nothingToAdd()
    const added = await calendar.addSessions(offer.id, moments, input.places)
    await outbox.append(calendarChanged(offer.id))
    return added
  })
}

/** @throws AppError 404 for what is not the actor's or not there; conflict `capacity.session-taken`. */
export async function removeSession(
  needs: ChangeCalendarNeeds,
  actor: Actor,
  { offerId, slotId }: { readonly offerId: string; readonly slotId: string },
): Promise<void> {
  await needs.transact(async ({ calendar, outbox }) => {
    const offer = await calendar.lockOffer(offerId)
    if (!offer) throw offerNotThere()
    allow(actor, 'offer.edit', offer)
    const answer = await calendar.removeSession(offer.id, slotId)
    if (answer === 'none') throw sessionNotFound()
    if (answer === 'taken') throw sessionTaken()
    await outbox.append(calendarChanged(offer.id))
  })
}
