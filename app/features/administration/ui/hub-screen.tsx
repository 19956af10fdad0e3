/** Where an administrator begins. */
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { AdminNav } from './admin-nav'

export function HubScreen() {
  const items = [
    { to: paths.adminPeople(), name: m.administration_people(), text: m.administration_people_hub() },
    {
      to: paths.adminCompanies(),
      name: m.administration_companies(),
      text: m.administration_companies_hub(),
    },
    {
      to: paths.adminCoordinators(),
      name: m.administration_coordinators(),
      text: m.administration_coordinators_text(),
    },
    {
      to: paths.adminReports(),
      name: m.conversations_reports(),
      text: m.administration_reports_text(),
    },
    { to: paths.adminAudit(), name: m.audit_title(), text: m.administration_audit_text() },
    { to: paths.adminSwitches(), name: m.administration_switches(), text: m.administration_switches_text() },
    {
      to: paths.adminVocabularies(),
      name: m.administration_vocabularies(),
      text: m.administration_vocabularies_hub(),
    },
    { to: paths.adminSynonyms(), name: m.synonyms_nav(), text: m.administration_synonyms_text() },
    { to: paths.adminEngine(), name: m.operations_nav(), text: m.administration_engine_text() },
    { to: paths.adminMail(), name: m.notifications_admin_nav(), text: m.administration_mail_text() },
  ]
  return (
    <>
      <AdminNav />
      <PageFrame title={m.administration_title()} lead={m.administration_lead()}>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {items.map(({ to, name, text }) => (
            <li key={to} className="rounded-md border border-line bg-surface p-4">
              <h2 className="text-lg">
                <Link to={to} className="link inline-flex min-h-11 items-center">
                  {name}
                </Link>
              </h2>
              <p className="text-ink-soft">{text}</p>
            </li>
          ))}
        </ul>
      </PageFrame>
    </>
  )
}
