/** One offer in the list: its pin, what it is, the title block, and what speaks for it. */
import { Link } from '@remix-run/react'
import CalendarCheck from 'lucide-react/icons/calendar-check'
import Check from 'lucide-react/icons/check'
import DraftingCompass from 'lucide-react/icons/drafting-compass'
import Factory from 'lucide-react/icons/factory'
import Flag from 'lucide-react/icons/flag'
import PackageOpen from 'lucide-react/icons/package-open'
import Presentation from 'lucide-react/icons/presentation'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { LucideIcon } from 'lucide-react/types'
import { Fragment, type ReactNode } from 'react'
import type { OfferRow } from '~/features/finder/domain/offer-row'
import type { LevelYears, OfferKind } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { daysWord, distanceWord, durationWord, levelWithYears, priceWord } from './figures'
import { RowPin } from './pin-shape'
import { kindWord, numberWord } from './words'

const KIND_ICON: Record<OfferKind, LucideIcon> = {
  'guest-lesson': Presentation,
  excursion: Factory,
  'lesson-material': PackageOpen,
  'co-development': DraftingCompass,
  event: Flag,
}

type Props = {
  readonly row: OfferRow
  readonly current: boolean
  readonly onPoint: (id: string | null) => void
}

export function OfferListRow({ row, current, onPoint }: Props) {
  const Icon = KIND_ICON[row.kind]
  return (
    <li
      id={`offer-${row.id}`}
      aria-current={current || undefined}
      className={`flex gap-3 border-b border-line px-(--gutter) py-4 last:border-b-0 sm:px-4 ${current ? 'bg-act-soft' : ''}`}
      onMouseEnter={() => onPoint(row.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(row.id)}
      onBlur={() => onPoint(null)}
    >
      <RowPin kind={row.kind} rank={row.rank} selected={current} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center justify-between gap-3 text-sm">
          <span className="flex items-center gap-2 font-[650]">
            <Icon aria-hidden size={17} strokeWidth={1.75} className="text-act" />
            {kindWord[row.kind]()}
            {row.isDemo ? (
              <span className="rounded-sm border border-line-strong px-1.5 text-xs font-[400] text-ink-soft">
                {m.finder_demo()}
              </span>
            ) : null}
          </span>
          {row.distanceKm === null ? null : (
            <span className="flex items-center gap-2 whitespace-nowrap text-ink-soft tabular-nums">
              <svg aria-hidden viewBox="0 0 26 10" className="h-2.5 w-6 fill-none stroke-current">
                <path d="M1 0v10M25 0v10M1 5h24" />
              </svg>
              {distanceWord(row.distanceKm)}
            </span>
          )}
        </div>
        <h3 className="mt-0.5 text-lg leading-6 font-[750] text-balance">
          <Link
            to={`/offers/${row.slug}`}
            prefetch="intent"
            className={`text-ink decoration-2 underline-offset-[.18em] hover:underline focus-visible:underline ${current ? 'underline' : ''}`}
          >
            {row.title}
          </Link>
        </h3>
        <p className="text-sm text-ink-soft">
          {row.organisationName}, {row.placeName}
        </p>
        <p className="mt-2 text-sm">{row.summary}</p>
        <Facts row={row} />
        <Reasons row={row} />
      </div>
    </li>
  )
}

function Facts({ row }: { readonly row: OfferRow }) {
  const facts: [string, ReactNode][] = [
    [m.finder_row_for(), <Levels key="levels" levels={row.levels} />],
    [
      m.finder_row_duration(),
      row.durationMinutes === null ? m.finder_duration_none() : durationWord(row.durationMinutes),
    ],
    [
      m.finder_row_group(),
      row.groupSizeMax === null ? m.finder_group_any() : m.finder_group_up_to({ count: row.groupSizeMax }),
    ],
    [m.finder_row_price(), priceWord(row.costCents)],
  ]
  return (
    <dl className="mt-2 grid grid-cols-2 gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-cols-4">
      {facts.map(([label, value]) => (
        <div key={label} className="bg-surface px-3 py-1.5">
          <dt className="text-xs text-ink-soft">{label}</dt>
          <dd className="text-sm leading-5 font-[650]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A level and its years stay together: "vmbo 1–4" is not broken at its dash. */
function Levels({ levels }: { readonly levels: readonly LevelYears[] }) {
  return levels.map((one, index) => (
    <Fragment key={one.level}>
      {index > 0 ? ', ' : null}
      <span className="whitespace-nowrap">{levelWithYears(one)}</span>
    </Fragment>
  ))
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
    reasons.push({ text: m.finder_reason_weekdays({ days: daysWord(row.weekdays) }), Icon: Check })
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
