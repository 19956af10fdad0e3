/** A company publishes a draft, pauses, resumes or archives an offer, by one press. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { DomainEvent, Outbox } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { calendarChanged } from '../../capacity/events'
import type { CapacityStore } from '../../capacity/store.server'
import type { MediaStore } from '../../media/store.server'
import { gapsForPublication } from '../domain/gaps'
import { decideMove, type OfferMove, type OfferState } from '../domain/offer-states'
import { incomplete, notFrom, offerNotFound, returnPassed } from '../errors'
import { offerArchived, offerPaused, offerPublished } from '../events'
import type { OfferStore } from '../store.server'
import { setCapacity } from './offer-capacity.server'

export type MoveOfferStores = {
  readonly offers: OfferStore
  readonly capacity: CapacityStore
  readonly media: Pick<MediaStore, 'hasFiles'>
  readonly outbox: Outbox
}
export type MoveOfferNeeds = { readonly transact: Transact<MoveOfferStores>; readonly clock: Clock }

const TOLD: Readonly<Record<OfferMove, (id: OfferId) => DomainEvent>> = {
  publish: offerPublished,
  resume: offerPublished,
  pause: offerPaused,
  archive: offerArchived,
}

export type MoveOffer = {
  readonly id: string
  readonly move: OfferMove
  /** Of a pause: the day on which it comes back by itself; absent: when somebody says so. */
  readonly until?: CalendarDate | null
  /** Of a pause: it vanished from its feed. */
  readonly byFeed?: boolean
}

/**
 * Pressing again what is so already changes nothing and tells nobody; pausing again with another day moves the day.
 * Bookings that exist stay, whatever is pressed.
 * @returns the state after it.
 * @throws AppError 404 for what is not the actor's; conflict `offer.is-…` when the state does not allow it; invalid
 * `offer.gap-…` or `offer.incomplete` when it is not complete enough for schools, `offer.return-passed` for a day of return that is not to come.
 */
export async function moveOffer(
  needs: MoveOfferNeeds,
  actor: Actor,
  { id, move, until = null, byFeed = false }: MoveOffer,
): Promise<OfferState> {
  const now = needs.clock.now()
  return needs.transact(async ({ offers, capacity, media, outbox }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.publish', offer)
    const decision = decideMove(offer.state, move)
    if (!decision.ok) throw notFrom(decision.from)
    if (move === 'pause' && until !== null && until <= calendarDateOf(now)) throw returnPassed()
    if (!decision.isNew) {
      if (move === 'pause') await offers.saveState(offer, decision.state, now, until)
      return decision.state
    }
    if (decision.state === 'published') {
      const gaps = gapsForPublication(offer.content, { hasFiles: await media.hasFiles(offer.id) })
      if (gaps.length > 0) throw incomplete(gaps)
      await setCapacity(capacity, offer.id, offer.content, calendarDateOf(now))
    }
    await offers.saveState(offer, decision.state, now, until)
    if (move === 'pause' && byFeed) await offers.markPausedByFeed(offer.id)
    await outbox.append(TOLD[move](offer.id))
    // Its places are there again: who waits goes first.
    if (move === 'resume') await outbox.append(calendarChanged(offer.id))
    return decision.state
  })
}
