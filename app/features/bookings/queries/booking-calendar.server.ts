/** A booking as a calendar file, for its two parties. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import { type CalendarEntry, calendarFile, sequenceOf } from '../domain/calendar-file'
import { noDateYet } from '../errors'
import type { BookingFacts } from './booking-facts.server'
import { ownBooking } from './booking-page.server'

export type BookingCalendarNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly clock: Clock
  /** The address of a booking's page, whole. */
  readonly pageOf: (id: string) => string
}

/** @throws AppError 401; 404 for who is no party; 409 `booking.no-date-yet`. */
export async function bookingCalendar(
  { db, clock, pageOf }: BookingCalendarNeeds,
  actor: Actor,
  asked: { readonly id: string },
): Promise<string> {
  const entry = calendarEntry(await ownBooking(db, actor, asked.id), pageOf)
  if (entry === null) throw noDateYet()
  return calendarFile([entry], clock.now())
}

/** @returns the entry in the present language, `null` while there is no date. */
export function calendarEntry(
  facts: BookingFacts,
  pageOf: BookingCalendarNeeds['pageOf'],
): CalendarEntry | null {
  const { id, date, startTime, offer, school, organisation, request } = facts
  if (date === null) return null
  return {
    bookingId: id,
    sequence: sequenceOf(facts),
    isCancelled: facts.state === 'cancelled',
    date,
    startTime,
    durationMinutes: offer.durationMinutes,
    summary: offer.title,
    description: m.bookings_calendar_text({
      school: school.name,
      company: organisation.name,
      number: request.groupNumber,
      count: request.groupCount,
      pupils: request.groupSize,
    }),
    location: locationOf(facts),
    url: pageOf(id),
  }
}

/** An address as a map understands it. */
function locationOf({ offer, school, organisation }: BookingFacts): string {
  switch (offer.location) {
    case 'at-school':
      return `${school.name}, ${school.street} ${school.houseNumber}, ${school.postcode} ${school.placeName}`
    case 'at-company':
      return `${organisation.name}, ${offer.postcode} ${offer.placeName}`
    default:
      return 'online'
  }
}
