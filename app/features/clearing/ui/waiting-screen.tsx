/** The waiting list of the coordinator's regions. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { Select } from '~/components/field'
import { formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { LEVELS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { WAITING_REASONS } from '../../requests/domain/request'
import type { WaitingList } from '../queries/waiting-list.server'
import { BoardNav, RegionField, regionsText } from './board-nav'
import { WaitingTable } from './waiting-table'
import { levelWord, reasonWord, topicNameOf } from './words'

export function WaitingScreen({ list }: { readonly list: WaitingList }) {
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
        <Filters list={list} />
        {rows.length === 0 ? (
          <EmptyState title={m.board_waiting_empty()}>
            <p>{m.board_waiting_empty_text()}</p>
            <Link to={paths.waitingList()} className="link">
              {m.board_all_waiting()}
            </Link>
          </EmptyState>
        ) : (
          <WaitingTable rows={rows} label={m.board_nav_waiting()} />
        )}
        <Pagination
          page={filter.page}
          pages={pageCount}
          to={(page) => paths.waitingList({ ...queryOf(list), page: String(page) })}
        />
      </div>
    </>
  )
}

function queryOf({ filter }: WaitingList): Record<string, string> {
  const { region, level, topic, reason } = filter
  const entries = Object.entries({ region, level, topic, reason })
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

function Filters({ list }: { readonly list: WaitingList }) {
  const { regions, filter, topics } = list
  const field = (name: 'level' | 'topic' | 'reason') => ({ id: name, name, initialValue: filter[name] ?? '' })
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      {regions.all.length > 1 ? <RegionField regions={regions} /> : null}
      <Select
        field={field('level')}
        label={m.board_filter_level()}
        empty={m.board_any()}
        options={LEVELS.map((level) => ({ value: level, label: levelWord(level) }))}
        width="w-44"
      />
      <Select
        field={field('topic')}
        label={m.board_filter_topic()}
        empty={m.board_any()}
        options={topics
          .filter((topic) => topic.parentId === null)
          .map(({ id }) => ({ value: id, label: topicNameOf(topics, id) }))}
        width="w-60 max-w-full"
      />
      <Select
        field={field('reason')}
        label={m.board_filter_reason()}
        empty={m.board_any()}
        options={WAITING_REASONS.map((reason) => ({ value: reason, label: reasonWord[reason]() }))}
        width="w-60 max-w-full"
      />
      <Button look="second">{m.board_show()}</Button>
    </Form>
  )
}
