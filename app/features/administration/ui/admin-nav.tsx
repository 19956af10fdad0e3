/** The pages of an administrator, one line under the header. */
import { paths } from '~/components/paths'
import { SectionNav } from '~/components/section-nav'
import * as m from '~/paraglide/messages'

export function AdminNav() {
  const pages = [
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
  return <SectionNav label={m.administration_nav()} pages={pages} />
}
