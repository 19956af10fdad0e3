import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { stopPage } from '~/features/departures/queries/stop-page.server'
import { stopForm } from '~/features/departures/schemas'
import { StopScreen } from '~/features/departures/ui/stop-screen'
import { comeBackAsCompany, stopCompany } from '~/features/departures/use-cases/stop-company.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.departures_title({ name: data?.name ?? '' })} · ${m.common_site_name()}` },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return stopPage(wire(), actor, new URL(request.url).searchParams.get('of'))
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, stopForm, async (asked) => {
      const id = asked.organisation
      if (asked.intent === 'back') {
        await comeBackAsCompany(wire(), actor, id)
        return redirectWithNews(paths.myOrganisation({ of: id }), m.departures_news_back())
      }
      await stopCompany(wire(), actor, { id, keepsBookings: asked.bookings === 'keep' })
      return redirectWithNews(paths.stopOrganisation(id), m.departures_news_stopped())
    })
  })
}

export default function StopOrganisation() {
  return <StopScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
