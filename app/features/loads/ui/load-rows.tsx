/** Rows of a load, each with what is wrong with it or what it changes. */
import { Link } from '@remix-run/react'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { LoadPage, LoadRowView, LoadShow } from '../queries/load-page.server'
import { fieldName, showWord } from './load-words'

export function LoadRows({
  page,
  choices,
}: {
  readonly page: LoadPage
  /** Other rows that can be looked at. */
  readonly choices: readonly { readonly show: LoadShow; readonly count: number }[]
}) {
  const { rows } = page
  if (rows === null) return null
  return (
    <section aria-labelledby="load-rows">
      <h2 id="load-rows">{showWord[rows.show]()}</h2>
      {choices.length > 1 ? (
        <nav aria-label={m.loads_show()} className="mt-1 flex flex-wrap gap-x-5">
          {choices.map(({ show, count }) => (
            <Link
              key={show}
              to={paths.load(page.id, { show })}
              aria-current={show === rows.show ? 'page' : undefined}
              className="link inline-flex min-h-11 items-center aria-[current]:font-[650] aria-[current]:no-underline"
            >
              {showWord[show]()} ({count})
            </Link>
          ))}
        </nav>
      ) : null}
      <ol className="card mt-3 divide-y divide-line">
        {rows.list.map((row) => (
          <li key={row.number} className="px-4 py-3">
            <Row row={row} />
          </li>
        ))}
      </ol>
      <Pagination
        page={rows.page}
        pages={rows.pages}
        to={(to) => paths.load(page.id, { show: rows.show, page: String(to) })}
      />
    </section>
  )
}

function Row({ row }: { readonly row: LoadRowView }) {
  const { number, externalRef, title, problems, changes } = row
  return (
    <>
      <p className="break-words">
        <span className="font-[650]">{m.loads_row({ number })}</span>{' '}
        <span className="text-ink-soft">
          {externalRef === '' ? title : m.loads_row_offer({ ref: externalRef, title })}
        </span>
      </p>
      {problems.length + changes.length > 0 ? (
        <ul className="mt-1 grid gap-1">
          {problems.map((problem) => (
            <li key={`${problem.cell}${problem.text}`} className="break-words">
              {problem.isRemark ? (
                <span className="text-ink-soft">{m.loads_row_remark({ text: problem.text })}</span>
              ) : (
                <>
                  {problem.cell && problem.field ? (
                    <span className="font-[650]">
                      {m.loads_row_cell({ cell: problem.cell, field: fieldName(problem.field) })}:{' '}
                    </span>
                  ) : null}
                  {problem.text}
                </>
              )}
            </li>
          ))}
          {changes.map(({ field, before, after }) => (
            <li key={field} className="break-words">
              {changeText(fieldName(field), short(before), short(after))}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function changeText(field: string, before: string, after: string): string {
  if (before === '') return m.loads_row_change_filled({ field, after })
  if (after === '') return m.loads_row_change_emptied({ field, before })
  return m.loads_row_change({ field, before, after })
}

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
