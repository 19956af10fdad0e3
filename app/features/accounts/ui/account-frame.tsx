/** The pages of the own account: one heading, the sections beside each other, the section itself. */
import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export function AccountFrame({ children }: { readonly children: ReactNode }) {
  const sections = [
    { to: paths.account(), name: m.accounts_account_details() },
    { to: paths.accountSecurity(), name: m.security_title() },
    { to: paths.accountSessions(), name: m.security_sessions_title() },
  ]
  return (
    <PageFrame title={m.accounts_account_title()} narrow>
      <nav aria-label={m.security_nav()} className="no-print mb-8 border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map(({ to, name }) => (
            <li key={to}>
              <NavLink to={to} end className="nav-link inline-flex min-h-12 items-center pt-1">
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-10">{children}</div>
    </PageFrame>
  )
}

export function AccountSection({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="not-first:border-t not-first:border-line not-first:pt-7">
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
  )
}
