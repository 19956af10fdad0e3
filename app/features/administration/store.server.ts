/** What administrators write: blocks, coordinators, switches, and looking through somebody's eyes. */
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { SwitchKey } from './domain/switches'

export type AdministrationStore = ReturnType<typeof makeAdministrationStore>

export function makeAdministrationStore(tx: Tx) {
  return {
    /** Holds the account until the transaction ends. @returns `null` when there is none, or it was erased. */
    async lock(id: string): Promise<{
      readonly id: string
      readonly isAdministrator: boolean
      readonly isBlocked: boolean
    } | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<{ id: string; isAdministrator: boolean; isBlocked: boolean }[]>`
        SELECT id, is_administrator AS "isAdministrator", blocked_at IS NOT NULL AS "isBlocked" FROM app_user
        WHERE id = ${id}::uuid AND erased_at IS NULL FOR UPDATE`
      return row ?? null
    },

    /** @returns the account with this address that can work here, `null` when there is none. */
    async idOfEmail(email: string): Promise<string | null> {
      const row = await tx.user.findFirst({
        where: { email, erasedAt: null, blockedAt: null, emailVerifiedAt: { not: null } },
        select: { id: true },
      })
      return row?.id ?? null
    },

    /** @param reason `null`: no longer. */
    async setBlocked(id: string, reason: string | null, now: Date): Promise<void> {
      const data = { blockedAt: reason === null ? null : now, blockedReason: reason }
      await tx.user.updateMany({ where: { id }, data })
    },

    /** @returns how many. */
    async endSessions(userId: string): Promise<number> {
      return (await tx.session.deleteMany({ where: { userId } })).count
    },

    async hasRegion(id: string): Promise<boolean> {
      return (await tx.region.count({ where: { id } })) > 0
    },

    /** @returns whether that is new. */
    async appoint(userId: string, regionId: string): Promise<boolean> {
      const made = await tx.coordinatorRegion.createMany({
        data: [{ userId, regionId }],
        skipDuplicates: true,
      })
      return made.count > 0
    },

    /** @returns whether it was so. */
    async dismiss(userId: string, regionId: string): Promise<boolean> {
      return (await tx.coordinatorRegion.deleteMany({ where: { userId, regionId } })).count > 0
    },

    async setSwitch(key: SwitchKey, isOn: boolean, now: Date): Promise<void> {
      const facts = { isOn, setAt: now }
      await tx.featureSwitch.upsert({ where: { key }, create: { key, ...facts }, update: facts })
    },

    async beginLooking(look: {
      readonly sessionId: string
      readonly userId: string
      readonly reason: string
      readonly begunAt: Date
      readonly endsAt: Date
    }): Promise<void> {
      const { sessionId, ...facts } = look
      await tx.impersonation.upsert({ where: { sessionId }, create: look, update: facts })
    },

    /** @returns at whom it was, `null` when nobody was looked at. */
    async endLooking(sessionId: string): Promise<string | null> {
      const [row] = await tx.$queryRaw<{ userId: string }[]>`
        DELETE FROM impersonation WHERE session_id = ${sessionId} RETURNING user_id AS "userId"`
      return row?.userId ?? null
    },
  }
}
