import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { waitingList } from '~/features/clearing/queries/waiting-list.server'
import { waitingFilter } from '~/features/clearing/schemas'
import { WaitingScreen } from '~/features/clearing/ui/waiting-screen'
import { coordinatorsOf } from '~/features/follow-ups/queries/coordinators.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.board_nav_waiting()} · ${m.common_site_name()}` },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const list = await waitingList(wire(), actor, waitingFilter.parse(Object.fromEntries(searchParams)))
    return { list, owners: await coordinatorsOf(wire().db, list.regions.ids) }
  })
}

export default function Waiting() {
  return <WaitingScreen {...useLoaderData<typeof loader>()} />
}
