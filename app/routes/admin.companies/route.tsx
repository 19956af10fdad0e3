import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { companies } from '~/features/administration/queries/lists.server'
import { CompaniesScreen } from '~/features/administration/ui/companies-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_companies())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const asked = { q: searchParams.get('q') ?? '', page: Number(searchParams.get('page') ?? 1) }
    return companies(wire(), await requireUser(request), asked)
  })
}

export default function CompaniesPage() {
  return <CompaniesScreen page={useLoaderData<typeof loader>()} />
}
