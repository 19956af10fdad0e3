/** What was found in the register, with its pages; nothing found says what to try. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatNumber } from '~/components/format'
import { EmptyState, Notice } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { SchoolRow, SchoolSearch } from '../queries/school-search.server'
import { levelsWord, placeWord, postcodeWord } from './words'

type Props = {
  readonly search: SchoolSearch
  /** The address of this list without its question; it may have fields of its own. */
  readonly action: string
  /** What can be done with a school, beside it. */
  readonly children?: (school: SchoolRow) => ReactNode
}

export function SchoolResults({ search, action, children }: Props) {
  const { asked, meant, total, rows, page, pageCount } = search
  if (asked === '') return null
  if (total === 0)
    return (
      <EmptyState title={m.schools_none_title({ asked })}>
        <p>{m.schools_none_text()}</p>
      </EmptyState>
    )
  const address = (to: number) =>
    `${action}${action.includes('?') ? '&' : '?'}${new URLSearchParams({ q: asked, ...(to > 1 ? { page: String(to) } : {}) })}`
  return (
    <section aria-labelledby="schools-found">
      <h2 id="schools-found" role="status">
        {m.schools_heading_found({ count: total, shown: formatNumber(total), asked: meant ?? asked })}
      </h2>
      {meant === null ? null : (
        <div className="mt-3">
          <Notice>{m.schools_meant({ asked, meant })}</Notice>
        </div>
      )}
      <ol aria-label={m.schools_list_label()} className="card mt-4 divide-y divide-line">
        {rows.map((school) => (
          <li
            key={school.id}
            className="flex items-center gap-x-6 gap-y-3 p-4 max-sm:flex-col max-sm:items-stretch"
          >
            <div className="min-w-0 flex-1">
              <h3>
                <Link
                  to={paths.school(school.id)}
                  className="decoration-2 underline-offset-[.18em] hover:underline focus-visible:underline"
                >
                  {school.name}
                </Link>
              </h3>
              <p className="text-sm text-ink-soft">
                {school.street} {school.houseNumber}, {postcodeWord(school.postcode)}{' '}
                {placeWord(school.placeName, school.municipalityName)}
              </p>
              <p className="mt-1 text-sm">{levelsWord(school.registerLevels)}</p>
            </div>
            {children?.(school)}
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={pageCount} to={address} />
    </section>
  )
}
