/** The pages of the coordinator, one line under the header; and the choice of a region where there are several. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { Select } from '~/components/field'
import { paths } from '~/components/paths'
import { SectionNav } from '~/components/section-nav'
import * as m from '~/paraglide/messages'
import type { BoardRegions } from '../queries/board-regions.server'

export function BoardNav() {
  const pages = [
    { to: paths.board(), name: m.board_nav_board() },
    { to: paths.waitingList(), name: m.board_nav_waiting() },
    { to: paths.rounds(), name: m.board_nav_rounds() },
    { to: paths.boardPhone(), name: m.phone_title() },
    { to: paths.organisationBoard(), name: m.board_nav_organisations() },
    { to: paths.unmetSearches(), name: m.board_nav_searches() },
    { to: paths.boardAudit(), name: m.audit_title() },
  ]
  return <SectionNav label={m.board_nav()} pages={pages} />
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
