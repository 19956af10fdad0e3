/** The days that come, the first one first: a leaf of a calendar, the time, what and where. */
import { Link } from '@remix-run/react'
import { formatClock, formatDay, formatMonth } from '~/components/format'
import { paths } from '~/components/paths'
import { monthOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { AgendaRow } from '../queries/desk-page.server'

export function Agenda({ rows }: { readonly rows: readonly AgendaRow[] }) {
  return (
    <section aria-labelledby="agenda" className="card p-5">
      <h2 id="agenda" className="text-lg">
        {m.desk_agenda()}
      </h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-ink-soft">{m.desk_agenda_none()}</p>
      ) : (
        <ol aria-labelledby="agenda" className="mt-3 grid gap-4">
          {rows.map((row) => (
            <li key={row.id} className="flex items-start gap-3.5">
              <Leaf row={row} />
              <div className="min-w-0">
                <p className="leading-6">
                  <Link to={paths.booking(row.id)} className="link font-[650] wrap-anywhere">
                    <span className="sr-only">{formatDay(row.date)}: </span>
                    {row.title}
                  </Link>
                </p>
                <p className="text-sm text-ink-soft">
                  {row.startTime ? `${formatClock(row.startTime)} · ` : ''}
                  {row.partner}
                  {row.isOnline ? '' : `, ${row.placeName}`}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="mt-3">
        <Link to={paths.bookings()} className="link inline-flex min-h-11 items-center">
          {m.desk_agenda_all()}
        </Link>
      </p>
    </section>
  )
}

function Leaf({ row: { date } }: { readonly row: AgendaRow }) {
  return (
    <span
      aria-hidden
      className="grid w-12 shrink-0 overflow-hidden rounded-md border border-line-strong text-center leading-none"
    >
      <span className="bg-act-soft pt-1.5 pb-1 text-xs font-[650] text-act-text">
        {formatMonth(monthOf(date)).slice(0, 3)}
      </span>
      <span className="bg-surface pt-2 pb-1 text-lg font-[750] tabular-nums">{Number(date.slice(8))}</span>
    </span>
  )
}
