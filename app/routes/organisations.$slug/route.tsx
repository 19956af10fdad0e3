import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { organisationPage } from '~/features/finder/queries/organisation-page.server'
import { OrganisationScreen } from '~/features/finder/ui/organisation-page'
import { offersToChange } from '~/features/phone-entries/queries/offers-to-change.server'
import { CompanyRang } from '~/features/phone-entries/ui/company-rang'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.name ?? m.common_not_found_title()} · ${m.common_site_name()}` },
  ...(data ? [{ name: 'description', content: data.page.about.slice(0, 200) }] : []),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = await organisationPage(wire(), await actorOf(request), params.slug ?? '', getLocale())
    // Read apart, and only for who may enter: everybody else's page costs no more.
    return { page, rang: page.mayEnter ? await offersToChange(wire().db, page.id) : null }
  })
}

export default function Organisation() {
  const { page, rang } = useLoaderData<typeof loader>()
  const board = rang ? <CompanyRang organisationId={page.id} offers={rang} /> : null
  return <OrganisationScreen page={page} board={board} />
}
