/** The waiting list of the coordinator's regions. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Owner } from '../../follow-ups/domain/follow-up'
import { queryOfFilter } from '../domain/waiting-filter'
import type { WaitingList } from '../queries/waiting-list.server'
import { BoardNav, regionsText } from './board-nav'
import { WaitingFilters } from './waiting-filters'
import { WaitingTable } from './waiting-table'

type Props = {
  readonly list: WaitingList
  /** Who can follow a request in these regions. */
  readonly owners: readonly Owner[]
}

export function WaitingScreen({ list, owners }: Props) {
  const { rows, total, regions, filter, pageCount } = list
  return (
    <>
      <BoardNav />
      <div className="page grid gap-6 py-8">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h1>{m.board_waiting_title({ count: total, shown: formatNumber(total) })}</h1>
            <p className="mt-1 text-ink-soft">{regionsText(regions)}</p>
          </div>
          {regions.mayRun || regions.all.length > 0 ? (
            <ButtonLink to={paths.rounds()} look="second">
              {m.board_start_round()}
            </ButtonLink>
          ) : null}
        </div>
        <WaitingFilters list={list} owners={owners} />
        {rows.length === 0 ? (
          <EmptyState title={m.board_waiting_empty()}>
            <p>{m.board_waiting_empty_text()}</p>
            <Link to={paths.waitingList()} className="link">
              {m.board_all_waiting()}
            </Link>
          </EmptyState>
        ) : (
          <WaitingTable rows={rows} label={m.board_nav_waiting()} today={list.today} />
        )}
        <Pagination
          page={filter.page}
          pages={pageCount}
          to={(page) => paths.waitingList({ ...queryOfFilter(filter), page: String(page) })}
        />
      </div>
    </>
  )
}
