/** What an organisation tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'

const event =
  (type: string) =>
  (id: OrganisationId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const organisationCreated = event('OrganisationCreated')
export const organisationChanged = event('OrganisationChanged')
/** It was refused, and its people mended what was wrong. */
export const organisationAskedAgain = event('OrganisationAskedAgain')
export const organisationVerified = event('OrganisationVerified')
export const organisationRefused = event('OrganisationRefused')
