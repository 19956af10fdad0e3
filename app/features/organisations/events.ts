/** What an organisation tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'

const event =
  (type: string) =>
  (id: OrganisationId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const organisationCreated = event('OrganisationCreated')
export const organisationChanged = event('OrganisationChanged')
export const organisationVerified = event('OrganisationVerified')
export const organisationRefused = event('OrganisationRefused')
