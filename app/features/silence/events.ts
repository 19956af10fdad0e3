/** What a silent company and its coordinators hear. The subject is the organisation. */
import type { DomainEvent } from '~/kernel/events'

const said =
  (type: string) =>
  (organisationId: string): DomainEvent => ({ type, subjectId: organisationId, payload: {} })

/** It answers no school, and is told what follows. */
export const companyIsSilent = said('CompanyIsSilent')
/** Its offers have left the sight of schools. */
export const companyHidden = said('CompanyHidden')
