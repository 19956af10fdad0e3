/** Companies and organisations, by name. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { TextField } from '~/components/field'
import { formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { Companies } from '../queries/lists.server'
import { AdminNav } from './admin-nav'

const STATES = {
  pending: m.administration_pending,
  verified: m.administration_verified,
  refused: m.administration_refused,
} as const

export function CompaniesScreen({ page: { q, page, pages, total, rows } }: { readonly page: Companies }) {
  return (
    <>
      <AdminNav />
      <PageFrame
        title={m.administration_companies()}
        lead={m.administration_companies_text({ total: formatNumber(total) })}
      >
        <div className="grid gap-6">
          <Form method="get" className="flex flex-wrap items-end gap-4">
            <TextField
              field={{ id: 'q', name: 'q', initialValue: q }}
              type="search"
              label={m.administration_company_name()}
              width="w-72 max-w-full"
            />
            <Button look="second">{m.administration_search()}</Button>
          </Form>
          {rows.length === 0 ? (
            <EmptyState title={m.administration_found_none()}>
              <p>{m.administration_found_none_text()}</p>
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line rounded-md border border-line bg-surface">
              {rows.map((row) => (
                <li
                  key={row.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 p-4"
                >
                  <p className="min-w-0 wrap-anywhere">
                    <Link to={paths.organisation(row.slug)} className="link font-[650]">
                      {row.name}
                    </Link>{' '}
                    {row.placeName} · {STATES[row.verification]()}
                  </p>
                  <p className="text-sm text-ink-soft">
                    {m.administration_company_counts({
                      people: formatNumber(row.people),
                      offers: formatNumber(row.offers),
                    })}{' '}
                    <Link
                      to={paths.adminAudit({ about: row.id })}
                      className="link"
                      aria-label={`${m.audit_title()}: ${row.name}`}
                    >
                      {m.audit_title()}
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          )}
          <Pagination page={page} pages={pages} to={(to) => paths.adminCompanies({ q, page: String(to) })} />
        </div>
      </PageFrame>
    </>
  )
}
