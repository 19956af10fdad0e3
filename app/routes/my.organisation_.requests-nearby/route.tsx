import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import mapStyles from '~/components/map/map.css'
import { requestsNearbyPage } from '~/features/matchmaking/queries/requests-nearby-page.server'
import { nearbyFilter } from '~/features/matchmaking/schemas'
import { NearbyScreen } from '~/features/proposals/ui/nearby-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.proposals_around_title()} · ${m.common_site_name()}` }]

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: mapStyles }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const filter = nearbyFilter.parse(Object.fromEntries(searchParams))
    return { page: await requestsNearbyPage(wire(), actor, wire().clock.now(), filter) }
  })
}

export default function RequestsNearby() {
  return <NearbyScreen page={useLoaderData<typeof loader>().page} />
}
