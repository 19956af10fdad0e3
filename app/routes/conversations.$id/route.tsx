import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { conversationPage } from '~/features/conversations/queries/conversation-page.server'
import {
  type ConversationAction,
  conversationAction,
  FIELD_OF_MESSAGE_ERROR,
} from '~/features/conversations/schemas'
import { ConversationScreen } from '~/features/conversations/ui/conversation-screen'
import { readUploads } from '~/features/conversations/ui/read-uploads'
import {
  followConversation,
  reportConversation,
} from '~/features/conversations/use-cases/follow-conversation.server'
import { writeMessage } from '~/features/conversations/use-cases/write-message.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.title ?? m.conversations_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
    const page = await conversationPage(wire(), actor, { id: params.id ?? '', page: asked })
    return { page, formKey: randomUUID(), reportKey: randomUUID() }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(
      request,
      conversationAction,
      async (asked) => {
        const news = await act(actor, id, asked)
        return news === null ? null : redirectWithNews(paths.conversation(id), news)
      },
      { fieldOf: FIELD_OF_MESSAGE_ERROR, secret: ['files'] },
    )
  })
}

/** @returns what is said of it on the next page; `null`: the page stays as it is. */
async function act(actor: Actor, id: string, asked: ConversationAction): Promise<string | null> {
  switch (asked.intent) {
    case 'write':
      await writeMessage(wire(), actor, { ...asked, to: { id }, files: await readUploads(asked.files) })
      return m.conversations_news_sent()
    case 'report':
      await reportConversation(wire(), actor, { ...asked, id, text: asked.details })
      return m.conversations_news_reported()
    case 'read':
      await followConversation(wire(), actor, { id, what: 'read' })
      return null
    default:
      await followConversation(wire(), actor, { id, what: asked.intent })
      return NEWS[asked.intent]()
  }
}

const NEWS = {
  mute: m.conversations_news_muted,
  unmute: m.conversations_news_unmuted,
  block: m.conversations_news_blocked,
  unblock: m.conversations_news_unblocked,
}

export default function Conversation() {
  const { page, formKey, reportKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? undefined
  const replied = reply?.initialValue?.intent === 'report' ? 'report' : 'write'
  return <ConversationScreen {...{ page, formKey, reportKey, reply, replied }} />
}
