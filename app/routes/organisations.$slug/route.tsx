import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { organisationPage } from '~/features/finder/queries/organisation-page.server'
import { OrganisationScreen } from '~/features/finder/ui/organisation-page'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.name ?? m.common_not_found_title()} · ${m.common_site_name()}` },
  ...(page ? [{ name: 'description', content: page.about.slice(0, 200) }] : []),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () =>
    organisationPage(wire(), await actorOf(request), params.slug ?? '', getLocale()),
  )
}

export default function Organisation() {
  return <OrganisationScreen page={useLoaderData<typeof loader>()} />
}
