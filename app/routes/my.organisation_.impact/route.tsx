import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { impactPage } from '~/features/impact/queries/impact.server'
import { ImpactScreen } from '~/features/impact/ui/impact-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.impact_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const of = new URL(request.url).searchParams.get('of')
    return { page: await impactPage(wire().db, await requireUser(request), of) }
  })
}

export default function OrganisationImpact() {
  return <ImpactScreen page={useLoaderData<typeof loader>().page} />
}
