/** One booking: what has to be done now, then who, where and when, and what happened so far. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { formatClock, formatDay, formatDayAndTime, formatDuration } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { type Fact, TitleBlock } from '~/components/title-block'
import { offerSlug } from '~/features/finder/domain/offer-address'
import * as m from '~/paraglide/messages'
import { cancelReasonWord, classWord, groupWord, partyWord, placeWord } from '../domain/words'
import type { BookingPage } from '../queries/booking-page.server'
import { BookingAside } from './booking-aside'
import type { BookingReply } from './booking-forms'
import { BookingPlan } from './booking-plan'
import { BookingWork } from './booking-work'
import { statusOf } from './words'

type Props = {
  readonly booking: BookingPage
  readonly reply: BookingReply
  /** What the reader is about to do: `move`, `cancel`. */
  readonly asked: string | null
  /** What another part of the program says of it. */
  readonly children?: ReactNode
}

export function BookingScreen({ booking, reply, asked, children }: Props) {
  const { status, word } = statusOf(booking)
  const { offer, organisation, school, request } = booking
  return (
    <article className="page pt-4 pb-12">
      <Link to={paths.bookings()} className="no-print link inline-flex min-h-11 items-center gap-2 text-sm">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.bookings_all()}
      </Link>
      <div className="mt-1 grid gap-x-12 gap-y-8 lg:grid-cols-12">
        <div className="min-w-0 lg:col-span-7">
          <div className="flex flex-wrap items-center gap-3">
            <StatusBadge status={status}>{word}</StatusBadge>
            {booking.isDemo ? <DemoMark /> : null}
          </div>
          <h1 className="mt-3">
            {booking.date === null ? m.bookings_no_date() : formatDayAndTime(booking.date, booking.startTime)}
          </h1>
          <p className="mt-2 text-lg">
            <Link to={paths.offer(offerSlug(offer.words, offer.id))} className="link">
              {offer.title}
            </Link>
          </p>
          <p className="mt-1">
            {m.bookings_between({ school: school.name, company: organisation.name })}
            {request.groupCount > 1 ? ` · ${groupWord(request.groupNumber, request.groupCount)}` : ''}
          </p>
          <Ended booking={booking} />
          <TitleBlock facts={mainFacts(booking)} className="mt-5" />
          <BookingWork booking={booking} reply={reply} asked={asked} />
          <BookingPlan booking={booking} />
          {children}
          <Story booking={booking} />
        </div>
        <BookingAside booking={booking} className="lg:col-span-5" />
      </div>
    </article>
  )
}

function Ended({ booking }: { readonly booking: BookingPage }) {
  const { cancelReason, cancelledBy, cancelText } = booking
  if (cancelReason === null || cancelledBy === null) return null
  const names = { school: booking.school.name, company: booking.organisation.name }
  return (
    <div className="mt-4 border-l-4 border-line-strong pl-4">
      <p className="font-[650]">
        {cancelReason === 'no-date'
          ? m.bookings_ended_without_day()
          : m.bookings_cancelled_by({
              who: partyWord(cancelledBy, names),
              reason: cancelReasonWord[cancelReason]().toLowerCase(),
            })}
      </p>
      {cancelText ? <p className="mt-1 max-w-(--measure) whitespace-pre-line">{cancelText}</p> : null}
    </div>
  )
}

function mainFacts(booking: BookingPage): Fact[] {
  const { request, offer, school, startTime, date, pupilsReached } = booking
  const facts: Fact[] = [
    { label: m.common_fact_for(), value: classWord(request.level, request.years) },
    { label: m.common_fact_group(), value: m.bookings_pupils({ count: pupilsReached ?? request.groupSize }) },
  ]
  if (booking.shared)
    facts.push({ label: m.bookings_fact_shared(), value: m.bookings_shared(booking.shared) })
  if (date !== null)
    facts.unshift({
      label: m.bookings_fact_time(),
      value: startTime === null ? m.bookings_time_unknown() : formatClock(startTime),
    })
  if (offer.durationMinutes !== null)
    facts.push({ label: m.common_fact_duration(), value: formatDuration(offer.durationMinutes) })
  facts.push({
    label: m.common_fact_place(),
    value: placeWord(offer.location, offer.location === 'at-school' ? school.placeName : offer.placeName),
  })
  return facts
}

/** What was asked and agreed, in the people's own words. */
function Story({ booking }: { readonly booking: BookingPage }) {
  const { request, answerText, message, side } = booking
  return (
    <div className="mt-10 space-y-8">
      <section>
        <h2>{m.bookings_what_was_asked()}</h2>
        <p className="mt-2 font-[650]">
          {side === 'school' ? (
            <Link to={paths.request(request.id)} className="link">
              {request.title}
            </Link>
          ) : (
            request.title
          )}
        </p>
        {[request.text, message]
          .filter((text): text is string => text !== null && text.trim() !== '')
          .map((text) => (
            <p key={text} className="mt-1 max-w-(--measure) whitespace-pre-line">
              {text}
            </p>
          ))}
        {answerText ? (
          <>
            <h3 className="mt-4">{m.bookings_answer_of({ company: booking.organisation.name })}</h3>
            <p className="mt-1 max-w-(--measure) whitespace-pre-line">{answerText}</p>
          </>
        ) : null}
        <p className="mt-3 text-sm text-ink-soft">
          {m.bookings_made_on({ day: formatDay(booking.moments[0]?.on ?? booking.today, true) })}
        </p>
      </section>
    </div>
  )
}
