import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { regionsOf } from '~/features/regions/queries/regions-of.server'
import { schoolPage } from '~/features/schools/queries/school-page.server'
import { SchoolScreen } from '~/features/schools/ui/school-screen'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.school.name ?? m.schools_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { db, clock } = wire()
    const school = await schoolPage(db, await actorOf(request), params.id ?? '')
    const regions = await regionsOf(db, school.municipalityCode, calendarDateOf(clock.now()))
    return { school, regions }
  })
}

export default function School() {
  const { school, regions } = useLoaderData<typeof loader>()
  return <SchoolScreen school={school} regions={regions} />
}
