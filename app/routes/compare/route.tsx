import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { comparePage } from '~/features/matchmaking/queries/compare-page.server'
import { CompareScreen } from '~/features/matchmaking/ui/compare-screen'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { SendCompared } from '~/features/requests/ui/send-compared'
import * as m from '~/paraglide/messages'
import { actorOf, requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.matchmaking_compare_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const id = searchParams.get('request')
    // The list of a request ticks offers to send to: taken from its form, and no more of it stands in the address.
    const ticked = searchParams.getAll('offerIds')
    if (ticked.length > 0) throw redirect(paths.compare({ request: id, offers: ticked }))
    const { db, clock } = wire()
    const actor = id ? await requireUser(request) : await actorOf(request)
    const asked = id ? await requestPage(db, actor, clock.now(), id) : null
    const page = await comparePage({ db }, actor, clock.now(), {
      ids: searchParams.getAll('offer'),
      request: asked,
    })
    return { page, request: asked }
  })
}

export default function Compare() {
  const { page, request } = useLoaderData<typeof loader>()
  const back = request
    ? { to: paths.request(request.id), name: request.need.title }
    : { to: paths.finder(), name: m.common_nav_search() }
  return (
    <CompareScreen page={page} back={back} withAsk={!request}>
      {request ? <SendCompared request={request} offers={page.offers} /> : null}
    </CompareScreen>
  )
}
