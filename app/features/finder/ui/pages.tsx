import { Link } from '@remix-run/react'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderState } from '~/features/finder/domain/finder-state'
import * as m from '~/paraglide/messages'
import { numberWord } from './words'

const LINK =
  'inline-flex h-11 items-center rounded-md border border-line-strong bg-surface px-4 pt-0.5 font-[650]'

/** Previous, "Bladzijde 2 van 25", next. Absent when there is one page. */
export function Pages({ state, pageCount }: { readonly state: FinderState; readonly pageCount: number }) {
  if (pageCount <= 1) return null
  const { page } = state
  return (
    <nav
      aria-label={m.finder_pages_label()}
      className="no-print flex items-center justify-between gap-3 px-(--gutter) py-4 lg:px-0"
    >
      {page > 1 ? (
        <Link rel="prev" to={finderPath({ ...state, page: page - 1 })} className={LINK}>
          {m.finder_page_previous()}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm tabular-nums" aria-current="page">
        {m.finder_page_of({ page: numberWord(page), count: numberWord(pageCount) })}
      </span>
      {page < pageCount ? (
        <Link rel="next" to={finderPath({ ...state, page: page + 1 })} className={LINK}>
          {m.finder_page_next()}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
