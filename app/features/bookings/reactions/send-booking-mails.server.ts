/**
 * Mails about bookings. Each loads the present state: what was cancelled or moved again meanwhile is not told as it was.
 * The reason of a mail names what it tells and whom, so that a doubled event sends nothing twice.
 */
import { paths } from '~/components/paths'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { DEFAULT_LOCALE, isLocale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { addressOf } from '~/platform/mail/address'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer, OutgoingMail } from '~/platform/mail/mailer.server'
import { type BookingParty, openOptions } from '../domain/booking'
import { calendarFile, methodOf } from '../domain/calendar-file'
import type { PlanPart } from '../domain/plan'
import { bookingCancelledMail } from '../emails/booking-cancelled.server'
import { bookingDateMail } from '../emails/booking-date.server'
import { bothEvaluatedMail, evaluationAskedMail } from '../emails/booking-evaluation.server'
import type { BookingMailProps, MailedBooking } from '../emails/booking-letter.server'
import { bookingMadeMail } from '../emails/booking-made.server'
import { bookingPlanMail } from '../emails/booking-plan.server'
import { bookingReminderMail } from '../emails/booking-reminder.server'
import type { ReminderKind } from '../events'
import { calendarEntry } from '../queries/booking-calendar.server'
import {
  type BookingFacts,
  bookingFacts,
  type People,
  type Person,
  peopleOfBooking,
} from '../queries/booking-facts.server'
import { type EvaluationLinkNeeds, evaluationLink } from './evaluation-link.server'

export type BookingMailNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'booking'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string; readonly MAIL_FROM: string }
} & EvaluationLinkNeeds
type Event = Pick<DomainEvent, 'type' | 'subjectId' | 'payload'>
type Side = 'school' | 'company'

/** One mail per side for all groups that one acceptance or one hold gave a place. */
export async function mailBookingMade(needs: BookingMailNeeds, { subjectId }: Event): Promise<void> {
  const made = await needs.db.booking.findUnique({ where: { id: subjectId }, select: { proposalId: true } })
  if (!made) return
  const { proposalId } = made
  const together =
    proposalId === null
      ? []
      : await needs.db.booking.findMany({ where: { proposalId }, select: { id: true } })
  const ids = proposalId === null ? [subjectId] : together.map(({ id }) => id)
  const facts = (await bookingFacts(needs.db, ids)).filter(({ state }) => state === 'confirmed')
  await tell(needs, facts, {
    template: 'booking-made',
    reason: `booking-made ${proposalId ?? subjectId}`,
    render: bookingMadeMail,
    withCalendar: true,
  })
}

export async function mailBookingDateSet(
  needs: BookingMailNeeds,
  { type, subjectId, payload }: Event,
): Promise<void> {
  const facts = await bookingFacts(needs.db, [subjectId])
  const [booking] = facts
  if (booking?.state !== 'confirmed' || booking.date === null) return
  const by = payload.by as BookingParty
  await tell(needs, facts, {
    template: 'booking-date',
    reason: `booking-date ${subjectId} ${booking.moves}`,
    render: (props) => bookingDateMail({ ...props, by, isFirst: type === 'BookingDateChosen' }),
    withCalendar: true,
  })
}

export async function mailBookingCancelled(needs: BookingMailNeeds, { subjectId }: Event): Promise<void> {
  const facts = await bookingFacts(needs.db, [subjectId])
  if (facts[0]?.state !== 'cancelled') return
  await tell(needs, facts, {
    template: 'booking-cancelled',
    reason: `booking-cancelled ${subjectId}`,
    render: bookingCancelledMail,
    withCalendar: true,
  })
}

export async function mailBookingReminder(
  needs: BookingMailNeeds,
  { subjectId, payload }: Event,
): Promise<void> {
  const kind = payload.kind as ReminderKind
  const facts = await bookingFacts(needs.db, [subjectId])
  const [booking] = facts
  if (booking?.state !== (kind === 'follow-up' ? 'done' : 'confirmed')) return
  const day = kind === 'choose-date' ? booking.date === null && booking.agreeBy : booking.date
  if (day !== payload.day) return
  await tell(needs, facts, {
    template: `booking-${kind}`,
    reason: `booking-${kind} ${subjectId} ${day}`,
    render: (props) => bookingReminderMail({ ...props, kind }),
    // Only the school can say how many pupils there were.
    sides: kind.startsWith('how-was-it') || kind === 'follow-up' ? ['school'] : ['school', 'company'],
    ...(kind === 'follow-up' && { page: () => paths.requestAgain(booking.request.id) }),
    ...(kind.startsWith('how-was-it') && { linkOf: evaluationLink(needs, booking) }),
  })
}

/** One side said how the day goes: the other is told which parts. */
export async function mailPlanChanged(
  needs: BookingMailNeeds,
  { subjectId, payload, ...event }: Event & { readonly id: bigint },
): Promise<void> {
  const facts = await bookingFacts(needs.db, [subjectId])
  if (facts[0]?.state !== 'confirmed') return
  await tell(needs, facts, {
    template: 'booking-plan',
    reason: `booking-plan ${event.id}`,
    render: (props) => bookingPlanMail({ ...props, parts: payload.parts as readonly PlanPart[] }),
    sides: [payload.to as Side],
  })
}

/** The school has told that it took place: now the company may say how it was. */
export async function mailEvaluationAsked(needs: BookingMailNeeds, { subjectId }: Event): Promise<void> {
  const facts = await bookingFacts(needs.db, [subjectId])
  const [booking] = facts
  if (booking?.state !== 'done' || (await whoEvaluated(needs, subjectId)).includes('company')) return
  await tell(needs, facts, {
    template: 'evaluation-asked',
    reason: `evaluation-asked ${subjectId}`,
    render: (props) => evaluationAskedMail({ ...props, pupils: booking.pupilsReached }),
    sides: ['company'],
    page: paths.evaluation,
    linkOf: evaluationLink(needs, booking),
  })
}

/** Both have spoken: who spoke first can now read the other. */
export async function mailBothEvaluated(
  needs: BookingMailNeeds,
  { subjectId, payload }: Event,
): Promise<void> {
  const [, second] = await whoEvaluated(needs, subjectId)
  if (second !== payload.by) return
  await tell(needs, await bookingFacts(needs.db, [subjectId]), {
    template: 'evaluation-both',
    reason: `evaluation-both ${subjectId}`,
    render: bothEvaluatedMail,
    sides: [payload.by === 'school' ? 'company' : 'school'],
    page: paths.evaluation,
  })
}

/** @returns in the order in which they spoke. */
async function whoEvaluated({ db }: Pick<BookingMailNeeds, 'db'>, id: string): Promise<readonly Side[]> {
  const rows = await db.$queryRaw<{ side: Side }[]>`
    SELECT party::text AS side FROM evaluation WHERE booking_id = ${id}::uuid
    ORDER BY created_at, party DESC`
  return rows.map(({ side }) => side)
}

type Telling = {
  readonly template: string
  readonly reason: string
  readonly render: (props: BookingMailProps) => RenderedMail
  readonly withCalendar?: boolean
  readonly sides?: readonly Side[]
  /** Where its button leads; the booking's page unless told. */
  readonly page?: (id: string) => string
  /** Where it leads this reader without signing in; `null`: to the page. */
  readonly linkOf?: (person: Person, side: Side) => Promise<string | null>
}

async function tell(
  needs: BookingMailNeeds,
  facts: readonly BookingFacts[],
  telling: Telling,
): Promise<void> {
  const [first, ...rest] = facts
  if (!first) return
  const today = calendarDateOf(needs.clock.now())
  const people = await peopleOfBooking(needs.db, first.id)
  const pageOf = (id: string) => `${needs.env.ORIGIN}${(telling.page ?? paths.booking)(id)}`
  const bookings = [mailed(first, today), ...rest.map((one) => mailed(one, today))] as const
  for (const side of telling.sides ?? (['school', 'company'] as const))
    for (const person of people[side]) {
      const locale = isLocale(person.locale) ? person.locale : DEFAULT_LOCALE
      const link = (await telling.linkOf?.(person, side)) ?? null
      const props = {
        ...{ locale, side, bookings, contacts: contactsFor(side, first, people) },
        pageOf: link === null ? pageOf : () => link,
      }
      const content = inLocale(locale, () => telling.render(props))
      const calendar = telling.withCalendar ? inLocale(locale, () => calendarOf(facts, pageOf, needs)) : null
      await needs.mailer.send({
        reason: `${telling.reason} ${person.userId}`,
        template: telling.template,
        to: person.email,
        locale,
        content,
        ...(calendar !== null && { calendar }),
      })
    }
}

function calendarOf(
  facts: readonly BookingFacts[],
  pageOf: (id: string) => string,
  { clock, env }: BookingMailNeeds,
): OutgoingMail['calendar'] | null {
  const entries = facts.map((one) => calendarEntry(one, pageOf)).filter((entry) => entry !== null)
  if (entries.length === 0) return null
  const method = methodOf(entries)
  return {
    method,
    file: calendarFile(entries, { writtenAt: clock.now(), method, organizer: addressOf(env.MAIL_FROM) }),
  }
}

/** Whom the reader of one side reaches at the other. */
function contactsFor(side: Side, { offer }: BookingFacts, people: People): BookingMailProps['contacts'] {
  if (side === 'company') return people.school
  return offer.contactEmail === null
    ? people.company
    : [{ name: offer.contactName ?? offer.contactEmail, email: offer.contactEmail }]
}

function mailed(facts: BookingFacts, today: string): MailedBooking {
  const { offer, school, organisation, request } = facts
  return {
    id: facts.id,
    title: offer.title,
    school: school.name,
    company: organisation.name,
    date: facts.date,
    startTime: facts.startTime,
    options: openOptions(facts, today),
    agreeBy: facts.agreeBy,
    groupNumber: request.groupNumber,
    groupCount: request.groupCount,
    groupSize: request.groupSize,
    shared: facts.shared,
    location: offer.location,
    placeName: offer.location === 'at-school' ? school.placeName : offer.placeName,
    cancelledBy: facts.cancelledBy,
    cancelReason: facts.cancelReason,
    cancelText: facts.cancelText,
    answerText: facts.answerText,
    plan: facts.plan,
  }
}
