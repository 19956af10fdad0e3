/**
 * One month by days: sessions, bookings and what is closed. A week a row where there is room; on a phone a list of the
 * days on which there is something.
 */
import { Form, Link } from '@remix-run/react'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '~/components/button'
import { formatClock, formatDay, formatDays, formatMonth, formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import { addDays, type CalendarDate, isoWeekday, type Month, monthOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { type ClosedWhy, closedWhy, isGivenOn } from '../domain/closed-days'
import type { CalendarBooking, CalendarPage, CalendarSession } from '../queries/calendar-page.server'
import { closedWord } from './words'

type Props = { readonly page: CalendarPage; readonly here: string }

export function MonthGrid({ page, here }: Props) {
  const closed = { ...page.closed, publicHolidays: new Set(page.closed.publicHolidays) }
  const days = daysOfMonth(page.month)
  const isEmpty = page.bookings.length === 0 && page.sessions.length === 0
  return (
    <section aria-labelledby="month">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="month" className="first-letter:uppercase">
          {formatMonth(page.month, true)}
        </h2>
        <nav aria-label={m.capacity_months()} className="flex gap-4">
          <Turn page={page} to={page.previous} way="back" />
          <Turn page={page} to={page.next} way="on" />
        </nav>
      </div>
      {isEmpty ? <p className="mt-2 text-ink-soft">{m.capacity_month_empty()}</p> : null}
      <div aria-hidden className="mt-3 grid grid-cols-7 gap-px text-sm text-ink-soft max-sm:hidden">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <span key={weekday} className="px-2">
            {formatDays([weekday])}
          </span>
        ))}
      </div>
      <ol className="mt-1 grid gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-cols-7">
        <Blank days={isoWeekday(days[0] ?? page.today) - 1} />
        {days.map((day) => (
          <Day
            key={day}
            day={day}
            isToday={day === page.today}
            why={closedWhy(day, closed)}
            isGiven={isGivenOn(day, page.offer.weekdays)}
            sessions={page.sessions.filter((session) => session.day === day)}
            bookings={page.bookings.filter((booking) => booking.day === day)}
            here={here}
          />
        ))}
        <Blank days={7 - isoWeekday(days.at(-1) ?? page.today)} />
      </ol>
    </section>
  )
}

const SPANS = ['', '', 'sm:col-span-2', 'sm:col-span-3', 'sm:col-span-4', 'sm:col-span-5', 'sm:col-span-6']

/** Where the days of another month would be. */
function Blank({ days }: { readonly days: number }) {
  return days === 0 ? null : <li aria-hidden className={`bg-ground max-sm:hidden ${SPANS[days] ?? ''}`} />
}

type TurnProps = { readonly page: CalendarPage; readonly to: Month | null; readonly way: 'back' | 'on' }

function Turn({ page, to, way }: TurnProps) {
  if (to === null) return null
  return (
    <Link
      to={paths.offerCalendar(page.offer.id, to)}
      preventScrollReset
      className="link inline-flex min-h-11 items-center gap-1"
    >
      {way === 'back' ? <ChevronLeft aria-hidden size={18} /> : null}
      {formatMonth(to)}
      {way === 'on' ? <ChevronRight aria-hidden size={18} /> : null}
    </Link>
  )
}

type DayProps = {
  readonly day: CalendarDate
  readonly isToday: boolean
  readonly why: ClosedWhy | null
  readonly isGiven: boolean
  readonly sessions: readonly CalendarSession[]
  readonly bookings: readonly CalendarBooking[]
  readonly here: string
}

function Day({ day, isToday, why, isGiven, sessions, bookings, here }: DayProps) {
  const hasSomething = sessions.length > 0 || bookings.length > 0 || why === 'blackout' || isToday
  const look = why === null && isGiven ? 'bg-surface' : 'bg-ground text-ink-soft'
  return (
    <li className={`min-w-0 px-2 py-1.5 sm:min-h-24 ${look} ${hasSomething ? '' : 'max-sm:hidden'}`}>
      <p className={`text-sm ${isToday ? 'font-[750] text-act-text' : ''}`}>
        <span className="sm:hidden">{formatDay(day)}</span>
        <span aria-hidden className="max-sm:hidden tabular-nums">
          {Number(day.slice(8))}
        </span>
        <span className="sr-only max-sm:hidden">{formatDay(day)}</span>
        {isToday ? <span className="text-xs">{` · ${m.capacity_today()}`}</span> : null}
      </p>
      {why ? <p className="text-xs hyphens-auto">{closedWord[why]()}</p> : null}
      <ul className="grid gap-1.5">
        {sessions.map((session) => (
          <li key={session.id}>
            <Session session={session} here={here} />
          </li>
        ))}
        {bookings.map((booking) => (
          <li key={booking.bookingId ?? `${booking.day}${booking.schoolName}`} className="text-sm">
            <Booked booking={booking} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function Session({ session, here }: { readonly session: CalendarSession; readonly here: string }) {
  const { id, day, startTime, places, taken } = session
  const time = startTime ? formatClock(startTime) : m.capacity_session()
  return (
    <div className="rounded-sm border border-line-strong bg-act-soft px-1.5 py-1 text-sm text-ink">
      <p className="font-[650]">{time}</p>
      <p>{m.capacity_session_places({ taken: formatNumber(taken), places: formatNumber(places) })}</p>
      {taken === 0 ? (
        <Form method="post" action={here} preventScrollReset>
          <input type="hidden" name="slot" value={id} />
          <Button
            look="quiet"
            className="min-h-6 px-0! py-0! text-xs"
            size="small"
            name="intent"
            value="remove"
            aria-label={`${m.capacity_remove()}: ${formatDay(day)} ${time}`}
          >
            {m.capacity_remove()}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}

function Booked({ booking: { bookingId, time, schoolName } }: { readonly booking: CalendarBooking }) {
  const text = time ? `${formatClock(time)} ${schoolName}` : schoolName
  if (bookingId === null) return <span className="text-hold-text">{m.capacity_held({ school: text })}</span>
  return (
    <Link to={paths.booking(bookingId)} className="link [overflow-wrap:anywhere]">
      {text}
    </Link>
  )
}

function daysOfMonth(month: Month): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day: CalendarDate = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day)
  return days
}
