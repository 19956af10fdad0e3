/** The first page of somebody of a school or a company: what needs them now, how it stands, what comes. */
import { Link } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { ButtonLink } from '~/components/button'
import { formatDay, formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { placedWord, requestStateWord, requestStatus } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { MyRequests } from '../../requests/queries/my-requests.server'
import type { DeskFigures, DeskPage } from '../queries/desk-page.server'
import { Agenda } from './agenda'
import { NeedList } from './need-list'

/** Of the list of requests: the rest is one press away. */
const REQUESTS = 5

type Props = { readonly page: DeskPage; readonly requests: MyRequests | null }

export function DeskScreen({ page, requests }: Props) {
  const { needs, figures, hasSchool, hasOrganisation } = page
  if (!hasSchool && !hasOrganisation) return <Nowhere />
  return (
    <div className="page grid gap-8 py-8">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1>
            {greeting(page.hour)} {headline(page)}
          </h1>
          <p className="mt-1 text-ink-soft">{formatDay(page.today, true)}.</p>
        </div>
        {hasSchool ? (
          <ButtonLink to={paths.newRequest()}>
            <Plus aria-hidden size={20} strokeWidth={1.75} />
            {m.requests_new_title()}
          </ButtonLink>
        ) : null}
      </header>
      <Choice page={page} />
      {hasSchool ? <Figures label={m.desk_side_school()} all={schoolFigures(figures)} /> : null}
      {hasOrganisation ? <Figures label={m.desk_side_company()} all={companyFigures(figures)} /> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <div className="grid min-w-0 gap-8">
          <section aria-labelledby="needs">
            <h2
              id="needs"
              className="mb-3 flex items-baseline justify-between border-b-[3px] border-ink pb-1"
            >
              {m.desk_needs()} <span className="text-lg tabular-nums">{formatNumber(needs.length)}</span>
            </h2>
            {needs.length > 0 ? (
              <NeedList needs={needs} today={page.today} withSide={hasSchool && hasOrganisation} />
            ) : (
              <Nothing page={page} />
            )}
          </section>
          {requests && requests.rows.length > 0 ? <Requests requests={requests} /> : null}
        </div>
        <Agenda rows={page.agenda} />
      </div>
    </div>
  )
}

function greeting(hour: number): string {
  if (hour < 12) return m.board_morning()
  return hour < 18 ? m.board_afternoon() : m.board_evening()
}

function headline({ urgent, needs }: DeskPage): string {
  if (urgent > 0) return m.board_urgent({ count: urgent })
  return needs.length > 0 ? m.desk_headline({ count: needs.length }) : m.board_urgent_none()
}

/** Links, so that each view has an address; for who belongs to one alone there is nothing to choose. */
function Choice({ page: { belongings, of } }: Pick<Props, 'page'>) {
  if (belongings.length < 2) return null
  const views = [{ id: null, name: m.desk_all() }, ...belongings]
  return (
    <nav aria-label={m.desk_choice()}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {views.map(({ id, name }) => (
          <li key={id ?? 'all'}>
            <Link
              to={paths.desk(id)}
              aria-current={of === id ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center ${of === id ? 'font-[650]' : 'link'}`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Figure = { readonly value: number; readonly label: string }

const schoolFigures = (figures: DeskFigures): readonly Figure[] => [
  { value: figures.running, label: m.desk_figure_running({ count: figures.running }) },
  { value: figures.asked, label: m.desk_figure_asked() },
  { value: figures.waiting, label: m.desk_figure_waiting() },
  { value: figures.schoolDays, label: m.desk_figure_days({ count: figures.schoolDays }) },
]

const companyFigures = (figures: DeskFigures): readonly Figure[] => [
  { value: figures.questions, label: m.desk_figure_questions({ count: figures.questions }) },
  { value: figures.online, label: m.desk_figure_online({ count: figures.online }) },
  { value: figures.freePlaces, label: m.desk_figure_places({ count: figures.freePlaces }) },
  { value: figures.companyDays, label: m.desk_figure_days({ count: figures.companyDays }) },
]

function Figures({ label, all }: { readonly label: string; readonly all: readonly Figure[] }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-4"
    >
      {all.map((figure) => (
        <div key={figure.label} className="flex flex-col-reverse justify-end bg-surface px-5 pt-4 pb-3">
          <dt className="text-sm text-ink-soft">{figure.label}</dt>
          <dd className="text-xl font-[750] tabular-nums">{formatNumber(figure.value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Nothing asks: the first step for who begins, rest for who does not. */
function Nothing({ page: { figures, hasSchool } }: Pick<Props, 'page'>) {
  if (hasSchool && !figures.everAsked)
    return (
      <EmptyState title={m.desk_first_request()}>
        <p className="max-w-(--measure)">{m.desk_first_request_text()}</p>
        <ButtonLink to={paths.newRequest()}>{m.desk_first_request_do()}</ButtonLink>
      </EmptyState>
    )
  if (!hasSchool && !figures.everOffered)
    return (
      <EmptyState title={m.desk_first_offer()}>
        <p className="max-w-(--measure)">{m.desk_first_offer_text()}</p>
        <ButtonLink to={paths.beginOffer()}>{m.desk_first_offer_do()}</ButtonLink>
      </EmptyState>
    )
  return <p className="max-w-(--measure)">{hasSchool ? m.desk_quiet_school() : m.desk_quiet_company()}</p>
}

function Requests({ requests }: { readonly requests: MyRequests }) {
  return (
    <section aria-labelledby="my-requests">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="my-requests">{m.requests_mine_title()}</h2>
        <Link to={paths.requests()} className="link inline-flex min-h-11 items-center">
          {m.desk_all_requests({ shown: formatNumber(requests.total) })}
        </Link>
      </div>
      <ul aria-labelledby="my-requests" className="card divide-y divide-line">
        {requests.rows.slice(0, REQUESTS).map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <Link to={paths.request(row.id)} className="link font-[650] wrap-anywhere">
                {row.title}
              </Link>
              <p className="text-sm text-ink-soft">{placedWord(row.placed, row.groups)}</p>
            </div>
            <StatusBadge status={requestStatus[row.state]}>{requestStateWord[row.state]()}</StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For who belongs to no school and no company yet: the two doors. */
function Nowhere() {
  return (
    <div className="page py-8">
      <EmptyState title={m.desk_nowhere()} level={1}>
        <p className="max-w-(--measure)">{m.desk_nowhere_text()}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={paths.accountSchool()}>{m.requests_choose_school()}</ButtonLink>
          <ButtonLink look="second" to={paths.myOrganisation()}>
            {m.desk_to_organisation()}
          </ButtonLink>
        </div>
      </EmptyState>
    </div>
  )
}
