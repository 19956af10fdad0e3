/** How many wait, and how the company answers: from its own figures of twelve months. */
import { formatNumber } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Inbox } from '../queries/inbox.server'

export function InboxHead({ inbox, level }: { readonly inbox: Inbox; readonly level: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <header className="mb-4">
      <Heading className={level === 1 ? 'text-[1.75rem]' : 'text-2xl'}>
        {inbox.open === 0 ? m.proposals_head_none() : m.proposals_head({ count: inbox.open })}
      </Heading>
      <p className="mt-1 text-ink-soft">{responsivenessWord(inbox.responsiveness)}</p>
    </header>
  )
}

function responsivenessWord({ asked, answered, medianDays }: Inbox['responsiveness']): string {
  if (asked === 0) return m.proposals_responsiveness_new()
  const share = m.proposals_responsiveness({ answered, asked, share: Math.round((100 * answered) / asked) })
  if (medianDays === null) return share
  const days = Math.max(1, Math.round(medianDays))
  return `${share} ${m.proposals_responsiveness_days({ count: days, shown: formatNumber(days) })}`
}
