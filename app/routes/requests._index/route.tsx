import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myRequests } from '~/features/requests/queries/my-requests.server'
import { NoSchool } from '~/features/requests/ui/no-school'
import { RequestList } from '~/features/requests/ui/request-list'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.requests_mine_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return myRequests(
      wire().db,
      actor,
      calendarDateOf(wire().clock.now()),
      Number(new URL(request.url).searchParams.get('page') ?? 1),
    )
  })
}

export default function Requests() {
  const mine = useLoaderData<typeof loader>()
  return mine ? <RequestList mine={mine} /> : <NoSchool />
}
