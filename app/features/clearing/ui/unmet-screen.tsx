/** What was looked for without a result: whom to recruit, or which word the finder does not know. */
import { Link } from '@remix-run/react'
import { formatDay } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { UnmetSearch, UnmetSearches } from '../queries/unmet-searches.server'
import { BoardNav, RegionPicker, regionsText } from './board-nav'

export function UnmetScreen({ page }: { readonly page: UnmetSearches }) {
  const { regions, since, here, everywhere } = page
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="max-w-(--measure)">
            <h1>{m.board_unmet_title()}</h1>
            <p className="mt-2 text-ink-soft">{m.board_unmet_lead({ day: formatDay(since, true) })}</p>
          </div>
          <RegionPicker regions={regions} action={paths.unmetSearches()} />
        </div>
        <section aria-labelledby="unmet-here">
          <h2 id="unmet-here" className="mb-3">
            {m.board_unmet_here({ regions: regionsText(regions) })}
          </h2>
          {here.length > 0 ? (
            <Searches searches={here} label={m.board_unmet_here({ regions: regionsText(regions) })} />
          ) : (
            <EmptyState title={m.board_unmet_none()}>
              <p>{m.board_unmet_none_text()}</p>
            </EmptyState>
          )}
        </section>
        {everywhere.length > 0 ? (
          <section aria-labelledby="unmet-everywhere">
            <h2 id="unmet-everywhere" className="mb-3">
              {m.board_unmet_everywhere()}
            </h2>
            <Searches searches={everywhere} label={m.board_unmet_everywhere()} />
          </section>
        ) : null}
        <p className="max-w-(--measure) text-sm text-ink-soft">
          {m.board_unmet_next()}{' '}
          <Link to={paths.waitingList()} className="link">
            {m.board_unmet_waiting()}
          </Link>
          {m.board_unmet_privacy()}
        </p>
      </div>
    </>
  )
}

function Searches({
  searches,
  label,
}: {
  readonly searches: readonly UnmetSearch[]
  readonly label: string
}) {
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface">
      <table aria-label={label} className="w-full text-left">
        <thead className="border-b border-line text-sm text-ink-soft">
          <tr>
            <th scope="col" className="px-4 pt-3 pb-2 font-[400]">
              {m.board_unmet_text()}
            </th>
            <th scope="col" className="px-4 pt-3 pb-2 text-right font-[400]">
              {m.board_unmet_times()}
            </th>
            <th scope="col" className="px-4 pt-3 pb-2 text-right font-[400]">
              {m.board_unmet_nothing()}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {searches.map(({ text, times, nothing }) => (
            <tr key={text}>
              <th scope="row" className="px-4 py-2 font-[400]">
                <Link to={paths.finder({ q: text })} className="link inline-block py-1 break-words">
                  {text}
                </Link>
              </th>
              <td className="px-4 py-2 text-right tabular-nums">{times}</td>
              <td className="px-4 py-2 text-right tabular-nums">{nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
