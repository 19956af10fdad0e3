import type { Actor } from '~/authorisation/actor'
import type { Booking, BookingParty } from './booking'

/** @returns for whom the actor speaks; who belongs to both sides speaks for the company. */
export function partyOf(actor: Actor, booking: Pick<Booking, 'branchId' | 'organisationId'>): BookingParty {
  if (actor.kind !== 'user') return 'system'
  if (actor.organisations.has(booking.organisationId)) return 'company'
  return actor.schools.has(booking.branchId) ? 'school' : 'coordinator'
}
