/** The pages of the coordinator, one line under the header; and the choice of a region where there are several. */
import { Form, NavLink } from '@remix-run/react'
import { Button } from '~/components/button'
import { Select } from '~/components/field'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { BoardRegions } from '../queries/board-regions.server'

export function BoardNav() {
  const items = [
    { to: paths.board(), name: m.board_nav_board() },
    { to: paths.waitingList(), name: m.board_nav_waiting() },
    { to: paths.rounds(), name: m.board_nav_rounds() },
    { to: paths.boardPhone(), name: m.phone_title() },
    { to: paths.organisationBoard(), name: m.board_nav_organisations() },
    { to: paths.unmetSearches(), name: m.board_nav_searches() },
    { to: paths.boardAudit(), name: m.audit_title() },
  ]
  return (
    <nav aria-label={m.board_nav()} className="no-print border-b border-line bg-surface">
      <ul className="page flex flex-wrap gap-x-6">
        {items.map(({ to, name }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === paths.board()}
              className="nav-link inline-flex min-h-12 items-center pt-1"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A plain form: it works without JavaScript and the region stands in the address. */
export function RegionPicker({
  regions,
  action,
}: {
  readonly regions: BoardRegions
  readonly action: string
}) {
  if (regions.all.length < 2) return null
  return (
    <Form method="get" action={action} className="flex flex-wrap items-end gap-2">
      <RegionField regions={regions} />
      <Button look="second">{m.board_show()}</Button>
    </Form>
  )
}

export function RegionField({ regions }: { readonly regions: BoardRegions }) {
  return (
    <Select
      field={{ id: 'region', name: 'region', initialValue: regions.chosen ?? '' }}
      label={m.board_region()}
      empty={m.board_all_regions()}
      options={regions.all.map(({ id, name }) => ({ value: id, label: name }))}
      width="w-52 max-w-full"
    />
  )
}

/** @returns the names of what is shown: one region, two, or how many. */
export function regionsText({ all, chosen }: BoardRegions): string {
  const names = chosen ? all.filter((region) => region.id === chosen) : all
  if (names.length <= 3) return names.map((region) => region.name).join(', ')
  return m.board_regions_count({ count: names.length })
}
