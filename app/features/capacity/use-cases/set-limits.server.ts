/** A company says how many sessions it gives in a school year and in a month, whether in school holidays too, and shared. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { setCapacity } from '../../offers/use-cases/offer-capacity.server'
import type { CalendarStore } from '../calendar-store.server'
import { offerNotThere } from '../errors'
import { calendarChanged } from '../events'
import type { CapacityStore } from '../store.server'

export type ChangeCalendarNeeds = {
  readonly transact: Transact<{
    readonly calendar: CalendarStore
    readonly capacity: CapacityStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type SetLimits = {
  readonly offerId: string
  /** Groups per school year, this one and the next; 0: dated sessions only. */
  readonly perYear: number
  /** 1–1,000; `null`: no limit but that of the year. */
  readonly perMonth: number | null
  readonly openInHolidays: boolean
  /** Small groups may have one place of a dated session together. */
  readonly mayShare: boolean
}

/**
 * What is promised stays: a month with more than its limit gives no more, a year can not go below what is taken.
 * @throws AppError 404 for what is not the actor's; conflict `capacity.below-taken`.
 */
export async function setLimits(needs: ChangeCalendarNeeds, actor: Actor, input: SetLimits): Promise<void> {
  const today = calendarDateOf(needs.clock.now())
  await needs.transact(async ({ calendar, capacity, outbox }) => {
    const offer = await calendar.lockOffer(input.offerId)
    if (!offer) throw offerNotThere()
    allow(actor, 'offer.edit', offer)
    await calendar.setLimits(offer.id, input)
    await setCapacity(capacity, offer.id, { sessionsPerYear: input.perYear }, today)
    await outbox.append(calendarChanged(offer.id))
  })
}
