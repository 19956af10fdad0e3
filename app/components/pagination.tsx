/** Pages by links, so that each has an address. */
import { Link } from '@remix-run/react'
import * as m from '~/paraglide/messages'

type Props = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly to: (page: number) => string
}

export function Pagination({ page, pages, to }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label={m.common_pages()} className="flex flex-wrap items-center gap-4 py-4">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className="link inline-flex min-h-11 items-center">
          {m.common_previous_page()}
        </Link>
      ) : null}
      <span className="tabular-nums text-ink-soft">{m.common_page_of({ page, pages })}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className="link inline-flex min-h-11 items-center">
          {m.common_next_page()}
        </Link>
      ) : null}
    </nav>
  )
}
