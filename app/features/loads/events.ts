/** What a load tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'

const event =
  (type: string) =>
  (loadId: string): DomainEvent => ({ type, subjectId: loadId, payload: {} })

export const loadStarted = event('LoadStarted')
export const loadUndoAsked = event('LoadUndoAsked')
export const loadDone = event('LoadDone')
