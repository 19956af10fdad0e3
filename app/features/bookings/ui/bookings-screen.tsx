/** The reader's bookings: what asks for something on top, then by day; the past on a page of its own. */
import { Link } from '@remix-run/react'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { ButtonLink } from '~/components/button'
import { Distance } from '~/components/distance'
import { formatDay, formatDayAndTime, formatNumber } from '~/components/format'
import { DemoMark, EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { groupWord, placeWord } from '../domain/words'
import type { BookingRow, MyBookings } from '../queries/my-bookings.server'
import { statusOf } from './words'

export function BookingsScreen({ bookings }: { readonly bookings: MyBookings }) {
  const { rows, page, pages, isPast, counts } = bookings
  return (
    <PageFrame title={m.bookings_title()}>
      <Views isPast={isPast} counts={counts} />
      {rows.length === 0 ? (
        <Nothing bookings={bookings} />
      ) : (
        <ul className="mt-5 grid gap-4" aria-label={isPast ? m.bookings_past() : m.bookings_now()}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      <p className="no-print mt-6">
        <Link to={paths.projects()} className="link inline-flex min-h-11 items-center">
          {m.projects_bookings_link()}
        </Link>
      </p>
      {counts.now + counts.past > 0 ? (
        <p className="no-print mt-6">
          <Link to={paths.bookingsFeed()} className="link inline-flex min-h-11 items-center gap-2">
            <CalendarPlus aria-hidden size={19} strokeWidth={1.75} />
            {m.bookings_feed_link()}
          </Link>
        </p>
      ) : null}
      <Pagination
        page={page}
        pages={pages}
        to={(n) =>
          `${paths.bookings()}?${new URLSearchParams({ ...(isPast && { view: 'past' }), page: String(n) })}`
        }
      />
    </PageFrame>
  )
}

function Views({ isPast, counts }: Pick<MyBookings, 'isPast' | 'counts'>) {
  const views = [
    { to: paths.bookings(), name: m.bookings_now(), count: counts.now, isHere: !isPast },
    { to: `${paths.bookings()}?view=past`, name: m.bookings_past(), count: counts.past, isHere: isPast },
  ]
  return (
    <nav aria-label={m.bookings_views()}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {views.map(({ to, name, count, isHere }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={isHere ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center gap-2 ${isHere ? 'font-[650]' : 'link'}`}
            >
              {name}
              <span className="font-[400] text-ink-soft tabular-nums">{formatNumber(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Row({ row }: { readonly row: BookingRow }) {
  const { status, word } = statusOf(row)
  return (
    <li className={`card relative p-5 ${asksForSomething(row) ? 'border-2 border-need' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={status}>{word}</StatusBadge>
        {row.isDemo ? <DemoMark /> : null}
        {row.location === 'online' ? null : <Distance km={row.distanceKm} className="ml-auto text-sm" />}
      </div>
      <h2 className="mt-3 text-lg leading-7">
        <Link to={paths.booking(row.id)} className="underline-offset-[.22em] hover:underline">
          {row.date === null ? m.bookings_no_date() : formatDayAndTime(row.date, row.startTime)}
          <span className="sr-only">: {row.title}</span>
        </Link>
      </h2>
      <p className="font-[650]">{row.title}</p>
      <p className="text-ink-soft">
        {row.partnerName} · {groupWord(row.groupNumber, row.groupCount)} ·{' '}
        {placeWord(row.location, row.placeName)}
      </p>
      <WhatNow row={row} />
    </li>
  )
}

function asksForSomething({ stage, side }: BookingRow): boolean {
  return stage === 'to-agree' || (stage === 'to-report' && side === 'school')
}

/** What has to be done, by whom and by when; in the words of the reader's side. */
function WhatNow({ row }: { readonly row: BookingRow }) {
  const text = whatNow(row)
  if (text === null) return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
      <p className="max-w-(--measure) text-need-text">{text}</p>
      <ButtonLink to={paths.booking(row.id)} size="small" look="second">
        {row.stage === 'to-report' ? m.bookings_tell() : m.bookings_choose_day()}
      </ButtonLink>
    </div>
  )
}

function whatNow({ stage, side, options, agreeBy }: BookingRow): string | null {
  if (stage === 'to-report') return side === 'school' ? m.bookings_ask_how_it_was() : null
  if (stage !== 'to-agree' || agreeBy === null) return null
  const by = formatDay(agreeBy)
  if (options.length === 0) return m.bookings_agree_together({ by })
  const days = options.map((day) => formatDay(day)).join(', ')
  return side === 'school' ? m.bookings_choose_one_of({ days, by }) : m.bookings_school_chooses({ days, by })
}

function Nothing({
  bookings: { isPast, hasSchool, hasOrganisation, counts },
}: {
  readonly bookings: MyBookings
}) {
  if (isPast)
    return (
      <EmptyState title={m.bookings_none_past()}>
        <p>{m.bookings_none_past_text({ count: counts.now })}</p>
      </EmptyState>
    )
  if (hasOrganisation && !hasSchool)
    return (
      <EmptyState title={m.bookings_none()}>
        <p>{m.bookings_none_company()}</p>
        <ButtonLink to={paths.inbox()}>{m.bookings_to_inbox()}</ButtonLink>
      </EmptyState>
    )
  return (
    <EmptyState title={m.bookings_none()}>
      <p>{hasSchool ? m.bookings_none_school() : m.bookings_none_nobody()}</p>
      {hasSchool ? (
        <ButtonLink to={paths.requests()}>{m.bookings_to_requests()}</ButtonLink>
      ) : (
        <ButtonLink to={paths.accountSchool()}>{m.bookings_to_my_school()}</ButtonLink>
      )}
    </EmptyState>
  )
}
