import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { myConversations } from '~/features/conversations/queries/my-conversations.server'
import { ConversationsScreen } from '~/features/conversations/ui/conversations-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.conversations_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return myConversations(wire().db, actor, Number(new URL(request.url).searchParams.get('page') ?? 1))
  })
}

export default function Conversations() {
  return <ConversationsScreen page={useLoaderData<typeof loader>()} />
}
