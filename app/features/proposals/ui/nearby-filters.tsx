/** By offer and distance: a plain form, so that it works without JavaScript and stands in the address. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { Select } from '~/components/field'
import { formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import { NEARBY_SORTS, queryOfNearby } from '~/features/matchmaking/domain/nearby'
import type { RequestsNearbyPage } from '~/features/matchmaking/queries/requests-nearby-page.server'
import * as m from '~/paraglide/messages'

const sortWord = { best: m.proposals_around_sort_best, nearest: m.proposals_around_sort_nearest } as const

export function NearbyFilters({ page }: { readonly page: RequestsNearbyPage }) {
  const { filter, offers, byKm } = page
  // A new address is a new form: what it shows is what was asked.
  const address = JSON.stringify(queryOfNearby(filter))
  return (
    <Form method="get" key={address} className="flex flex-wrap items-end gap-3">
      {offers.length > 1 ? (
        <Select
          field={{ id: 'offer', name: 'offer', initialValue: filter.offer ?? '' }}
          label={m.proposals_around_filter_offer()}
          empty={m.proposals_around_filter_offer_all()}
          options={offers.map(({ id, title }) => ({ value: id, label: title }))}
          width="w-72 max-w-full"
        />
      ) : null}
      <Select
        field={{ id: 'km', name: 'km', initialValue: filter.km }}
        label={m.proposals_around_filter_km()}
        options={byKm.map(({ km, count }) => ({
          value: String(km),
          label: m.proposals_around_km_option({ km, count, shown: formatNumber(count) }),
        }))}
        width="w-64 max-w-full"
      />
      <Select
        field={{ id: 'sort', name: 'sort', initialValue: filter.sort }}
        label={m.proposals_around_filter_sort()}
        options={NEARBY_SORTS.map((sort) => ({ value: sort, label: sortWord[sort]() }))}
        width="w-44 max-w-full"
      />
      <Button look="second">{m.proposals_around_show()}</Button>
      {address === '{}' ? null : (
        <Link to={paths.requestsNearby()} className="link inline-flex min-h-11 items-center">
          {m.proposals_around_clear()}
        </Link>
      )}
    </Form>
  )
}
