import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { regionsPage } from '~/features/regions/queries/regions-page.server'
import { RegionsScreen } from '~/features/regions/ui/regions-screen'
import * as m from '~/paraglide/messages'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.regions_title(), m.regions_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const asked = (new URL(request.url).searchParams.get('place') ?? '').trim().slice(0, 100)
    const page = await regionsPage(wire(), asked)
    return data(page, { status: page.whereIs.kind === 'unknown' ? 422 : 200 })
  })
}

export default function Regions() {
  return <RegionsScreen page={useLoaderData<typeof loader>()} />
}
