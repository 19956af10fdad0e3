/** One side said what it thought. The payload says which: never what, never who. */
import type { DomainEvent } from '~/kernel/events'
import type { EvaluationSide } from './domain/evaluation'

export const bookingEvaluated = (bookingId: string, by: EvaluationSide): DomainEvent => ({
  type: 'BookingEvaluated',
  subjectId: bookingId,
  payload: { by },
})
