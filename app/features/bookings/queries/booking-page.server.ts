/** The page of one booking, as the reader may see it. Four statements. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { distanceKm } from '~/kernel/geography'
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type BookingParty, type BookingStage, openOptions, stageOf } from '../domain/booking'
import { partyOf } from '../domain/party'
import { bookingNotFound } from '../errors'
import {
  type BookingFacts,
  bookingFacts,
  NO_PLAN,
  type Person,
  peopleOfBooking,
} from './booking-facts.server'

export type Contact = Pick<Person, 'name' | 'email'>

/** Something that happened. `by` is a side, never a person. */
export type BookingMoment = {
  readonly kind: 'made' | 'chosen' | 'moved' | 'cancelled' | 'done' | 'missed'
  readonly on: CalendarDate
  readonly by: BookingParty | null
  readonly date: CalendarDate | null
  readonly startTime: string | null
}

export type BookingPage = BookingFacts & {
  readonly today: CalendarDate
  readonly stage: BookingStage
  /** For whom the reader looks. */
  readonly side: BookingParty
  /** Of the school or the company. */
  readonly isParty: boolean
  readonly mayChange: boolean
  readonly options: readonly CalendarDate[]
  readonly distanceKm: number
  /** Empty for who is no party: a coordinator sees no addresses. */
  readonly contacts: { readonly school: readonly Contact[]; readonly company: readonly Contact[] }
  /** Which sides said how it was. */
  readonly evaluatedBy: readonly ('school' | 'company')[]
  /** The first first; at most 50. */
  readonly moments: readonly BookingMoment[]
}

const MOMENTS_MAX = 50
const KIND_OF = {
  BookingMade: 'made',
  BookingDateChosen: 'chosen',
  BookingMoved: 'moved',
  BookingCancelled: 'cancelled',
  BookingDone: 'done',
  BookingMissed: 'missed',
} as const

type Event = {
  readonly type: keyof typeof KIND_OF
  readonly occurredAt: Date
  readonly payload: { readonly by?: BookingParty; readonly date?: string; readonly startTime?: string | null }
}

/** @throws AppError 401; 404 `booking.not-found`, also for what is not the reader's. */
export async function bookingPage(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  asked: { readonly id: string; readonly now: Date },
): Promise<BookingPage> {
  const facts = await readForReader(db, actor, asked.id)
  const isParty = may(actor, 'booking.follow', partiesOf(facts))
  const today = calendarDateOf(asked.now)
  const [people, evaluated, events] = await Promise.all([
    isParty ? peopleOfBooking(db, facts.id) : { school: [], company: [] },
    db.$queryRaw<{ side: 'school' | 'company' }[]>`
      SELECT party::text AS side FROM evaluation WHERE booking_id = ${facts.id}::uuid`,
    db.$queryRaw<Event[]>`
      SELECT type, occurred_at AS "occurredAt", payload FROM outbox_event
      WHERE subject_id = ${facts.id} AND type = ANY(${Object.keys(KIND_OF)}) ORDER BY id LIMIT ${MOMENTS_MAX}`,
  ])
  return {
    ...facts,
    plan: isParty ? facts.plan : NO_PLAN,
    today,
    stage: stageOf(facts, today),
    side: partyOf(actor, { branchId: facts.school.id, organisationId: facts.organisation.id }),
    isParty,
    mayChange: may(actor, 'booking.change', partiesOf(facts)),
    options: openOptions(facts, today),
    distanceKm: distanceKm(facts.school, facts.offer),
    contacts: {
      school: people.school.map(({ name, email }) => ({ name, email })),
      company: companyContacts(facts, people.company, isParty),
    },
    evaluatedBy: evaluated.map((one) => one.side),
    moments: events.map(({ type, occurredAt, payload }) => ({
      kind: KIND_OF[type],
      on: calendarDateOf(occurredAt),
      by: payload.by ?? null,
      date: payload.date ?? null,
      startTime: payload.startTime ?? null,
    })),
  }
}

/**
 * The facts of one booking, for its two parties only. One statement.
 * @throws AppError 401; 404 for everybody else, a coordinator included.
 */
export async function ownBooking(db: Pick<Db, '$queryRaw'>, actor: Actor, id: string): Promise<BookingFacts> {
  const facts = await readForReader(db, actor, id)
  allow(actor, 'booking.follow', partiesOf(facts))
  return facts
}

async function readForReader(db: Pick<Db, '$queryRaw'>, actor: Actor, id: string): Promise<BookingFacts> {
  const [facts] = isUuid(id) ? await bookingFacts(db, [id]) : []
  if (!facts) throw bookingNotFound()
  allow(actor, 'booking.see', { ...partiesOf(facts), regionIds: facts.school.regionIds })
  return facts
}

function partiesOf({ school, organisation }: BookingFacts) {
  return { branchId: school.id, organisationId: organisation.id }
}

/** Whom the offer names goes before who pressed the button. */
function companyContacts(
  { offer }: BookingFacts,
  people: readonly Contact[],
  isParty: boolean,
): readonly Contact[] {
  if (isParty && offer.contactEmail !== null)
    return [{ name: offer.contactName ?? offer.contactEmail, email: offer.contactEmail }]
  return people.map(({ name, email }) => ({ name, email }))
}
