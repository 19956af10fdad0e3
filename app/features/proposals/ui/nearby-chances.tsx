/** Nothing fits, or little: what does exist farther away, and what of the own offers would fit more schools. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import type { Chance } from '~/features/matchmaking/domain/more-chance'
import { queryOfNearby } from '~/features/matchmaking/domain/nearby'
import type { RequestsNearbyPage } from '~/features/matchmaking/queries/requests-nearby-page.server'
import * as m from '~/paraglide/messages'

type Props = { readonly page: RequestsNearbyPage }

export function NearbyNone({ page: { filter, byKm } }: Props) {
  const { km, offer } = filter
  const wider = byKm.find(({ count }) => count > 0)
  return (
    <EmptyState title={offer ? m.proposals_around_none_offer({ km }) : m.proposals_around_none({ km })}>
      <p className="max-w-(--measure)">{m.proposals_around_none_text()}</p>
      {wider ? (
        <p>
          <Link
            to={paths.requestsNearby({ ...queryOfNearby(filter), km: String(wider.km) })}
            className="link inline-flex min-h-11 items-center"
          >
            {m.proposals_around_wider({ ...wider, shown: formatNumber(wider.count) })}
          </Link>
        </p>
      ) : null}
      {offer ? (
        <p>
          <Link
            to={paths.requestsNearby(queryOfNearby({ ...filter, offer: null }))}
            className="link inline-flex min-h-11 items-center"
          >
            {m.proposals_around_all_offers()}
          </Link>
        </p>
      ) : null}
    </EmptyState>
  )
}

const chanceWord: Record<Chance['change'], (figures: { count: number; shown: string }) => string> = {
  radius: m.proposals_around_chance_radius,
  places: m.proposals_around_chance_places,
  days: m.proposals_around_chance_days,
  group: m.proposals_around_chance_group,
}

export function NearbyChances({ page: { chances, filter } }: Props) {
  if (chances.length === 0) return null
  return (
    <section aria-labelledby="chances" className="rounded-md border border-line bg-surface p-4 sm:p-5">
      <h2 id="chances" className="text-lg">
        {m.proposals_around_chances()}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {chances.map(({ change, more }) => (
          <li key={change}>{chanceWord[change]({ count: more, shown: formatNumber(more) })}</li>
        ))}
      </ul>
      <ButtonLink
        to={filter.offer ? paths.editOffer(filter.offer) : paths.myOrganisation()}
        look="second"
        size="small"
        className="mt-3"
      >
        {m.proposals_around_chances_action()}
      </ButtonLink>
    </section>
  )
}
