/** The page on which one side says how the day goes. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import { partyOf } from '../domain/party'
import { type PlanPart, type PlanSide, partsOf } from '../domain/plan'
import { bookingIs } from '../errors'
import type { BookingFacts } from './booking-facts.server'
import { ownBooking } from './booking-page.server'

export type PlanPage = BookingFacts & {
  readonly side: PlanSide
  /** What the reader writes. */
  readonly own: readonly PlanPart[]
}

/** @throws AppError 401; 404 for who is no party; 403 for who only reads; conflict when it is over. */
export async function planPage(db: Pick<Db, '$queryRaw'>, actor: Actor, id: string): Promise<PlanPage> {
  const facts = await ownBooking(db, actor, id)
  const parties = { branchId: facts.school.id, organisationId: facts.organisation.id }
  allow(actor, 'booking.change', parties)
  if (facts.state !== 'confirmed') throw bookingIs(facts.state)
  const side = partyOf(actor, parties) === 'company' ? 'company' : 'school'
  return { ...facts, side, own: [...partsOf(side, facts.offer.location)] }
}
