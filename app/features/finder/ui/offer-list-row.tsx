/** One offer in the list: its pin, what it is, the title block, and what speaks for it. */
import { Link, useLocation } from '@remix-run/react'
import CalendarCheck from 'lucide-react/icons/calendar-check'
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { LucideIcon } from 'lucide-react/types'
import type { ReactNode } from 'react'
import { Distance } from '~/components/distance'
import { formatDays, formatDuration, formatLevels, formatPrice } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { PictureBox } from '~/components/picture-box'
import { type Fact, TitleBlock } from '~/components/title-block'
import type { OfferRow } from '~/features/finder/domain/offer-row'
import * as m from '~/paraglide/messages'
import { KindIcon } from './kind-icon'
import { MadeBy } from './made-together'
import { RowPin } from './pin-shape'
import { kindWord, numberWord } from './words'

type Props = {
  readonly row: OfferRow
  readonly current: boolean
  readonly onPoint: (id: string | null) => void
  /** Below all that speaks for it. */
  readonly children?: ReactNode
}

export function OfferListRow({ row, current, onPoint, children }: Props) {
  const { pathname, search } = useLocation()
  return (
    <li
      id={`offer-${row.id}`}
      aria-current={current || undefined}
      className={`flex break-inside-avoid gap-3 border-b border-line px-(--gutter) py-4 last:border-b-0 sm:px-4 ${current ? 'bg-act-soft' : ''}`}
      onMouseEnter={() => onPoint(row.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(row.id)}
      onBlur={() => onPoint(null)}
    >
      <RowPin kind={row.kind} rank={row.rank} selected={current} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center justify-between gap-3 text-sm">
          <span className="flex items-center gap-2 font-[650]">
            <KindIcon kind={row.kind} />
            {kindWord[row.kind]()}
            {row.isDemo ? <DemoMark /> : null}
          </span>
          {row.distanceKm === null ? null : <Distance km={row.distanceKm} />}
        </div>
        <h3 className="mt-0.5 text-lg leading-6 font-[750] text-balance">
          <Link
            to={paths.offer(row.slug)}
            prefetch="intent"
            state={{ backTo: pathname + search }}
            className={`text-ink decoration-2 underline-offset-[.18em] hover:underline focus-visible:underline ${current ? 'underline' : ''}`}
          >
            {row.title}
          </Link>
        </h3>
        <p className="text-sm text-ink-soft">
          {row.organisationName}, {row.placeName}
        </p>
        <MadeBy names={row.madeBy} />
        <div className="mt-2 flex items-start gap-3">
          <p className="min-w-0 flex-1 text-sm">{row.summary}</p>
          {row.cover ? (
            <PictureBox
              picture={row.cover}
              sizes="6rem"
              className="h-16 w-24 shrink-0 rounded-sm border border-line object-cover print:hidden"
            />
          ) : null}
        </div>
        <TitleBlock facts={factsOf(row)} className="mt-2" />
        <Reasons row={row} />
        {children}
      </div>
    </li>
  )
}

function factsOf(row: OfferRow): Fact[] {
  return [
    { label: m.common_fact_for(), value: formatLevels(row.levels) },
    {
      label: m.common_fact_duration(),
      value: row.durationMinutes === null ? m.finder_duration_none() : formatDuration(row.durationMinutes),
    },
    {
      label: m.common_fact_group(),
      value:
        row.groupSizeMax === null ? m.finder_group_any() : m.finder_group_up_to({ count: row.groupSizeMax }),
    },
    { label: m.common_fact_price(), value: formatPrice(row.costCents) },
  ]
}

function Reasons({ row }: { readonly row: OfferRow }) {
  const reasons: { text: string; Icon: LucideIcon }[] = []
  if (row.openPlaces !== null)
    reasons.push({
      text: m.finder_reason_open_places({ count: row.openPlaces, shown: numberWord(row.openPlaces) }),
      Icon: CalendarCheck,
    })
  if (row.comes === 'yes') reasons.push({ text: m.finder_reason_comes(), Icon: Check })
  if (row.comes === 'some-regions')
    reasons.push({ text: m.finder_reason_some_regions(), Icon: TriangleAlert })
  if (row.comes === 'too-far' && row.travelRadiusKm !== null)
    reasons.push({ text: m.finder_reason_too_far({ km: row.travelRadiusKm }), Icon: TriangleAlert })
  if (row.location === 'online') reasons.push({ text: m.finder_reason_online(), Icon: Check })
  if (row.location === 'download') reasons.push({ text: m.finder_reason_download(), Icon: Check })
  if (row.weekdays.length > 0 && row.weekdays.length < 5)
    reasons.push({ text: m.finder_reason_weekdays({ days: formatDays(row.weekdays) }), Icon: Check })
  if (row.languages.includes('en') && row.languages.length > 1)
    reasons.push({ text: m.finder_reason_english(), Icon: Check })
  if (reasons.length === 0) return null
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {reasons.map(({ text, Icon }) => (
        <li key={text} className="flex items-center gap-1.5">
          <Icon
            aria-hidden
            size={17}
            strokeWidth={1.75}
            className={`shrink-0 ${Icon === TriangleAlert ? 'text-need' : 'text-act'}`}
          />
          {text}
        </li>
      ))}
    </ul>
  )
}
