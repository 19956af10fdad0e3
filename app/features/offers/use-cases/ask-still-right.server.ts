/** The clock asks companies whether their offers are still right, and pauses what nobody vouched for in a year. */
import { SYSTEM } from '~/authorisation/actor'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { ASK_AFTER_DAYS, stillRightStep } from '../domain/still-right'
import { offersWentStale, stillRightAsked } from '../events'
import type { StillRightStore } from '../still-right-store.server'
import { type MoveOfferStores, moveOffer } from './move-offer.server'

export type AskStillRightNeeds = {
  readonly transact: Transact<MoveOfferStores & { readonly stillRight: StillRightStore }>
  readonly clock: Clock
}

/** Offers of one night: a database that was never asked is not mailed at once. */
const AT_ONCE = 1_000

/**
 * One mail per company for all that is asked on a day, and one for all that is paused. Safe to run twice.
 * @returns offers that were asked about and that were paused.
 */
export async function askStillRight(
  needs: AskStillRightNeeds,
): Promise<{ readonly asked: number; readonly paused: number }> {
  const today = calendarDateOf(needs.clock.now())
  const { asked, due } = await needs.transact(async ({ stillRight, outbox }) => {
    const old = await stillRight.lockOld(addDays(today, -ASK_AFTER_DAYS), AT_ONCE)
    const at = (step: string) => old.filter((offer) => stillRightStep(offer, today) === step)
    const asked = at('ask')
    await stillRight.saveAsked(
      asked.map(({ id }) => id),
      today,
    )
    await outbox.append(...companiesOf(asked).map(stillRightAsked))
    return { asked: asked.length, due: at('pause') }
  })
  const paused: (typeof due)[number][] = []
  for (const offer of due) {
    try {
      await moveOffer(needs, SYSTEM, { id: offer.id, move: 'pause' })
      paused.push(offer)
    } catch (error) {
      // It was archived meanwhile.
      if (!(error instanceof AppError)) throw error
    }
  }
  await needs.transact(async ({ stillRight, outbox }) => {
    for (const { id } of paused) await stillRight.saveStale(id, today)
    await outbox.append(...companiesOf(paused).map(offersWentStale))
  })
  return { asked, paused: paused.length }
}

function companiesOf(
  offers: readonly { readonly organisationId: OrganisationId }[],
): readonly OrganisationId[] {
  return [...new Set(offers.map(({ organisationId }) => organisationId))]
}
