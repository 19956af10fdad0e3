/** Half-done requests: the only writes to `request_draft`. */
import { randomUUID } from 'node:crypto'
import type { NewId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { DRAFTS_MAX } from './domain/draft'
import type { StepName, TypedRequest } from './domain/request-form'

export type RequestDraftStore = ReturnType<typeof makeRequestDraftStore>

export function makeRequestDraftStore(
  tx: Pick<Tx, 'requestDraft' | '$executeRaw'>,
  newId: NewId = randomUUID,
) {
  return {
    /** @returns whose it is; `null` where there is none. */
    async ownerOf(id: string): Promise<UserId | null> {
      const row = await tx.requestDraft.findUnique({ where: { id }, select: { userId: true } })
      return row && (row.userId as UserId)
    },

    /** @param id of the one that it goes on with; `null` begins one. @returns its id. */
    async save(
      id: string | null,
      draft: { readonly userId: UserId; readonly answers: TypedRequest; readonly step: StepName },
      at: Date,
    ): Promise<string> {
      const answers = Object.fromEntries(
        Object.entries(draft.answers).map(([name, list]) => [name, [...list]]),
      )
      const { step, userId } = draft
      if (id !== null) {
        await tx.requestDraft.update({ where: { id }, data: { answers, step, updatedAt: at } })
        return id
      }
      const made = newId()
      await tx.requestDraft.create({
        data: { id: made, userId, answers, step, createdAt: at, updatedAt: at },
      })
      await tx.$executeRaw`
        DELETE FROM request_draft WHERE id IN (SELECT id FROM request_draft WHERE user_id = ${userId}::uuid
          ORDER BY updated_at DESC, id OFFSET ${DRAFTS_MAX})`
      return made
    },

    /** @returns whether that person had it. */
    async remove(id: string, userId: UserId): Promise<boolean> {
      return (await tx.requestDraft.deleteMany({ where: { id, userId } })).count > 0
    },

    /** @returns how many were touched last before that. */
    async forget(before: Date): Promise<number> {
      const { count } = await tx.requestDraft.deleteMany({ where: { updatedAt: { lt: before } } })
      return count
    },
  }
}
