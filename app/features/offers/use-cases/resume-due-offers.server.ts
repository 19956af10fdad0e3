/** Paused offers whose day has come are shown to schools again. The clock asks this, every day. */
import type { Actor } from '~/authorisation/actor'
import { calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import { type MoveOfferNeeds, moveOffer } from './move-offer.server'

/**
 * One that cannot come back, because it is no longer complete, stays paused and stops nobody else.
 * @returns how many came back.
 */
export async function resumeDueOffers(needs: MoveOfferNeeds, actor: Actor): Promise<number> {
  const today = calendarDateOf(needs.clock.now())
  const due = await needs.transact(({ offers }) => offers.dueToReturn(today))
  let resumed = 0
  for (const id of due) {
    try {
      await moveOffer(needs, actor, { id, move: 'resume' })
      resumed++
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return resumed
}
