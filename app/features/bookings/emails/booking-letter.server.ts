/** What the mails of a booking have in common: their props and their parts. Words are in the language of the present context. */
import { formatDay, formatDayAndTime } from '~/components/format'
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { BookingParty, CancelCause } from '../domain/booking'
import type { Plan } from '../domain/plan'
import { groupWord, placeWord } from '../domain/words'

export type MailedBooking = {
  readonly id: string
  readonly title: string
  readonly school: string
  readonly company: string
  readonly date: CalendarDate | null
  readonly startTime: string | null
  /** Days that can still be chosen. */
  readonly options: readonly CalendarDate[]
  readonly agreeBy: CalendarDate | null
  readonly groupNumber: number
  readonly groupCount: number
  readonly groupSize: number
  /** Groups and pupils of a shared lesson, this one too. */
  readonly shared: { readonly groups: number; readonly pupils: number } | null
  readonly location: OfferLocation
  readonly placeName: string
  readonly cancelledBy: BookingParty | null
  readonly cancelReason: CancelCause | null
  readonly cancelText: string | null
  /** What the company wrote with its yes. */
  readonly answerText: string | null
  readonly plan: Pick<Plan, 'programme' | 'arrival' | 'schoolBrings' | 'companyBrings'>
}

export type BookingMailProps = {
  readonly locale: Locale
  /** Of the reader. */
  readonly side: 'school' | 'company'
  /** All groups that the mail is about, at least one, of one school and one company. */
  readonly bookings: readonly [MailedBooking, ...MailedBooking[]]
  /** Whom to reach at the other side. */
  readonly contacts: readonly { readonly name: string; readonly email: string }[]
  /** Whole address of a booking's page. */
  readonly pageOf: (id: string) => string
}

type Words = {
  readonly subject: string
  readonly heading?: string
  readonly blocks: readonly Block[]
}

/** The first block's text is what a list of mails shows behind the subject. */
export function bookingLetter(
  { locale }: BookingMailProps,
  { subject, heading, blocks }: Words,
): RenderedMail {
  const first = blocks[0]
  return renderLetter({
    locale,
    subject,
    preview: first && 'text' in first ? first.text : '',
    heading: heading ?? subject,
    blocks,
    footer: m.bookings_mail_footer(),
  })
}

/** Title block: what, when, who, where, and whom to reach. */
export function factsBlock({ bookings, side, contacts }: BookingMailProps): Block {
  const [{ title, school, company, location, placeName, shared }] = bookings
  return {
    kind: 'facts',
    facts: [
      { label: m.bookings_mail_fact_offer(), value: title },
      ...bookings.map((booking) => ({
        label: groupWord(booking.groupNumber, booking.groupCount),
        value: `${whenWord(booking)} · ${m.bookings_pupils({ count: booking.groupSize })}`,
      })),
      ...(shared ? [{ label: m.bookings_fact_shared(), value: m.bookings_shared(shared) }] : []),
      { label: m.common_fact_place(), value: placeWord(location, placeName) },
      side === 'school'
        ? { label: m.bookings_mail_fact_company(), value: company }
        : { label: m.bookings_mail_fact_school(), value: school },
      ...contacts.map(({ name, email }) => ({
        label: m.bookings_mail_fact_contact(),
        value: name === email ? email : `${name}, ${email}`,
      })),
    ],
  }
}

export function whenWord({ date, startTime }: Pick<MailedBooking, 'date' | 'startTime'>): string {
  return date === null ? m.bookings_mail_no_date() : formatDayAndTime(date, startTime)
}

/** One button; with several bookings one link each. */
export function pageBlocks({ bookings, pageOf }: BookingMailProps, label: string): readonly Block[] {
  if (bookings.length === 1) return [{ kind: 'button', label, href: pageOf(bookings[0].id) }]
  return bookings.map((booking) => ({
    kind: 'link',
    label: `${label} (${groupWord(booking.groupNumber, booking.groupCount)})`,
    href: pageOf(booking.id),
  }))
}

/** Who has to choose a day, from what and by when; nothing when all have one. */
export function agreeBlocks({ bookings, side }: BookingMailProps): readonly Block[] {
  const open = bookings.find((booking) => booking.date === null)
  if (!open?.agreeBy) return []
  const by = formatDay(open.agreeBy)
  const { company } = open
  if (open.options.length === 0) return [{ kind: 'text', text: m.bookings_mail_agree({ by }) }]
  const days = open.options.map((day) => formatDay(day)).join(', ')
  const text =
    side === 'school'
      ? m.bookings_mail_choose_school({ company, days, by })
      : m.bookings_mail_choose_company({ days, by })
  return [{ kind: 'text', text }]
}

/** What the button says that leads to a booking: what the reader has to do there. */
export function taskWord({ bookings: [booking], side }: BookingMailProps): string {
  if (booking.date !== null) return m.bookings_mail_open()
  if (booking.options.length === 0) return m.bookings_mail_set()
  return side === 'school' ? m.bookings_mail_choose() : m.bookings_mail_open()
}
