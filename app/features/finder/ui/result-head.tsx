/** What was found, in which order, and what was asked for: each part can be taken away by a link. */
import { Link } from '@remix-run/react'
import X from 'lucide-react/icons/x'
import type { FormEvent } from 'react'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, EMPTY_STATE, withoutPart } from '~/features/finder/domain/finder-state'
import * as m from '~/paraglide/messages'
import { SORTS, type Sort } from '~search/query'
import { FORM_ID } from './finder-form'
import { ReadText } from './read-text'
import { numberWord, partWord } from './words'

const SORT_WORD: Record<Sort, () => string> = {
  relevance: m.finder_sort_relevance,
  distance: m.finder_sort_distance,
  soonest: m.finder_sort_soonest,
  newest: m.finder_sort_newest,
}

const ORDER_WORD = { newest: m.finder_order_newest, soonest: m.finder_order_soonest } as const

type Props = { readonly page: FinderPage; readonly onInput: (event: FormEvent<HTMLElement>) => void }

export function ResultHead({ page, onInput }: Props) {
  const { total, state, from } = page
  return (
    <header className="px-(--gutter) py-4 lg:px-0">
      <h1 className="text-xl font-[750] text-balance">
        {page.isAlmost ? m.finder_heading_almost() : <Found page={page} />}
      </h1>
      <ActiveFilters page={page} />
      <ReadText page={page} />
      {total > 1 ? (
        <div className="no-print mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
          <OrderWhy page={page} />
          <div onInput={onInput} className="flex items-center gap-2">
            <label htmlFor="finder-sort" className="text-ink-soft">
              {m.finder_sort()}
            </label>
            <select
              id="finder-sort"
              name="sort"
              form={FORM_ID}
              defaultValue={state.sort}
              className="h-10 rounded-md border border-line-strong bg-surface px-2 pt-0.5"
            >
              {SORTS.filter((sort) => sort !== 'distance' || (from !== null && from.kind !== 'area')).map(
                (sort) => (
                  <option key={sort} value={sort}>
                    {SORT_WORD[sort]()}
                  </option>
                ),
              )}
            </select>
          </div>
        </div>
      ) : null}
    </header>
  )
}

function Found({ page: { total, state } }: { readonly page: FinderPage }) {
  const count =
    total === 0 ? m.finder_heading_none() : m.finder_heading({ count: total, shown: numberWord(total) })
  return (
    <>
      {count}
      {state.text ? ` ${m.finder_heading_about({ text: state.text })}` : ''}
    </>
  )
}

function OrderWhy({ page: { state, from } }: { readonly page: FinderPage }) {
  const order =
    state.sort === 'newest' || state.sort === 'soonest'
      ? ORDER_WORD[state.sort]()
      : state.sort === 'distance' && from && from.kind !== 'area'
        ? m.finder_order_distance({ place: from.label })
        : from && from.kind !== 'area'
          ? m.finder_order_relevance_near({ place: from.label })
          : m.finder_order_relevance()
  return (
    <div className="min-w-0 flex-1 basis-64 text-ink-soft">
      {order}{' '}
      <details className="inline-block align-top open:block">
        <summary className="inline cursor-pointer text-act-text underline underline-offset-[.22em]">
          {m.finder_order_why()}
        </summary>
        <p className="mt-1 max-w-(--measure)">{m.finder_order_why_text()}</p>
      </details>
    </div>
  )
}

function ActiveFilters({ page }: { readonly page: FinderPage }) {
  const parts = activeParts(page.state)
  if (parts.length === 0) return null
  return (
    <ul aria-label={m.finder_chosen_filters()} className="mt-2 flex flex-wrap gap-2">
      {parts.map((part) => {
        const word = partWord(part, page)
        return (
          <li key={word}>
            <Link
              to={finderPath(withoutPart(page.state, part))}
              preventScrollReset
              aria-label={m.finder_remove_filter({ filter: word })}
              className="inline-flex min-h-9 items-center gap-1 rounded-full border-2 border-act bg-act-soft px-3 pt-0.5 text-sm font-[650] text-act-text"
            >
              {word}
              <X aria-hidden size={17} strokeWidth={1.75} />
            </Link>
          </li>
        )
      })}
      {parts.length > 1 ? (
        <li className="flex items-center">
          <Link
            to={finderPath({ ...EMPTY_STATE, view: page.state.view })}
            preventScrollReset
            className="px-1 py-1.5 text-sm text-act-text underline underline-offset-[.22em]"
          >
            {m.finder_clear()}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
