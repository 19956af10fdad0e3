/** The list of the inbox: what waits, most urgent first, or what had its answer. */
import { Link } from '@remix-run/react'
import Hourglass from 'lucide-react/icons/hourglass'
import { formatDay } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { isOpenProposal } from '../domain/proposal-states'
import type { Inbox, InboxRow } from '../queries/inbox.server'
import { classWord, daysLeftWord, groupsWord, STATE_STATUS, stateWord } from './words'

type Props = { readonly inbox: Inbox; readonly chosenId: string | null }

export function InboxList({ inbox, chosenId }: Props) {
  const several = inbox.organisations.length > 1
  const label = inbox.filter === 'open' ? m.proposals_list_open() : m.proposals_list_answered()
  return (
    <div>
      <InboxTabs inbox={inbox} />
      {inbox.rows.length > 0 ? (
        <ul aria-label={label} className="overflow-hidden rounded-md border border-line-strong bg-surface">
          {inbox.rows.map((row) => (
            <li key={row.id} className="border-b border-line last:border-b-0">
              <InboxItem row={row} isChosen={row.id === chosenId} several={several} filter={inbox.filter} />
            </li>
          ))}
        </ul>
      ) : null}
      <Pagination page={inbox.page} pages={inbox.pages} to={(page) => addressOf(inbox.filter, page)} />
    </div>
  )
}

function addressOf(filter: Inbox['filter'], page = 1): string {
  return paths.inbox({ ...(filter === 'answered' && { filter }), ...(page > 1 && { page: String(page) }) })
}

/** Links, so that each list has an address. */
function InboxTabs({ inbox }: Pick<Props, 'inbox'>) {
  const tab = (filter: Inbox['filter'], text: string) => (
    <Link
      to={addressOf(filter)}
      aria-current={inbox.filter === filter ? 'true' : undefined}
      className="inline-flex min-h-11 items-center border-b-3 border-transparent px-1 pt-1 text-ink-soft aria-[current=true]:border-act aria-[current=true]:font-[650] aria-[current=true]:text-ink"
    >
      {text}
    </Link>
  )
  return (
    <nav aria-label={m.proposals_tabs()} className="mb-3 flex gap-6">
      {tab('open', m.proposals_tab_open({ count: inbox.open }))}
      {tab('answered', m.proposals_tab_answered({ count: inbox.answered }))}
    </nav>
  )
}

type ItemProps = {
  readonly row: InboxRow
  readonly isChosen: boolean
  readonly several: boolean
  readonly filter: Inbox['filter']
}

function InboxItem({ row, isChosen, several, filter }: ItemProps) {
  const isOpen = isOpenProposal(row.state)
  const urgent = isOpen && row.daysLeft <= 3
  return (
    <div
      className={`relative px-4 pt-3.5 pb-3 hover:bg-sunken has-[a:focus-visible]:bg-sunken ${isChosen ? 'rounded-md bg-act-soft outline-2 -outline-offset-2 outline-act' : ''}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <StatusBadge status={STATE_STATUS[row.state]}>{stateWord[row.state]()}</StatusBadge>
        {isOpen ? (
          <span
            className={`inline-flex items-center gap-1.5 text-sm ${urgent ? 'font-[650] text-need-text' : 'text-ink-soft'}`}
          >
            <Hourglass aria-hidden size={17} strokeWidth={1.75} />
            {daysLeftWord(row.daysLeft)}
          </span>
        ) : row.bookedOn ? (
          <span className="text-sm text-ink-soft">{formatDay(row.bookedOn)}</span>
        ) : null}
      </div>
      <p className="mt-1.5 font-[650]">
        <Link
          to={paths.proposal(row.id, filter === 'answered' ? { filter } : {})}
          aria-current={isChosen ? 'page' : undefined}
          className="after:absolute after:inset-0 hover:underline"
        >
          {row.title}
        </Link>{' '}
        {row.isDemo ? <DemoMark /> : null}
      </p>
      <p className="text-sm text-ink-soft">
        {row.placeName}, {classWord(row)}, {groupsWord(row.groupsAsked, row.groupSize)}
      </p>
      <p className="text-sm text-ink-soft">
        {m.proposals_for_offer({ offer: row.offerTitle })}
        {several ? ` · ${row.organisationName}` : ''}
        {row.addressedTo ? ` · ${m.proposals_addressed_to({ name: row.addressedTo })}` : ''}
      </p>
    </div>
  )
}
