/** The clock looks which companies answer no school: they are told, and hidden when still nothing is heard. */
import { SYSTEM } from '~/authorisation/actor'
import { type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { type MoveOfferStores, moveOffer } from '../../offers/use-cases/move-offer.server'
import { SILENT_AFTER, silenceStep } from '../domain/silence'
import { companyHidden, companyIsSilent } from '../events'
import type { SilenceStore } from '../store.server'

export type JudgeSilenceNeeds = {
  readonly transact: Transact<MoveOfferStores & { readonly silence: SilenceStore }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

/** Companies of one morning. */
const AT_ONCE = 500

/**
 * Safe to run twice. Bookings and what companies were asked stay as they are.
 * @returns how many companies were told and how many were hidden.
 */
export async function judgeSilence(
  needs: JudgeSilenceNeeds,
): Promise<{ readonly told: number; readonly hidden: number }> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const free = await needs.workingDays()
  const due = await needs.transact(async ({ silence }) =>
    (await silence.silentOnes(SILENT_AFTER, AT_ONCE)).map((one) => ({
      ...one,
      step: silenceStep(one, today, free),
    })),
  )
  let told = 0
  let hidden = 0
  for (const { id, step } of due) {
    if (step === 'tell') {
      const isNew = await needs.transact(async ({ silence, outbox }) => {
        if (!(await silence.saveTold(id, now))) return false
        await outbox.append(companyIsSilent(id))
        return true
      })
      if (isNew) told++
    }
    if (step === 'hide') {
      await hide(needs, id)
      hidden++
    }
  }
  return { told, hidden }
}

async function hide(needs: JudgeSilenceNeeds, id: OrganisationId): Promise<void> {
  const offers = await needs.transact(({ silence }) => silence.publishedOffers(id))
  const paused: OfferId[] = []
  for (const offer of offers) {
    try {
      await moveOffer(needs, SYSTEM, { id: offer, move: 'pause' })
      paused.push(offer)
    } catch (error) {
      // It was archived meanwhile.
      if (!(error instanceof AppError)) throw error
    }
  }
  await needs.transact(async ({ silence, outbox }) => {
    await silence.markHidden(paused)
    await silence.saveHidden(id, needs.clock.now())
    await outbox.append(companyHidden(id))
  })
}
