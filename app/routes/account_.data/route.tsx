import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { pageMeta } from '~/components/page-meta'
import { OwnDataScreen } from '~/features/privacy/ui/own-data-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'

export const meta: MetaFunction = () => pageMeta(m.privacy_own_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    await requireUser(request)
    return null
  })
}

export default function OwnData() {
  return <OwnDataScreen />
}
