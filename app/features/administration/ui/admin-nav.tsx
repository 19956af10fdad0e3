/** The pages of an administrator, one line under the header. */
import { NavLink } from '@remix-run/react'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'

export function AdminNav() {
  const items = [
    { to: paths.admin(), name: m.administration_overview() },
    { to: paths.adminPeople(), name: m.administration_people() },
    { to: paths.adminCompanies(), name: m.administration_companies() },
    { to: paths.adminCoordinators(), name: m.administration_coordinators() },
    { to: paths.adminReports(), name: m.conversations_reports() },
    { to: paths.adminAudit(), name: m.audit_title() },
    { to: paths.adminSwitches(), name: m.administration_switches() },
    { to: paths.adminVocabularies(), name: m.administration_vocabularies() },
    { to: paths.adminSynonyms(), name: m.synonyms_nav() },
    { to: paths.adminEngine(), name: m.operations_nav() },
    { to: paths.adminMail(), name: m.notifications_admin_nav() },
  ]
  return (
    <nav aria-label={m.administration_nav()} className="no-print border-b border-line bg-surface">
      <ul className="page flex flex-wrap gap-x-6">
        {items.map(({ to, name }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === paths.admin()}
              className="nav-link inline-flex min-h-12 items-center pt-1"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
