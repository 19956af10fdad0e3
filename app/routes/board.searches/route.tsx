import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { unmetSearches } from '~/features/clearing/queries/unmet-searches.server'
import { UnmetScreen } from '~/features/clearing/ui/unmet-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.board_unmet_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () =>
    unmetSearches(wire(), await requireUser(request), new URL(request.url).searchParams.get('region')),
  )
}

export default function Searches() {
  return <UnmetScreen page={useLoaderData<typeof loader>()} />
}
