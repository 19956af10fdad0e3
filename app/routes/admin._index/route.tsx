import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { allow } from '~/authorisation/permissions'
import { pageMeta } from '~/components/page-meta'
import { HubScreen } from '~/features/administration/ui/hub-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'

export const meta: MetaFunction = () => pageMeta(m.administration_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    allow(await requireUser(request), 'administration.enter', {})
    return null
  })
}

export default function Administration() {
  return <HubScreen />
}
