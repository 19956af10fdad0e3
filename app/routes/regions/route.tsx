import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { regionsPage } from '~/features/regions/queries/regions-page.server'
import { RegionsScreen } from '~/features/regions/ui/regions-screen'
import * as m from '~/paraglide/messages'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: `${m.regions_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.regions_meta() },
]

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
