/** The list of conversations: what is new first. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatMoment } from '~/components/format'
import { DemoMark, EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { ConversationRow, MyConversations } from '../queries/my-conversations.server'

/** As the loader's answer arrives: dates may be texts. */
type Page = Omit<MyConversations, 'rows'> & {
  readonly rows: readonly (Omit<ConversationRow, 'lastAt'> & { readonly lastAt: Date | string })[]
}

export function ConversationsScreen({ page }: { readonly page: Page }) {
  return (
    <PageFrame title={m.conversations_title()}>
      {page.rows.length === 0 ? (
        <Nothing page={page} />
      ) : (
        <ul className="card divide-y divide-line">
          {page.rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      <Pagination page={page.page} pages={page.pages} to={(n) => `${paths.conversations()}?page=${n}`} />
    </PageFrame>
  )
}

function Row({ row }: { readonly row: Page['rows'][number] }) {
  const partner = row.partnerName ?? m.conversations_some_school({ place: row.municipality })
  return (
    <li className={`relative p-4 sm:px-5 ${row.unread > 0 ? 'bg-need-soft' : ''}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg leading-7">
          <Link
            to={paths.conversation(row.id)}
            className="underline-offset-[.22em] after:absolute after:inset-0 hover:underline"
          >
            {partner}
          </Link>{' '}
          {row.isDemo ? <DemoMark /> : null}
        </h2>
        <span className="text-sm text-ink-soft">{formatMoment(new Date(row.lastAt))}</span>
      </div>
      <p className="wrap-anywhere">{row.title}</p>
      <p className="mt-1 line-clamp-2 text-ink-soft wrap-anywhere">
        {row.isOwnLast ? `${m.conversations_you_last()} ` : ''}
        {row.lastText || m.conversations_only_files()}
      </p>
      {row.unread > 0 ? (
        <p className="mt-1 font-[650] text-need-text">{m.conversations_unread({ count: row.unread })}</p>
      ) : null}
    </li>
  )
}

function Nothing({ page }: { readonly page: Page }) {
  return (
    <EmptyState title={m.conversations_none()}>
      <p className="max-w-(--measure)">{m.conversations_none_text()}</p>
      {page.hasOrganisation && !page.hasSchool ? (
        <ButtonLink to={paths.inbox()} look="second">
          {m.conversations_to_inbox()}
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.requests()} look="second">
          {m.conversations_to_requests()}
        </ButtonLink>
      )}
    </EmptyState>
  )
}
