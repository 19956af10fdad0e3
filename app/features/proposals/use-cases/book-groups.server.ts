/** Yes, by whoever gives it: each group gets a class-place and a booking, or nothing happens at all. Inside a transaction. */
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'
import type { BookingId } from '../../bookings/domain/booking'
import type { BookingStore } from '../../bookings/store.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { Group } from '../../requests/domain/request'
import type { AcceptedGroup, ProposalId } from '../domain/proposal'
import { noPlaceThen } from '../errors'
import { proposalWithdrawn } from '../events'
import type { ProposalStore } from '../store.server'

type Given = {
  readonly proposalId: ProposalId
  readonly offerId: OfferId
  readonly groups: readonly AcceptedGroup[]
  /** Groups of the request that have no place, in the order in which they get one. */
  readonly unplaced: readonly Group[]
  /** In which a place is taken for a group without a day. */
  readonly within: Span
  readonly dateOptions: readonly CalendarDate[]
  readonly agreeBy: CalendarDate
  readonly isDemo: boolean
}

/** @throws AppError conflict when the places are gone. */
export async function bookGroups(
  { bookings, capacity }: { readonly bookings: BookingStore; readonly capacity: CapacityStore },
  given: Given,
  now: Date,
): Promise<readonly BookingId[]> {
  const { proposalId, offerId, unplaced, within, dateOptions, agreeBy, isDemo } = given
  const made: BookingId[] = []
  for (const [i, { date, startTime }] of given.groups.entries()) {
    const target = unplaced[i]
    if (!target) break
    const claimId = await capacity.claim(offerId, target.id, date ? { from: date, until: date } : within)
    if (!claimId) throw noPlaceThen()
    const booking = await bookings.create(
      {
        claimId,
        proposalId,
        date,
        startTime,
        dateOptions: date ? [] : dateOptions,
        agreeBy: date ? null : agreeBy,
        isDemo,
      },
      now,
    )
    made.push(booking)
  }
  return made
}

/** Every group has its place: whoever else could be answered need not be. @returns what happened by it. */
export async function withdrawOpen(
  proposals: Pick<ProposalStore, 'openOf' | 'answer'>,
  requestId: string,
  now: Date,
): Promise<readonly DomainEvent[]> {
  const open = await proposals.openOf(requestId)
  for (const { id } of open) await proposals.answer(id, { state: 'withdrawn', answeredById: null }, now)
  return open.map(({ id }) => proposalWithdrawn(id))
}
