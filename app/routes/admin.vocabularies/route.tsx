import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { vocabularies } from '~/features/administration/queries/lists.server'
import { VocabulariesScreen } from '~/features/administration/ui/vocabularies-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_vocabularies())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => vocabularies(wire(), await requireUser(request)))
}

export default function VocabulariesPage() {
  return <VocabulariesScreen words={useLoaderData<typeof loader>()} />
}
