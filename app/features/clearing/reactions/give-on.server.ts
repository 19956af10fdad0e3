/** A place came free: who waits is asked first. */
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import type { HoldId } from '../domain/hold'
import { type GiveFreedPlaceNeeds, giveFreedPlace } from '../use-cases/give-freed-place.server'

type Needs = GiveFreedPlaceNeeds & { readonly db: Pick<Db, 'hold'> }

/** HoldUnused: the place goes to the next, once. */
export async function giveUnusedHoldOn(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  const hold = await needs.db.hold.findUnique({
    where: { id: event.subjectId },
    select: { offerId: true },
  })
  if (hold) await giveFreedPlace(needs, { offerId: hold.offerId, followsId: event.subjectId as HoldId })
}

/** BookingCancelled, BookingMoved: the offer has a free place again, perhaps. Nothing free gives nothing. */
export async function giveFreedPlaceOn(
  needs: Needs,
  event: Pick<DomainEvent, 'payload' | 'subjectId'>,
): Promise<void> {
  const { offerId } = event.payload
  if (typeof offerId === 'string')
    await giveFreedPlace(needs, { offerId, followsId: null, bookingId: event.subjectId })
}

/** Holds that one change of a calendar gives at most: what is left goes to the next round, or to all. */
const GIVEN_AT_ONCE = 50

/** CalendarChanged: places may have appeared, as many as it may be; who waits is asked for each, until it fits nobody. */
export async function giveOpenPlacesOn(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  for (let given = 0; given < GIVEN_AT_ONCE; given++)
    if ((await giveFreedPlace(needs, { offerId: event.subjectId, followsId: null })) === null) return
}
