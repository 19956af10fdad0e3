/** Offers side by side: a table where there is room, a card for each on a phone; below it what can be done with them. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import {
  formatDay,
  formatDuration,
  formatKm,
  formatLevels,
  formatNumber,
  formatPrice,
} from '~/components/format'
import { DemoMark, EmptyState, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { KindIcon } from '~/features/finder/ui/kind-icon'
import { kindWord, languageWord, locationWord, topicWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { ComparedOffer, ComparePage } from '../queries/compare-page.server'
import { Reasons } from './reasons'

type Props = {
  readonly page: ComparePage
  /** Where the reader came from: the request, or the finder. */
  readonly back: { readonly to: string; readonly name: string }
  /** What can be done with one of them where there is no request to send. */
  readonly withAsk: boolean
  /** Below the table. */
  readonly children?: ReactNode
}

export function CompareScreen({ page, back, withAsk, children }: Props) {
  const { offers, gone, leftOut, schoolName } = page
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 py-8">
      <header>
        <Link to={back.to} className="no-print link inline-flex min-h-11 items-center gap-2">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {back.name}
        </Link>
        <h1>{m.matchmaking_compare_title()}</h1>
        {schoolName ? (
          <p className="mt-1 text-ink-soft">{m.matchmaking_compare_from({ school: schoolName })}</p>
        ) : null}
      </header>
      {leftOut > 0 ? <Notice>{m.matchmaking_compare_left_out({ count: leftOut })}</Notice> : null}
      {gone > 0 ? <Notice tone="need">{m.matchmaking_compare_gone({ count: gone })}</Notice> : null}
      {offers.length === 0 ? (
        <EmptyState title={m.matchmaking_compare_none()}>
          <p className="max-w-(--measure)">{m.matchmaking_compare_none_text()}</p>
          <ButtonLink to={back.to}>{back.name}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Table page={page} withAsk={withAsk} />
          <Cards page={page} withAsk={withAsk} />
          {children}
        </>
      )}
    </div>
  )
}

type Row = { readonly label: string; readonly cell: (offer: ComparedOffer) => ReactNode }

function rowsOf({ offers, topics }: ComparePage): readonly Row[] {
  const hasRequest = offers.some(({ reasons }) => reasons !== null)
  const rows: Row[] = [
    { label: m.matchmaking_compare_kind(), cell: ({ kind }) => <Kind kind={kind} /> },
    {
      label: m.matchmaking_compare_topics(),
      cell: ({ topicIds }) =>
        topicIds
          .flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
          .map((topic) => topicWord(topic))
          .join(', '),
    },
    { label: m.common_fact_for(), cell: ({ levels }) => formatLevels(levels) },
    {
      label: m.common_fact_group(),
      cell: ({ groupSizeMax }) =>
        groupSizeMax === null ? m.finder_group_any() : m.finder_group_up_to({ count: groupSizeMax }),
    },
    {
      label: m.common_fact_duration(),
      cell: ({ durationMinutes }) =>
        durationMinutes === null ? m.finder_duration_none() : formatDuration(durationMinutes),
    },
    { label: m.common_fact_price(), cell: ({ costCents }) => formatPrice(costCents) },
    { label: m.matchmaking_compare_place(), cell: placeText },
    {
      label: m.matchmaking_compare_languages(),
      cell: ({ languages }) => languages.map((code) => languageWord(code)).join(', '),
    },
    {
      label: hasRequest ? m.matchmaking_compare_places() : m.matchmaking_compare_places_year(),
      cell: ({ openPlaces }) =>
        openPlaces === null ? m.matchmaking_compare_no_limit() : formatNumber(openPlaces),
    },
    {
      label: m.matchmaking_compare_day(),
      cell: ({ nextDay, openPlaces }) =>
        nextDay ? formatDay(nextDay, true) : openPlaces === null ? '–' : m.matchmaking_compare_agree(),
    },
    {
      label: m.matchmaking_compare_answers(),
      cell: ({ asked, answered }) =>
        asked === 0 ? m.matchmaking_compare_new() : m.matchmaking_answers({ answered, asked }),
    },
  ]
  if (hasRequest)
    rows.push({
      label: m.matchmaking_reasons(),
      cell: ({ reasons }) => <Reasons reasons={reasons ?? []} topics={topics} />,
    })
  return rows
}

function placeText({ location, placeName, distanceKm }: ComparedOffer): string {
  if (location === 'online' || location === 'download') return locationWord[location]()
  const place = location === 'at-school' ? m.matchmaking_compare_company_in({ place: placeName }) : placeName
  const where = `${locationWord[location]()}, ${place}`
  return distanceKm === null ? where : `${where} (${formatKm(distanceKm)})`
}

function Kind({ kind }: Pick<ComparedOffer, 'kind'>) {
  return (
    <span className="inline-flex items-center gap-2">
      <KindIcon kind={kind} />
      {kindWord[kind]()}
    </span>
  )
}

function Head({ offer }: { readonly offer: ComparedOffer }) {
  return (
    <>
      <Link to={paths.offer(offer.slug)} className="link text-lg leading-6 font-[750] wrap-anywhere">
        {offer.title}
      </Link>
      <span className="mt-1 block text-sm font-[400] text-ink-soft">
        {offer.organisationName} {offer.isDemo ? <DemoMark /> : null}
      </span>
    </>
  )
}

function Ask({ offer }: { readonly offer: ComparedOffer }) {
  const isMaterial = offer.openPlaces === null
  return (
    <ButtonLink
      to={isMaterial ? paths.offer(offer.slug) : paths.newRequest(offer.id)}
      look="second"
      size="small"
    >
      {isMaterial ? m.matchmaking_compare_open() : m.matchmaking_compare_ask()}
      <span className="sr-only">: {offer.title}</span>
    </ButtonLink>
  )
}

type ShownProps = Pick<Props, 'page' | 'withAsk'>

function Table({ page, withAsk }: ShownProps) {
  return (
    <table className="card hidden w-full table-fixed border-collapse text-left align-top md:table print:table">
      <caption className="sr-only">{m.matchmaking_compare_title()}</caption>
      <thead>
        <tr className="border-b border-line">
          <td className="w-36 p-4" />
          {page.offers.map((offer) => (
            <th key={offer.id} scope="col" className="p-4 align-top">
              <Head offer={offer} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(page).map(({ label, cell }) => (
          <tr key={label} className="border-b border-line last:border-b-0">
            <th scope="row" className="p-4 align-top text-sm font-[400] text-ink-soft">
              {label}
            </th>
            {page.offers.map((offer) => (
              <td key={offer.id} className="p-4 align-top wrap-anywhere">
                {cell(offer)}
              </td>
            ))}
          </tr>
        ))}
        {withAsk ? (
          <tr className="no-print">
            <td />
            {page.offers.map((offer) => (
              <td key={offer.id} className="p-4">
                <Ask offer={offer} />
              </td>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function Cards({ page, withAsk }: ShownProps) {
  const rows = rowsOf(page)
  return (
    <ul className="grid gap-4 md:hidden print:hidden">
      {page.offers.map((offer) => (
        <li key={offer.id} className="card p-4">
          <h2 className="text-lg">
            <Head offer={offer} />
          </h2>
          <dl className="mt-3 grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2">
            {rows.map(({ label, cell }) => (
              <div key={label} className="contents">
                <dt className="text-sm text-ink-soft">{label}</dt>
                <dd className="wrap-anywhere">{cell(offer)}</dd>
              </div>
            ))}
          </dl>
          {withAsk ? (
            <p className="mt-4">
              <Ask offer={offer} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
