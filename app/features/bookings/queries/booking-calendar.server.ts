/** Bookings as calendar files: one for its two parties, and all of one user for a calendar program. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { addDays, type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import { type CalendarEntry, calendarFile, methodOf, sequenceOf } from '../domain/calendar-file'
import { planPartWord, programmeLines } from '../domain/plan-words'
import { bookingNotFound, noDateYet } from '../errors'
import { type BookingFacts, bookingFacts } from './booking-facts.server'
import { ownBooking } from './booking-page.server'

export type BookingCalendarNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly clock: Clock
  /** The address of a booking's page, whole. */
  readonly pageOf: (id: string) => string
  /** Address in whose name the entries stand. */
  readonly organizer: string
}

/** @throws AppError 401; 404 for who is no party; 409 `booking.no-date-yet`. */
export async function bookingCalendar(
  { db, clock, pageOf, organizer }: BookingCalendarNeeds,
  actor: Actor,
  asked: { readonly id: string },
): Promise<string> {
  const entry = calendarEntry(await ownBooking(db, actor, asked.id), pageOf)
  if (entry === null) throw noDateYet()
  return calendarFile([entry], { writtenAt: clock.now(), method: methodOf([entry]), organizer })
}

/** Days back and ahead that a calendar program is given: what was cancelled lately is taken out of it. */
const BACK_DAYS = 60
const AHEAD_DAYS = 400
const FEED_MAX = 500

/**
 * All bookings of the schools and organisations of whoever's calendar it is, with a date. Two statements.
 * @param asked `tokenHash` of the secret in its address; `more`: what else stands in the calendar of that user.
 * @throws AppError 404 for an address that is unknown or was ended.
 */
export async function calendarFeed(
  { db, clock, pageOf, organizer }: BookingCalendarNeeds,
  asked: { readonly tokenHash: string; readonly more?: readonly CalendarEntry[] },
): Promise<string> {
  const now = clock.now()
  const today = calendarDateOf(now)
  const rows = await db.$queryRaw<{ id: string | null }[]>`
    SELECT k.id FROM calendar_feed f
    LEFT JOIN LATERAL (
      SELECT k.id, k.date FROM booking k
      JOIN place_claim c ON c.id = k.claim_id
      JOIN request_group g ON g.id = c.group_id
      JOIN support_request r ON r.id = g.request_id
      JOIN capacity_slot s ON s.id = c.slot_id
      JOIN offer o ON o.id = s.offer_id
      WHERE k.date BETWEEN ${addDays(today, -BACK_DAYS)}::date AND ${addDays(today, AHEAD_DAYS)}::date
        AND (r.branch_id IN (SELECT branch_id FROM school_membership WHERE user_id = f.user_id)
          OR o.organisation_id IN (SELECT organisation_id FROM organisation_membership WHERE user_id = f.user_id))
      ORDER BY k.date, k.id LIMIT ${FEED_MAX}
    ) k ON true
    WHERE f.token_hash = ${asked.tokenHash}`
  if (rows.length === 0) throw bookingNotFound()
  const facts = await bookingFacts(
    db,
    rows.flatMap(({ id }) => id ?? []),
  )
  const entries = facts.map((one) => calendarEntry(one, pageOf)).filter((entry) => entry !== null)
  return calendarFile([...entries, ...(asked.more ?? [])], {
    ...{ writtenAt: now, method: 'PUBLISH', organizer },
    name: m.bookings_calendar_name(),
  })
}

/** @returns since when there is an address, `null` when there is none. */
export async function calendarFeedSince(
  db: Pick<Db, 'calendarFeed'>,
  actor: SignedInActor,
): Promise<CalendarDate | null> {
  const row = await db.calendarFeed.findUnique({
    where: { userId: actor.userId },
    select: { createdAt: true },
  })
  return row && calendarDateOf(row.createdAt)
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
    description: [
      m.bookings_calendar_text({
        school: school.name,
        company: organisation.name,
        number: request.groupNumber,
        count: request.groupCount,
        pupils: request.groupSize,
      }),
      ...planLines(facts),
    ].join('\n'),
    location: locationOf(facts),
    url: pageOf(id),
  }
}

/** What one wants at hand on the day itself. */
function planLines({ plan, startTime }: BookingFacts): readonly string[] {
  const programme = programmeLines(plan.programme, startTime).map(({ when, what }) => `${when} ${what}`)
  return [
    ...(programme.length > 0 ? ['', planPartWord.programme(), ...programme] : []),
    ...(plan.arrival ? ['', planPartWord.arrival(), plan.arrival] : []),
  ]
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
