/** Nothing found is never the end: each way out is a link that says how much it finds. */
import { Link } from '@remix-run/react'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderPage, WayOut } from '~/features/finder/domain/finder-page'
import { EMPTY_STATE } from '~/features/finder/domain/finder-state'
import * as m from '~/paraglide/messages'
import { numberWord, partWord } from './words'

export function NoResult({ page }: { readonly page: FinderPage }) {
  const { state, from, waysOut } = page
  return (
    <section className="flex gap-4 rounded-md border border-line bg-surface p-6">
      <svg
        aria-hidden
        viewBox="0 0 56 32"
        className="h-8 w-14 shrink-0 fill-none stroke-need"
        strokeWidth={3}
      >
        <circle cx={7} cy={24} r={5} />
        <circle cx={49} cy={24} r={5} />
        <path d="M12 21L38 5" strokeLinecap="round" />
      </svg>
      <div>
        <h2 className="text-lg font-[750] text-balance">
          {from?.kind === 'place' && state.place && state.radiusKm !== null
            ? m.finder_empty_title_radius({ km: state.radiusKm, place: from.label })
            : m.finder_empty_title()}
        </h2>
        {waysOut.length > 0 ? (
          <>
            <p className="mt-1">{m.finder_empty_ways()}</p>
            <ul className="mt-2 space-y-1">
              {waysOut.map((way) => (
                <li key={finderPath(way.state)}>
                  <Link
                    to={finderPath(way.state)}
                    className="inline-block py-1.5 text-act-text underline underline-offset-[.22em]"
                  >
                    {wayWord(way, page)}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="mt-1">{m.finder_empty_several()}</p>
        )}
        <Link
          to={finderPath(EMPTY_STATE)}
          className="mt-4 inline-flex h-[46px] items-center rounded-md border-2 border-act px-5 pt-0.5 font-[650] text-act-text"
        >
          {m.finder_empty_all()}
        </Link>
      </div>
    </section>
  )
}

function wayWord(way: WayOut, page: FinderPage): string {
  const figures = { count: way.count, shown: numberWord(way.count) }
  return way.kind === 'widen'
    ? m.finder_empty_widen({ ...figures, km: way.radiusKm })
    : m.finder_empty_drop({
        ...figures,
        filter: way.parts.map((part) => partWord(part, page)).join(', '),
      })
}
