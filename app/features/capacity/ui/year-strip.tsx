/** A school year by months: what each can still give, what is agreed, and the way to its days. */
import { Link } from '@remix-run/react'
import { formatMonth, formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import { monthOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { CalendarMonth, CalendarPage } from '../queries/calendar-page.server'

export function YearStrip({ page }: { readonly page: CalendarPage }) {
  return (
    <ol className="mt-4 grid grid-cols-2 gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-cols-4 lg:grid-cols-6">
      {page.months.map((month) => (
        <li
          key={month.month}
          className={`bg-surface px-3 pt-2 pb-1.5 ${month.month === page.month ? 'shadow-[inset_0_-3px_0_var(--act)]' : ''}`}
        >
          <Link
            to={paths.offerCalendar(page.offer.id, month.month)}
            preventScrollReset
            className="link inline-flex min-h-6 items-center font-[650] text-sm"
            aria-current={month.month === page.month ? 'date' : undefined}
          >
            {formatMonth(month.month)}
          </Link>
          <p className="text-sm text-ink-soft tabular-nums">{lineOf(month, monthOf(page.today))}</p>
        </li>
      ))}
    </ol>
  )
}

function lineOf({ month, open, agreed, limit }: CalendarMonth, now: string): string {
  if (month < now) return m.capacity_month_past({ agreed: formatNumber(agreed) })
  const figures = { open: formatNumber(open), agreed: formatNumber(agreed) }
  return limit === null
    ? m.capacity_month(figures)
    : m.capacity_month_limited({ ...figures, limit: formatNumber(limit) })
}
