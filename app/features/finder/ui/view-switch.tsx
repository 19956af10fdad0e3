/** List, map or filters: links, so that each is an address and works without JavaScript. */
import { Link } from '@remix-run/react'
import List from 'lucide-react/icons/list'
import MapIcon from 'lucide-react/icons/map'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import type { LucideIcon } from 'lucide-react/types'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, type View } from '~/features/finder/domain/finder-state'
import * as m from '~/paraglide/messages'

/** Where list and map do not fit beside each other. */
export function ViewSwitch({ page: { state } }: { readonly page: FinderPage }) {
  const chosen: View = state.view === 'auto' ? 'list' : state.view
  const filters = activeParts(state).filter(({ part }) => part !== 'text').length
  const items: { view: View; label: string; Icon: LucideIcon; badge?: number }[] = [
    { view: 'list', label: m.finder_view_list(), Icon: List },
    { view: 'map', label: m.finder_view_map(), Icon: MapIcon },
    { view: 'filters', label: m.finder_filters(), Icon: SlidersHorizontal, badge: filters },
  ]
  return (
    <div
      className={`no-print border-b border-line bg-sunken px-(--gutter) pb-4 lg:hidden ${state.view === 'filters' ? 'max-md:hidden' : ''}`}
    >
      {state.level || state.place || state.view === 'filters' ? null : (
        <p className="pb-3 text-sm md:hidden">
          <Link
            to={finderPath({ ...state, view: 'filters' })}
            preventScrollReset
            className="inline-block py-1 text-act-text underline underline-offset-[.22em]"
          >
            {m.finder_choose_level_place()}
          </Link>
        </p>
      )}
      <nav aria-label={m.finder_view_label()}>
        <ul className="flex overflow-hidden rounded-md border border-line-strong bg-surface">
          {items.map(({ view, label, Icon, badge }) => (
            <li
              key={view}
              className={`flex-1 border-l border-line first:border-l-0 ${view === 'filters' ? 'md:hidden' : ''}`}
            >
              <Link
                to={finderPath({ ...state, view: view === 'list' ? 'auto' : view })}
                preventScrollReset
                aria-current={view === chosen ? 'true' : undefined}
                className="flex h-[46px] items-center justify-center gap-1.5 pt-0.5 text-sm font-[650] aria-[current]:bg-act aria-[current]:text-on-fill"
              >
                <Icon aria-hidden size={20} strokeWidth={1.75} />
                {label}
                {badge ? (
                  <span className="grid size-6 place-items-center rounded-full bg-act pt-0.5 text-xs text-on-fill">
                    {badge}
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
