/** Mails of the last days by what became of them, and the accounts that they do not reach. */
import { formatMoment, formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { MailTroublesPage } from '../queries/mail-troubles-page.server'
import { troubleWord } from './words'

export function MailTroublesScreen({ page }: { readonly page: MailTroublesPage }) {
  const { counts, days, troubles } = page
  return (
    <PageFrame title={m.notifications_admin_title()} lead={m.notifications_admin_lead()}>
      <div className="grid gap-10">
        <section aria-labelledby="counts" className="grid gap-4">
          <h2 id="counts">{m.notifications_admin_counts({ count: days })}</h2>
          <FactTable
            facts={[
              { label: m.notifications_admin_sent(), value: formatNumber(counts.sent) },
              { label: m.notifications_admin_failed(), value: formatNumber(counts.failed) },
              { label: m.notifications_admin_bounced(), value: formatNumber(counts.bounced) },
              { label: m.notifications_admin_cut_off(), value: formatNumber(counts.cutOff) },
              { label: m.notifications_admin_postponed(), value: formatNumber(counts.postponed) },
            ]}
          />
        </section>
        <section aria-labelledby="troubles" className="grid gap-4">
          <h2 id="troubles">{m.notifications_admin_troubles({ count: formatNumber(counts.addresses) })}</h2>
          {troubles.length === 0 ? (
            <EmptyState title={m.notifications_admin_none()}>
              <p>{m.notifications_admin_none_text()}</p>
            </EmptyState>
          ) : (
            <ul aria-labelledby="troubles" className="border-t border-line">
              {troubles.map((trouble) => (
                <li key={`${trouble.since} ${trouble.name}`} className="border-b border-line py-3">
                  <p className="font-[650]">
                    {trouble.name === null
                      ? m.notifications_admin_unknown()
                      : `${trouble.name} (@${trouble.domain})`}
                  </p>
                  <p>{troubleWord(trouble.cause)}</p>
                  <p className="text-sm text-ink-soft">
                    {m.notifications_admin_since({
                      count: trouble.mails,
                      since: formatMoment(new Date(trouble.since)),
                      last: formatMoment(new Date(trouble.lastAt)),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </PageFrame>
  )
}
