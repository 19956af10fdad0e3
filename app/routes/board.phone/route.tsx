import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { boardRegions } from '~/features/clearing/queries/board-regions.server'
import { phonePage } from '~/features/phone-entries/queries/phone-page.server'
import { PhoneScreen } from '~/features/phone-entries/ui/phone-screen'
import { ASKED_MAX } from '~/features/schools/domain/school-search'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.phone_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const asked = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, ASKED_MAX)
    const { db } = wire()
    return phonePage(db, await boardRegions(db, actor, null), asked)
  })
}

export default function BoardPhone() {
  return <PhoneScreen page={useLoaderData<typeof loader>()} />
}
