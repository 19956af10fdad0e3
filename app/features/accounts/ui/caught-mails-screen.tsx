/** The mails that did not leave the house, newest first. */
import { Link } from '@remix-run/react'
import { formatMoment } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export type CaughtMailRow = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly date: string | null
}

export function CaughtMailsScreen({ mails }: { readonly mails: readonly CaughtMailRow[] }) {
  return (
    <PageFrame title={m.accounts_mails_title()} lead={m.accounts_mails_lead()}>
      {mails.length === 0 ? (
        <EmptyState title={m.accounts_mails_none()}>
          <p>{m.accounts_mails_none_text()}</p>
        </EmptyState>
      ) : (
        <ul
          aria-label={m.accounts_mails_list()}
          className="max-w-[48rem] divide-y divide-line rounded-md border border-line bg-surface"
        >
          {mails.map(({ id, to, subject, date }) => (
            <li key={id} className="px-4 py-3">
              <Link to={paths.devMail(id)} className="link font-[650]">
                {subject}
              </Link>
              <p className="text-sm break-words text-ink-soft">
                {m.accounts_mails_to({ address: to })}
                {date ? ` · ${formatMoment(new Date(date))}` : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  )
}
