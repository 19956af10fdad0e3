/** Evaluations: the only writes to `evaluation`. Whoever writes one has locked the request of its booking before. */
import type { OrganisationRole } from '~/authorisation/actor'
import type { EvaluationFit } from '~/generated/prisma/enums'
import { calendarDateOf } from '~/kernel/calendar'
import { type BranchId, isUuid, type OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Evaluation, EvaluationAnswers, EvaluationSide } from './domain/evaluation'

export type EvaluationStore = ReturnType<typeof makeEvaluationStore>

export type HolderPlace = {
  readonly branchId: BranchId | null
  readonly organisationId: OrganisationId | null
  /** At the organisation. */
  readonly role: OrganisationRole
}

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

    /** Where somebody belongs to that side of the booking now; `null`: not any more, or only to read. */
    async holderAt(bookingId: string, userId: string, side: EvaluationSide): Promise<HolderPlace | null> {
      if (!isUuid(bookingId) || !isUuid(userId)) return null
      const [row] = await tx.$queryRaw<HolderPlace[]>`
        SELECT w.branch_id AS "branchId", n.organisation_id AS "organisationId", coalesce(n.role::text, 'owner') AS role
        FROM booking k
        JOIN place_claim c ON c.id = k.claim_id
        JOIN capacity_slot s ON s.id = c.slot_id
        JOIN offer o ON o.id = s.offer_id
        JOIN request_group g ON g.id = c.group_id
        JOIN support_request r ON r.id = g.request_id
        LEFT JOIN school_membership w ON w.branch_id = r.branch_id AND w.user_id = ${userId}::uuid
          AND ${side} = 'school'
        LEFT JOIN organisation_membership n ON n.organisation_id = o.organisation_id AND n.user_id = ${userId}::uuid
          AND n.role <> 'viewer' AND ${side} = 'company'
        WHERE k.id = ${bookingId}::uuid AND (w.user_id IS NOT NULL OR n.user_id IS NOT NULL)`
      return row ?? null
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
