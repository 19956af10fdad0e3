/** One conversation: what was said, the form to write, and what one may do with it. */
import type { SubmissionResult } from '@conform-to/react'
import { Form, Link, useFetcher } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useEffect, useRef } from 'react'
import { Button } from '~/components/button'
import { formatDay } from '~/components/format'
import { DemoMark, Notice } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { ConversationPage } from '../queries/conversation-page.server'
import { ConversationTools } from './conversation-tools'
import { MessageItem, type ShownMessage } from './message-item'
import { cannotWriteWord } from './words'
import { WriteForm } from './write-form'

export type ShownConversation = Omit<ConversationPage, 'messages'> & {
  readonly messages: readonly ShownMessage[]
}

type Props = {
  readonly page: ShownConversation
  readonly formKey: string
  readonly reportKey: string
  readonly reply: SubmissionResult<string[]> | undefined
  /** Which form the reply is of. */
  readonly replied: 'write' | 'report'
}

export function ConversationScreen({ page, formKey, reportKey, reply, replied }: Props) {
  const { side, messages } = page
  const school = page.schoolName ?? m.conversations_some_school({ place: page.municipality })
  const partner = side === 'school' ? page.organisationName : school
  useMarkRead(page)
  return (
    <div className="page grid gap-8 py-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
      <div className="min-w-0 space-y-6">
        <header>
          <Link to={paths.conversations()} className="link inline-flex min-h-11 items-center gap-2">
            <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
            {m.conversations_title()}
          </Link>
          <h1 className="wrap-anywhere">
            {m.conversations_with({ partner })} {page.isDemo ? <DemoMark /> : null}
          </h1>
          <p className="mt-1 text-lg wrap-anywhere">{page.title}</p>
          <About page={page} />
        </header>
        {page.isHidden ? (
          <Notice>
            {side === 'school' ? m.conversations_hidden_school() : m.conversations_hidden_company()}
          </Notice>
        ) : null}
        {page.hasReaders ? null : <Notice tone="need">{m.conversations_nobody_there()}</Notice>}
        <Pagination
          page={page.page}
          pages={page.pages}
          to={(n) => `${page.id === null ? '' : paths.conversation(page.id)}?page=${n}`}
        />
        {messages.length === 0 ? (
          <p className="text-ink-soft">{m.conversations_empty({ partner })}</p>
        ) : (
          <ol aria-label={m.conversations_messages()} className="grid gap-4">
            {messages.map((message) => (
              <MessageItem key={message.id} message={message} who={whoWrote(message, page, school)} />
            ))}
          </ol>
        )}
        {page.hasNew && page.id !== null ? (
          <noscript>
            <Form method="post">
              <Button look="quiet" size="small" name="intent" value="read">
                {m.conversations_mark_read()}
              </Button>
            </Form>
          </noscript>
        ) : null}
        {page.cannotWrite === null ? (
          <>
            <WriteForm
              formKey={formKey}
              reply={replied === 'write' ? reply : undefined}
              hint={m.conversations_write_hint({ partner })}
            />
            {page.writableUntil ? (
              <p className="text-sm text-ink-soft">
                {m.conversations_until({ day: formatDay(page.writableUntil, true) })}
              </p>
            ) : null}
          </>
        ) : (
          <Notice>{cannotWriteWord[page.cannotWrite]()}</Notice>
        )}
      </div>
      {page.id === null ? null : (
        <div className="min-w-0 lg:sticky lg:top-6 lg:self-start">
          <ConversationTools
            page={page}
            partner={partner}
            reportKey={reportKey}
            reply={replied === 'report' ? reply : undefined}
          />
        </div>
      )}
    </div>
  )
}

function whoWrote({ authorName, isOwnSide }: ShownMessage, page: ShownConversation, school: string): string {
  const isSchool = isOwnSide === (page.side === 'school')
  const of = isSchool ? school : page.organisationName
  return authorName === null ? of : m.conversations_mail_from({ name: authorName, of })
}

/** What it is about, where the reader may look at it. */
function About({ page }: { readonly page: ShownConversation }) {
  const links = [
    page.side === 'school' ? { to: paths.request(page.requestId), name: m.conversations_to_request() } : null,
    page.side === 'company' && page.proposalId
      ? { to: paths.proposal(page.proposalId), name: m.conversations_to_request() }
      : null,
    page.bookingId ? { to: paths.booking(page.bookingId), name: m.conversations_to_booking() } : null,
  ].filter((link) => link !== null)
  return (
    <p className="flex flex-wrap gap-x-5">
      {links.map(({ to, name }) => (
        <Link key={to} to={to} className="link inline-flex min-h-11 items-center">
          {name}
        </Link>
      ))}
    </p>
  )
}

/** By a post, because looking changes nothing: the server is told once that a person has the news before them. */
function useMarkRead({ id, hasNew }: Pick<ShownConversation, 'id' | 'hasNew'>): void {
  const { submit } = useFetcher()
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (id === null || !hasNew || told.current === id) return
    told.current = id
    submit({ intent: 'read' }, { method: 'post', action: paths.conversation(id) })
  }, [id, hasNew, submit])
}
