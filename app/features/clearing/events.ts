/** What happens to waiting schools. Payloads hold ids only. */
import type { DomainEvent } from '~/kernel/events'
import type { HoldId, RoundId } from './domain/hold'

const about =
  (type: string) =>
  (id: HoldId): DomainEvent => ({ type, subjectId: id, payload: {} })

export const holdOffered = about('HoldOffered')
/** Its last day to answer is the next school day: once per hold. */
export const holdExpiresSoon = about('HoldExpiresSoon')
export const holdAccepted = about('HoldAccepted')
/** Refused, expired or withdrawn: the place goes to the next. */
export const holdUnused = about('HoldUnused')
export const roundPublished = (id: RoundId): DomainEvent => ({
  type: 'RoundPublished',
  subjectId: id,
  payload: {},
})
