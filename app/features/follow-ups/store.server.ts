/** Follow-ups and notes: the only writes to `request_follow_up` and `request_note`. */
import type { RegionId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import type { FollowUp } from './domain/follow-up'

export type FollowUpStore = ReturnType<typeof makeFollowUpStore>

export function makeFollowUpStore(tx: Tx) {
  return {
    /** Locks the request, so that two coordinators plan one after the other. @returns `null` for what does not exist. */
    async lock(requestId: string): Promise<{ readonly regionIds: readonly RegionId[] } | null> {
      if (!isUuid(requestId)) return null
      const [row] = await tx.$queryRaw<{ regionIds: RegionId[] }[]>`
        SELECT ARRAY(SELECT m.region_id FROM region_municipality m JOIN school_branch b USING (municipality_code)
          WHERE b.id = r.branch_id AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now()))
          AS "regionIds"
        FROM support_request r WHERE r.id = ${requestId}::uuid FOR UPDATE`
      return row ?? null
    },

    /** @returns whether somebody coordinates one of the regions. */
    async isCoordinator(userId: string, regionIds: readonly RegionId[]): Promise<boolean> {
      return (await tx.coordinatorRegion.count({ where: { userId, regionId: { in: [...regionIds] } } })) > 0
    },

    async plan(requestId: string, plan: FollowUp, byId: string | null, at: Date): Promise<void> {
      if (plan.ownerId === null && plan.dueOn === null) {
        await tx.requestFollowUp.deleteMany({ where: { requestId } })
        return
      }
      const data = {
        ownerId: plan.ownerId,
        dueOn: plan.dueOn === null ? null : asDate(plan.dueOn),
        updatedById: byId,
        updatedAt: at,
      }
      await tx.requestFollowUp.upsert({ where: { requestId }, create: { requestId, ...data }, update: data })
    },

    /** A note with this id that is there already stays as it is. */
    async write(note: {
      readonly id: string
      readonly requestId: string
      readonly authorId: string | null
      readonly text: string
      readonly at: Date
    }): Promise<void> {
      const { at, ...data } = note
      await tx.requestNote.createMany({ data: [{ ...data, createdAt: at }], skipDuplicates: true })
    },

    /** @returns whether there was such a note of this author. */
    async erase(requestId: string, noteId: string, authorId: string | null): Promise<boolean> {
      const { count } = await tx.requestNote.deleteMany({ where: { id: noteId, requestId, authorId } })
      return count > 0
    },
  }
}
