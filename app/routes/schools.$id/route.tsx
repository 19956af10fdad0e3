import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/authorisation/permissions'
import { requestsOfSchool } from '~/features/phone-entries/queries/requests-of-school.server'
import { SchoolRang } from '~/features/phone-entries/ui/school-rang'
import { regionsOf } from '~/features/regions/queries/regions-of.server'
import { schoolPage } from '~/features/schools/queries/school-page.server'
import { SchoolScreen } from '~/features/schools/ui/school-screen'
import { calendarDateOf } from '~/kernel/calendar'
import type { RegionId } from '~/kernel/ids'
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
    const actor = await actorOf(request)
    const school = await schoolPage(db, actor, params.id ?? '')
    const regions = await regionsOf(db, school.municipalityCode, calendarDateOf(clock.now()))
    const mayEnter =
      !school.closedOn && may(actor, 'request.enter', { regionIds: regions.map(({ id }) => id as RegionId) })
    return { school, regions, rang: mayEnter ? await requestsOfSchool(db, school.id) : null }
  })
}

export default function School() {
  const { school, regions, rang } = useLoaderData<typeof loader>()
  const board = rang ? <SchoolRang branchId={school.id} requests={rang} /> : null
  return <SchoolScreen school={school} regions={regions} board={board} />
}
