/** Whom to call, the calendar, paper, and what happened so far. */

import { Link } from '@remix-run/react'
import CalendarCheck from 'lucide-react/icons/calendar-check'
import Printer from 'lucide-react/icons/printer'
import { formatDay, formatDayAndTime } from '~/components/format'
import { paths } from '~/components/paths'
import { type Moment, Timeline } from '~/components/timeline'
import * as m from '~/paraglide/messages'
import { partyWord } from '../domain/words'
import type { BookingMoment, BookingPage, Contact } from '../queries/booking-page.server'
import { PrintButton } from './print-button'

export function BookingAside({
  booking,
  className,
}: {
  readonly booking: BookingPage
  readonly className: string
}) {
  const { contacts, school, organisation, isParty } = booking
  return (
    <aside aria-label={m.bookings_aside()} className={`space-y-6 ${className}`}>
      {isParty ? (
        <section className="card p-5">
          <h2>{m.bookings_contacts()}</h2>
          <Contacts side={school.name} people={contacts.school} />
          <Contacts side={organisation.name} people={contacts.company} />
        </section>
      ) : null}
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        {isParty && booking.date !== null ? (
          <a
            href={paths.bookingCalendar(booking.id)}
            className="link inline-flex min-h-11 items-center gap-2"
            download
          >
            <CalendarCheck aria-hidden size={20} strokeWidth={1.75} />
            {m.bookings_to_calendar()}
          </a>
        ) : null}
        <PrintButton />
        {isParty ? (
          <Link to={paths.bookingPrint(booking.id)} className="link inline-flex min-h-11 items-center gap-2">
            <Printer aria-hidden size={20} strokeWidth={1.75} />
            {m.bookings_sheet_open()}
          </Link>
        ) : null}
      </div>
      <section>
        <h2 className="mb-4">{m.bookings_so_far()}</h2>
        <Timeline moments={momentsOf(booking)} />
      </section>
    </aside>
  )
}

function Contacts({ side, people }: { readonly side: string; readonly people: readonly Contact[] }) {
  return (
    <div className="mt-3">
      <h3 className="text-base leading-[1.625rem]">{side}</h3>
      {people.length === 0 ? <p className="text-ink-soft">{m.bookings_nobody_there()}</p> : null}
      <ul>
        {people.map(({ name, email }) => (
          <li key={email}>
            {name === email ? null : <span className="block">{name}</span>}
            <a href={`mailto:${email}`} className="link inline-block py-1.5 break-all">
              {email}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What happened, and as the last one what is still to come. */
function momentsOf(booking: BookingPage): readonly Moment[] {
  const names = { school: booking.school.name, company: booking.organisation.name }
  return booking.moments.map((moment) => ({
    title: formatDay(moment.on, true),
    text: happened(moment, names),
  }))
}

function happened(
  { kind, by, date, startTime }: BookingMoment,
  names: { readonly school: string; readonly company: string },
): string {
  const who = by === null ? '' : partyWord(by, names)
  const to = date === null ? '' : formatDayAndTime(date, startTime)
  switch (kind) {
    case 'made':
      return m.bookings_happened_made()
    case 'chosen':
      return m.bookings_happened_chosen({ who, to })
    case 'moved':
      return m.bookings_happened_moved({ who, to })
    case 'cancelled':
      return by === 'system' ? m.bookings_happened_lapsed() : m.bookings_happened_cancelled({ who })
    case 'done':
      return m.bookings_happened_done({ who })
    case 'missed':
      return m.bookings_happened_missed({ who })
  }
}
