/** What schools around ask that nobody has asked this company. */
import { ButtonLink } from '~/components/button'
import { Distance } from '~/components/distance'
import { formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import { topicWord } from '~/features/finder/ui/words'
import type { NearbyRequest, NearbyRequests } from '~/features/matchmaking/queries/requests-nearby.server'
import * as m from '~/paraglide/messages'
import { classWord } from './words'

export function Nearby({ nearby, radiusKm }: { readonly nearby: NearbyRequests; readonly radiusKm: number }) {
  return (
    <section aria-labelledby="nearby" className="rounded-md border border-line bg-surface p-4">
      <h2 id="nearby" className="text-lg">
        {nearby.count === 0
          ? m.proposals_nearby_none({ km: radiusKm })
          : m.proposals_nearby({ count: nearby.count, shown: formatNumber(nearby.count), km: radiusKm })}
      </h2>
      {nearby.count > 0 ? (
        <>
          <p className="mt-1 text-sm text-ink-soft">{m.proposals_nearby_text()}</p>
          <ul className="mt-2 divide-y divide-line">
            {nearby.shown.map((request) => (
              <li key={request.id} className="py-2.5">
                <NearbyItem request={request} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-1 text-sm text-ink-soft">{m.proposals_nearby_none_text()}</p>
      )}
      {nearby.count > 0 ? (
        <ButtonLink to={paths.requestsNearby()} look="second" size="small" className="mt-2">
          {m.proposals_nearby_all({ count: nearby.count, shown: formatNumber(nearby.count) })}
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.myOrganisation()} look="second" size="small" className="mt-2">
          {m.proposals_nearby_action()}
        </ButtonLink>
      )}
    </section>
  )
}

function NearbyItem({ request }: { readonly request: NearbyRequest }) {
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-[650]">
          {request.topic ? topicWord(request.topic) : request.offerTitle}, {classWord(request)}
        </span>
        <Distance km={request.distanceKm} className="text-sm" />
      </p>
      <p className="text-sm text-ink-soft">
        {m.proposals_nearby_line({ municipality: request.municipality, count: request.groups })}
        {request.isWaiting ? ` · ${m.proposals_nearby_waiting()}` : ''}
        {` · ${m.proposals_fits_offer({ offer: request.offerTitle })}`}
      </p>
    </>
  )
}
