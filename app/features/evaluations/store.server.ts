/** Evaluations: the only writes to `evaluation`. Whoever writes one has locked the request of its booking before. */
import type { EvaluationFit } from '~/generated/prisma/enums'
import { calendarDateOf } from '~/kernel/calendar'
import type { Tx } from '~/platform/db/client.server'
import type { Evaluation, EvaluationAnswers, EvaluationSide } from './domain/evaluation'

export type EvaluationStore = ReturnType<typeof makeEvaluationStore>

export function makeEvaluationStore(tx: Tx) {
  return {
    /** @returns at most two, one per side. */
    async ofBooking(bookingId: string): Promise<readonly Evaluation[]> {
      const rows = await tx.evaluation.findMany({
        where: { bookingId },
        select: {
          party: true,
          rating: true,
          again: true,
          goal: true,
          fit: true,
          text: true,
          createdAt: true,
        },
      })
      return rows.map(({ party, createdAt, fit, ...answers }) => ({
        ...answers,
        fit: fit && FIT_OF[fit],
        side: party,
        on: calendarDateOf(createdAt),
      }))
    },

    /** The first time or anew; when it was first given stays. */
    async save(
      bookingId: string,
      side: EvaluationSide,
      { fit, ...answers }: EvaluationAnswers,
      by: { readonly userId: string | null; readonly at: Date },
    ): Promise<void> {
      const data = { ...answers, fit: fit && FIT_COLUMN[fit], byUserId: by.userId, updatedAt: by.at }
      await tx.evaluation.upsert({
        where: { bookingId_party: { bookingId, party: side } },
        create: { ...data, bookingId, party: side, createdAt: by.at },
        update: data,
        select: { bookingId: true },
      })
    },
  }
}

const FIT_COLUMN = {
  'too-easy': 'too_easy',
  right: 'right',
  'too-hard': 'too_hard',
} as const satisfies Record<NonNullable<EvaluationAnswers['fit']>, EvaluationFit>

const FIT_OF = {
  too_easy: 'too-easy',
  right: 'right',
  too_hard: 'too-hard',
} as const satisfies Record<EvaluationFit, NonNullable<EvaluationAnswers['fit']>>
