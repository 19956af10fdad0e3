/** By what the waiting list is looked through: a plain form, so that it works without JavaScript and stands in the address. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { type Option, Select } from '~/components/field'
import { paths } from '~/components/paths'
import { LEVELS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import type { Owner } from '../../follow-ups/domain/follow-up'
import { WAITING_REASONS } from '../../requests/domain/request'
import {
  OWNER_ME,
  OWNER_NOBODY,
  queryOfFilter,
  SCHOOL_SECTORS,
  WAITING_AGES,
  WAITING_DUES,
  WAITING_SORTS,
  type WaitingFilter,
} from '../domain/waiting-filter'
import type { WaitingList } from '../queries/waiting-list.server'
import { RegionField } from './board-nav'
import { dueWord, levelWord, reasonWord, sectorWord, sortWord, topicNameOf } from './words'

/** Those that stand behind "more": a phone shows the others first. */
const MORE = ['sector', 'owner', 'due', 'age'] as const

type Props = { readonly list: WaitingList; readonly owners: readonly Owner[] }

export function WaitingFilters({ list, owners }: Props) {
  const { regions, filter, topics } = list
  const hasMore = MORE.some((name) => filter[name] !== null)
  // A new address is a new form: what it shows is what was asked.
  const address = JSON.stringify(queryOfFilter(filter))
  return (
    <Form method="get" key={address} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        {regions.all.length > 1 ? <RegionField regions={regions} /> : null}
        <Choice
          {...{ filter, name: 'level', label: m.board_filter_level() }}
          options={LEVELS.map((level) => ({ value: level, label: levelWord(level) }))}
        />
        <Choice
          {...{ filter, name: 'topic', label: m.board_filter_topic() }}
          options={topics
            .filter((topic) => topic.parentId === null)
            .map(({ id }) => ({ value: id, label: topicNameOf(topics, id) }))}
        />
        <Choice
          {...{ filter, name: 'reason', label: m.board_filter_reason() }}
          options={WAITING_REASONS.map((reason) => ({ value: reason, label: reasonWord[reason]() }))}
        />
        <Select
          field={{ id: 'sort', name: 'sort', initialValue: filter.sort }}
          label={m.board_filter_sort()}
          options={WAITING_SORTS.map((sort) => ({ value: sort, label: sortWord[sort]() }))}
          width="w-52 max-w-full"
        />
      </div>
      <details open={hasMore}>
        <summary className="link inline-flex min-h-11 w-fit cursor-pointer items-center">
          {m.board_filter_more()}
        </summary>
        <div className="mt-1 flex flex-wrap items-end gap-3">
          <Choice
            {...{ filter, name: 'owner', label: m.board_filter_owner() }}
            options={[
              { value: OWNER_ME, label: m.board_owner_me() },
              { value: OWNER_NOBODY, label: m.board_owner_nobody() },
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Choice
            {...{ filter, name: 'due', label: m.board_filter_due() }}
            options={WAITING_DUES.map((due) => ({ value: due, label: dueWord[due]() }))}
          />
          <Choice
            {...{ filter, name: 'age', label: m.board_filter_age() }}
            options={WAITING_AGES.map((weeks) => ({ value: weeks, label: m.board_age({ weeks }) }))}
          />
          <Choice
            {...{ filter, name: 'sector', label: m.board_filter_sector() }}
            options={SCHOOL_SECTORS.map((sector) => ({ value: sector, label: sectorWord[sector]() }))}
          />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-5">
        <Button look="second">{m.board_show()}</Button>
        {address === '{}' ? null : (
          <Link to={paths.waitingList()} className="link inline-flex min-h-11 items-center">
            {m.board_filter_clear()}
          </Link>
        )}
      </div>
    </Form>
  )
}

type ChoiceProps = {
  readonly filter: WaitingFilter
  readonly name: 'level' | 'topic' | 'reason' | (typeof MORE)[number]
  readonly label: string
  readonly options: readonly Option[]
}

function Choice({ filter, name, label, options }: ChoiceProps) {
  return (
    <Select
      field={{ id: name, name, initialValue: filter[name] ?? '' }}
      label={label}
      empty={m.board_any()}
      options={options}
      width="w-52 max-w-full"
    />
  )
}
