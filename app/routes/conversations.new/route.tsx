import { randomUUID } from 'node:crypto'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { conversationNotFound } from '~/features/conversations/errors'
import { conversationPage } from '~/features/conversations/queries/conversation-page.server'
import { FIELD_OF_MESSAGE_ERROR, firstMessage, pairQuery } from '~/features/conversations/schemas'
import { ConversationScreen } from '~/features/conversations/ui/conversation-screen'
import { readUploads } from '~/features/conversations/ui/read-uploads'
import { writeMessage } from '~/features/conversations/use-cases/write-message.server'
import type { OrganisationId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.conversations_title())

function pairOf(request: Request) {
  const asked = pairQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) throw conversationNotFound()
  return { requestId: asked.data.request, organisationId: asked.data.organisation as OrganisationId }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = await conversationPage(wire(), await requireUser(request), pairOf(request))
    if (page.id !== null) throw redirect(paths.conversation(page.id))
    return { page, formKey: randomUUID() }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const to = pairOf(request)
    return submitForm(
      request,
      firstMessage,
      async (asked) => {
        const id = await writeMessage(wire(), actor, {
          ...asked,
          to,
          files: await readUploads(asked.files),
        })
        return redirectWithNews(paths.conversation(id), m.conversations_news_sent())
      },
      { fieldOf: FIELD_OF_MESSAGE_ERROR, secret: ['files'] },
    )
  })
}

export default function NewConversation() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <ConversationScreen {...{ page, formKey, reply }} reportKey="" replied="write" />
}
