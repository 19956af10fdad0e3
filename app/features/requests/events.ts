/** What the desk tells the other slices. Payloads hold ids only: the mail that follows loads what it says. */
import type { DomainEvent } from '~/kernel/events'
import type { RequestId } from './domain/ids'

export const requestPosted = (id: RequestId): DomainEvent => ({
  type: 'RequestPosted',
  subjectId: id,
  payload: {},
})
export const requestChanged = (id: RequestId): DomainEvent => ({
  type: 'RequestChanged',
  subjectId: id,
  payload: {},
})
export const requestWaits = (id: RequestId): DomainEvent => ({
  type: 'RequestWaits',
  subjectId: id,
  payload: {},
})
/** Its school is asked, for the first or the second time in a row. */
export const stillWantedAsked = (id: RequestId, asked: 1 | 2): DomainEvent => ({
  type: 'StillWantedAsked',
  subjectId: id,
  payload: { asked: String(asked) },
})
export const requestExpired = (id: RequestId): DomainEvent => ({
  type: 'RequestExpired',
  subjectId: id,
  payload: {},
})
export const requestWithdrawn = (id: RequestId): DomainEvent => ({
  type: 'RequestWithdrawn',
  subjectId: id,
  payload: {},
})
