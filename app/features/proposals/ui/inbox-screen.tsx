/** The inbox: the list and, beside it, one request. On a phone the one or the other. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Inbox } from '../queries/inbox.server'
import { InboxHead } from './inbox-head'
import { InboxList } from './inbox-list'

type Props = {
  readonly inbox: Inbox
  /** The request that is the page; `null` on the inbox itself. */
  readonly chosenId: string | null
  /** Under the list. */
  readonly aside: ReactNode
  readonly children: ReactNode
}

export function InboxScreen({ inbox, chosenId, aside, children }: Props) {
  if (inbox.organisations.length === 0) return <NoOrganisation />
  const isPage = chosenId !== null
  return (
    <div className="page grid gap-7 py-6 lg:grid-cols-[25.25rem_minmax(0,1fr)]">
      {isPage ? (
        <p className="lg:hidden">
          <Link to={paths.inbox()} className="link inline-flex min-h-11 items-center gap-1.5">
            <ArrowLeft aria-hidden size={20} strokeWidth={1.75} />
            {m.proposals_back({ count: inbox.open })}
          </Link>
        </p>
      ) : null}
      <div className={isPage ? 'max-lg:hidden' : ''}>
        <InboxHead inbox={inbox} level={isPage ? 2 : 1} />
        <InboxList inbox={inbox} chosenId={chosenId} />
        <div className="mt-4 space-y-4">{aside}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

/** For who belongs to no company. */
export function NoOrganisation() {
  return (
    <div className="page py-8">
      <EmptyState title={m.proposals_no_organisation()} level={1}>
        <p className="max-w-(--measure)">{m.proposals_no_organisation_text()}</p>
        <ButtonLink to={paths.myOrganisation()}>{m.proposals_no_organisation_action()}</ButtonLink>
      </EmptyState>
    </div>
  )
}

/** Nothing waits: said plainly, with what there is to do. */
export function NothingWaits({ inbox }: { readonly inbox: Inbox }) {
  if (inbox.rows.length > 0) return null
  return inbox.filter === 'open' ? (
    <EmptyState title={m.proposals_empty_open()}>
      <p className="max-w-(--measure)">{m.proposals_empty_open_text()}</p>
    </EmptyState>
  ) : (
    <EmptyState title={m.proposals_empty_answered()}>
      <p className="max-w-(--measure)">{m.proposals_empty_answered_text()}</p>
    </EmptyState>
  )
}
