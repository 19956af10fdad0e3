/** What an administrator decides about people and the program. The subject is the person, or the name of the switch. */
import type { DomainEvent } from '~/kernel/events'

const about =
  (type: string) =>
  (subjectId: string, payload: DomainEvent['payload'] = {}): DomainEvent => ({ type, subjectId, payload })

export const accountBlocked = about('AccountBlocked')
export const accountUnblocked = about('AccountUnblocked')
export const sessionsEnded = about('SessionsEnded')
export const coordinatorAppointed = about('CoordinatorAppointed')
export const coordinatorEnded = about('CoordinatorEnded')
export const impersonationBegun = about('ImpersonationBegun')
export const impersonationEnded = about('ImpersonationEnded')
export const switchSet = about('SwitchSet')
