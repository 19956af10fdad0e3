import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import mapStyles from '~/components/map/map.css'
import { requestsNearbyPage } from '~/features/matchmaking/queries/requests-nearby-page.server'
import { nearbyFilter } from '~/features/matchmaking/schemas'
import { ownOffered } from '~/features/proposals/queries/own-offered.server'
import { offeringForm } from '~/features/proposals/schemas'
import { NearbyScreen } from '~/features/proposals/ui/nearby-screen'
import { takeBackOffered } from '~/features/proposals/use-cases/answer-offered.server'
import { offerToRequest } from '~/features/proposals/use-cases/offer-to-request.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.proposals_around_title()} · ${m.common_site_name()}` }]

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: mapStyles }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const filter = nearbyFilter.parse(Object.fromEntries(searchParams))
    const now = wire().clock.now()
    const [page, offered] = await Promise.all([
      requestsNearbyPage(wire(), actor, now, filter),
      ownOffered(wire().db, actor, now),
    ])
    return { page, offered }
  })
}

const FIELD_OF = { 'proposal.period-turned': 'until' }

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { pathname, search } = new URL(request.url)
    return submitForm(
      request,
      offeringForm,
      async (asked) => redirectWithNews(`${pathname}${search}`, await act(actor, asked)),
      { fieldOf: FIELD_OF },
    )
  })
}

async function act(actor: SignedInActor, asked: ReturnType<typeof offeringForm.parse>): Promise<string> {
  if (asked.intent === 'take-back') {
    await takeBackOffered(wire(), actor, asked.offered)
    return m.proposals_offered_taken_back()
  }
  const { request: requestId, offer: offerId, message, from, until } = asked
  const days = asked.days.filter((day) => day !== undefined)
  const period = from && until ? { from, until } : null
  await offerToRequest(wire(), actor, { requestId, offerId, message, days, period })
  return m.proposals_offering_news()
}

export default function RequestsNearby() {
  const { page, offered } = useLoaderData<typeof loader>()
  return <NearbyScreen page={page} offered={offered} reply={useActionData<typeof action>() ?? undefined} />
}
