/** From the page of a request, a question or a booking to the conversation about it. */
import { Link } from '@remix-run/react'
import MessageSquare from 'lucide-react/icons/message-square'
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { ConversationLink } from '../queries/my-conversations.server'

const pathOf = (link: ConversationLink) =>
  link.id === null ? paths.newConversation(link) : paths.conversation(link.id)

function wordOf({ messages, unread }: ConversationLink): string {
  if (unread > 0) return m.conversations_link_unread({ count: unread })
  return messages > 0 ? m.conversations_link_open({ count: messages }) : m.conversations_ask()
}

/** With the one other side. */
export function AskLink({ link }: { readonly link: ConversationLink | undefined }) {
  if (!link) return null
  return (
    <p className="no-print">
      <ButtonLink to={pathOf(link)} look="second" size="small">
        <MessageSquare aria-hidden size={19} strokeWidth={1.75} />
        {wordOf(link)}
      </ButtonLink>
    </p>
  )
}

/** On the page of a request: with each company that stands before it. */
export function RequestConversations({ links }: { readonly links: readonly ConversationLink[] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="conversations" className="card no-print p-5">
      <h2 id="conversations">{m.conversations_title()}</h2>
      <ul className="mt-2 divide-y divide-line">
        {links.map((link) => (
          <li key={link.organisationId} className="py-1">
            <span className="block pt-1.5 font-[650] wrap-anywhere">{link.organisationName}</span>
            <Link
              to={pathOf(link)}
              className={`link inline-flex min-h-11 items-center gap-2 ${link.unread > 0 ? 'font-[650]' : ''}`}
            >
              <MessageSquare aria-hidden size={18} strokeWidth={1.75} />
              {wordOf(link)}
              <span className="sr-only">: {link.organisationName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
