/** What is arranged for each group, and whom the school asked. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { GroupStanding } from '../domain/request-state'
import type { ProposalRow, RequestGroupRow, RequestPage } from '../queries/request-page.server'
import { declineReasonWord, proposalStateWord, proposalStatus } from './words'

export function Arranged({ request }: { readonly request: RequestPage }) {
  const placed = request.groups.filter(({ standing }) => standing !== 'none')
  if (placed.length === 0) return null
  return (
    <section aria-labelledby="arranged">
      <h2 id="arranged">{m.requests_arranged()}</h2>
      <ul className="card mt-3 divide-y divide-line">
        {placed.map((group) => (
          <li key={group.number} className="flex flex-wrap items-center justify-between gap-3 p-4">
            <div>
              <StatusBadge status={STANDING[group.standing].status}>
                {STANDING[group.standing].word()}
              </StatusBadge>
              <p className="mt-1.5">
                <b>{m.requests_group_number({ number: group.number })}</b> {group.offerTitle},{' '}
                {group.organisationName}
              </p>
              <p className="text-sm text-ink-soft">{dayOf(group)}</p>
            </div>
            <GroupLink group={group} mayAnswer={request.mayEdit} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const STANDING = {
  none: { status: 'open', word: m.requests_state_open },
  held: { status: 'held', word: m.clearing_stand_offered },
  booked: { status: 'booked', word: m.requests_state_booked },
  done: { status: 'done', word: m.requests_state_done },
} as const satisfies Record<GroupStanding, { readonly status: Status; readonly word: () => string }>

/** The day that is agreed, or until when a place is kept. */
function dayOf({ on, standing }: RequestGroupRow): string {
  if (on === null) return m.bookings_no_date()
  return standing === 'held' ? m.requests_due({ day: formatDay(on) }) : formatDay(on, true)
}

type LinkProps = { readonly group: RequestGroupRow; readonly mayAnswer: boolean }

function GroupLink({ group: { bookingId, holdId, number, on }, mayAnswer }: LinkProps) {
  if (bookingId)
    return (
      <Link to={paths.booking(bookingId)} className="link">
        <OfGroup number={number} />
        {on ? m.requests_to_booking() : m.requests_to_date()}
      </Link>
    )
  // A held place is answered by the school alone.
  if (holdId && mayAnswer)
    return (
      <ButtonLink to={paths.hold(holdId)} size="small">
        <OfGroup number={number} />
        {m.requests_to_hold()}
      </ButtonLink>
    )
  return null
}

/** Tells links of the same words apart for who hears them one by one. */
function OfGroup({ number }: Pick<RequestGroupRow, 'number'>) {
  return <span className="sr-only">{m.requests_group_number({ number })} </span>
}

type ListProps = {
  readonly proposals: readonly ProposalRow[]
  /** By itself in the words of the school that asked. */
  readonly title?: string
}

export function ProposalList({ proposals, title = m.requests_asked() }: ListProps) {
  if (proposals.length === 0) return null
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{title}</h2>
      <ul className="card mt-3 divide-y divide-line">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="flex flex-wrap items-start justify-between gap-3 p-4">
            <div className="min-w-0">
              <p>
                <b>{proposal.organisationName}</b>, {proposal.offerTitle}
              </p>
              <p className="text-sm text-ink-soft">{detailOf(proposal)}</p>
              {proposal.answerText ? (
                <p className="text-sm wrap-break-word">“{proposal.answerText}”</p>
              ) : null}
            </div>
            <StatusBadge status={proposalStatus[proposal.state]}>
              {proposalStateWord[proposal.state]()}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}

function detailOf({ state, dueOn, declineReason }: ProposalRow): string {
  if (state === 'sent' || state === 'viewed' || state === 'considering')
    return m.requests_due({ day: formatDay(dueOn) })
  return declineReason ? (declineReasonWord[declineReason]?.() ?? '') : ''
}
