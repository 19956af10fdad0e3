/** A company says when it, or one of its offers, is away; and that it is back after all. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { addDays, type CalendarDate } from '~/kernel/calendar'
import { offerNotThere, sessionNotFound, wrongSpan } from '../errors'
import { calendarChanged } from '../events'
import type { ChangeCalendarNeeds } from './set-limits.server'

export type CloseDays = {
  /** From whose calendar it is said. */
  readonly offerId: string
  readonly from: CalendarDate
  /** Belongs to it. */
  readonly until: CalendarDate
  /** All offers of the company, not only this one. */
  readonly wholeCompany: boolean
  /** At most 120 characters, for the company itself. */
  readonly note: string | null
}

/** Days of one absence: a little over a year, as the database holds it. */
const SPAN_MAX = 400

/** Bookings that exist stay; no new one falls on these days. @throws AppError 404 for what is not the actor's; invalid `capacity.wrong-span`. */
export async function closeDays(needs: ChangeCalendarNeeds, actor: Actor, input: CloseDays): Promise<void> {
  const { from, until, note, wholeCompany } = input
  await needs.transact(async ({ calendar, outbox }) => {
    const offer = await calendar.lockOffer(input.offerId)
    if (!offer) throw offerNotThere()
    allow(actor, 'offer.edit', offer)
    if (until < from || until > addDays(from, SPAN_MAX)) throw wrongSpan()
    const blackout = { from, until, note, offerId: wholeCompany ? null : offer.id }
    await calendar.addBlackout(offer.organisationId, blackout)
    const about = wholeCompany ? await calendar.offersOf(offer.organisationId) : [offer.id]
    await outbox.append(...about.map(calendarChanged))
  })
}

/** @throws AppError 404 for what is not the actor's or not there. */
export async function openDays(
  needs: ChangeCalendarNeeds,
  actor: Actor,
  { offerId, blackoutId }: { readonly offerId: string; readonly blackoutId: string },
): Promise<void> {
  await needs.transact(async ({ calendar, outbox }) => {
    const offer = await calendar.lockOffer(offerId)
    if (!offer) throw offerNotThere()
    allow(actor, 'offer.edit', offer)
    if (!(await calendar.removeBlackout(offer.organisationId, blackoutId))) throw sessionNotFound()
    await outbox.append(...(await calendar.offersOf(offer.organisationId)).map(calendarChanged))
  })
}
