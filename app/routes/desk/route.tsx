import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { actorOfOne, deskPage } from '~/features/desk/queries/desk-page.server'
import { DeskScreen } from '~/features/desk/ui/desk-screen'
import { myRequests } from '~/features/requests/queries/my-requests.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.desk_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const of = new URL(request.url).searchParams.get('of') || null
    const page = await deskPage(wire(), actor, of)
    return { page, requests: await myRequests(wire().db, actorOfOne(actor, of), page.today, 1) }
  })
}

export default function Desk() {
  return <DeskScreen {...useLoaderData<typeof loader>()} />
}
