/** My requests: what needs me now stands first, each with its next action. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { DemoMark, EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { type NextAction, needsSchool } from '../domain/next-action'
import type { DraftRow } from '../queries/my-drafts.server'
import type { MyRequests, RequestRow } from '../queries/my-requests.server'
import { DraftList } from './draft-list'
import { placedWord, requestStateWord, requestStatus } from './words'

const ACTION: Record<NextAction, () => string> = {
  'answer-hold': m.requests_next_answer_hold,
  'pick-date': m.requests_next_pick_date,
  'answer-offered': m.requests_next_answer_offered,
  choose: m.requests_next_choose,
  await: m.requests_next_await,
  wait: m.requests_next_wait,
  visit: m.requests_next_visit,
  none: m.requests_next_none,
}

type Props = { readonly mine: MyRequests; readonly drafts: readonly DraftRow[] }

export function RequestList({ mine, drafts }: Props) {
  if (mine.rows.length === 0 && drafts.length === 0)
    return (
      <div className="page py-8">
        <EmptyState title={m.requests_empty_title()} level={1}>
          <p>{m.requests_empty_text()}</p>
          <ButtonLink to={paths.newRequest()}>{m.requests_new_title()}</ButtonLink>
        </EmptyState>
      </div>
    )
  const now = mine.rows.filter(({ action }) => needsSchool(action))
  const rest = mine.rows.filter(({ action }) => !needsSchool(action))
  return (
    <div className="page py-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>{m.requests_mine_title()}</h1>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link to={paths.classHistory()} className="link inline-flex min-h-11 items-center">
            {m.classes_link()}
          </Link>
          <ButtonLink to={paths.newRequest()}>{m.requests_new_title()}</ButtonLink>
        </div>
      </div>
      <DraftList drafts={drafts} />
      <Rows title={m.requests_now()} rows={now} withSchool={mine.hasMoreSchools} />
      <Rows title={m.requests_others()} rows={rest} withSchool={mine.hasMoreSchools} />
      <Pagination page={mine.page} pages={mine.pageCount} to={(page) => `${paths.requests()}?page=${page}`} />
    </div>
  )
}

type RowsProps = {
  readonly title: string
  readonly rows: readonly RequestRow[]
  readonly withSchool: boolean
}

function Rows({ title, rows, withSchool }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <ul className="card mt-3 divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <h3 className="text-lg">
                <Link to={paths.request(row.id)} className="link wrap-break-word">
                  {row.title}
                </Link>{' '}
                {row.isDemo ? <DemoMark /> : null}
              </h3>
              {withSchool ? <p className="text-sm text-ink-soft">{row.schoolName}</p> : null}
              <p>{ACTION[row.action]()}</p>
            </div>
            <div className="text-sm sm:text-right">
              <StatusBadge status={requestStatus[row.state]}>{requestStateWord[row.state]()}</StatusBadge>
              <p className="mt-1">{placedWord(row.placed, row.groups)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
