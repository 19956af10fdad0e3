/** What an organisation tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { OrganisationId, UserId } from '~/kernel/ids'

const event =
  (type: string) =>
  (id: OrganisationId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const organisationCreated = event('OrganisationCreated')
export const organisationChanged = event('OrganisationChanged')
/** It was refused, and its people mended what was wrong. */
export const organisationAskedAgain = event('OrganisationAskedAgain')
export const organisationVerified = event('OrganisationVerified')
export const organisationRefused = event('OrganisationRefused')

const ofColleague =
  (type: string) =>
  (id: OrganisationId, userId: UserId): DomainEvent => ({ type, subjectId: id, payload: { userId } })

/** The subject is the invitation. */
export const colleagueInvited = (id: string): DomainEvent => ({
  type: 'ColleagueInvited',
  subjectId: id,
  payload: {},
})
export const colleagueJoined = ofColleague('ColleagueJoined')
/** By an owner; not by the person. */
export const colleagueRemoved = ofColleague('ColleagueRemoved')
export const colleagueLeft = ofColleague('ColleagueLeft')
/** A mail that comes late tells the role of that moment. */
export const colleagueRoleChanged = ofColleague('ColleagueRoleChanged')
