/** What colleagues and parents read of a booking: nothing of a person, nothing that only the two sides agree on. */
import type { Actor } from '~/authorisation/actor'
import { addDays, type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import type { Db } from '~/platform/db/client.server'
import { placeOf } from '../domain/address'
import { partyOf } from '../domain/party'
import type { ProgrammeRow } from '../domain/plan'
import { bookingNotFound } from '../errors'
import { type BookingFacts, bookingFacts } from './booking-facts.server'
import { ownBooking } from './booking-page.server'

export type BookingSheet = {
  readonly isCancelled: boolean
  readonly title: string
  readonly date: CalendarDate | null
  readonly startTime: string | null
  readonly durationMinutes: number | null
  readonly school: string
  readonly company: string
  readonly level: string
  readonly years: readonly number[]
  readonly location: OfferLocation
  readonly address: string | null
  readonly goal: string | null
  readonly description: string
  readonly preparation: string | null
  readonly programme: readonly ProgrammeRow[]
  readonly arrival: string | null
  readonly schoolBrings: string | null
}

export type OwnSheet = {
  readonly id: string
  readonly sheet: BookingSheet
  /** Only the school lets parents read it. */
  readonly mayShare: boolean
  readonly sharedSince: CalendarDate | null
}

/** Two statements. @throws AppError 401; 404 for who is no party. */
export async function ownSheet(
  db: Pick<Db, '$queryRaw' | 'bookingShare'>,
  actor: Actor,
  id: string,
): Promise<OwnSheet> {
  const facts = await ownBooking(db, actor, id)
  const { school, organisation } = facts
  const isSchool = partyOf(actor, { branchId: school.id, organisationId: organisation.id }) === 'school'
  const share = isSchool
    ? await db.bookingShare.findUnique({ where: { bookingId: facts.id }, select: { createdAt: true } })
    : null
  return {
    id: facts.id,
    sheet: sheetOf(facts),
    mayShare: isSchool && facts.state === 'confirmed',
    sharedSince: share && calendarDateOf(share.createdAt),
  }
}

/** So many days after its day the address opens nothing any more. */
const OPEN_DAYS = 30

/**
 * Two statements.
 * @param tokenHash of the secret in its address.
 * @throws AppError 404 for an address that is unknown, was ended, or whose day is long past.
 */
export async function sharedSheet(
  { db, clock }: { readonly db: Pick<Db, '$queryRaw' | 'bookingShare'>; readonly clock: Clock },
  tokenHash: string,
): Promise<BookingSheet> {
  const share = await db.bookingShare.findUnique({ where: { tokenHash }, select: { bookingId: true } })
  const [facts] = share ? await bookingFacts(db, [share.bookingId]) : []
  if (!facts) throw bookingNotFound()
  const today = calendarDateOf(clock.now())
  if (facts.date !== null && addDays(facts.date, OPEN_DAYS) < today) throw bookingNotFound()
  return sheetOf(facts)
}

function sheetOf(facts: BookingFacts): BookingSheet {
  const { plan, offer, request } = facts
  return {
    isCancelled: facts.state === 'cancelled',
    title: offer.title,
    date: facts.date,
    startTime: facts.startTime,
    durationMinutes: offer.durationMinutes,
    school: facts.school.name,
    company: facts.organisation.name,
    level: request.level,
    years: request.years,
    location: offer.location,
    address: placeOf(facts),
    goal: plan.goal ?? offer.goal,
    description: offer.description,
    preparation: plan.preparation ?? offer.preparation,
    programme: plan.programme,
    arrival: plan.arrival,
    schoolBrings: plan.schoolBrings,
  }
}
