/** Erased accounts: what the database does with one (erase_account), and the last mail. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type ErasureStore = ReturnType<typeof makeErasureStore>

export type Leaving = {
  readonly email: string
  readonly isAdministrator: boolean
  readonly branchIds: readonly string[]
  /** Those that go on: a company that was stopped needs no owner. */
  readonly organisationIds: readonly string[]
}

export function makeErasureStore(tx: Tx) {
  return {
    /** Holds the account until the transaction ends. @returns `null` when it is gone. */
    async lock(userId: UserId): Promise<Leaving | null> {
      const [row] = await tx.$queryRaw<Leaving[]>`
        SELECT u.email::text, u.is_administrator AS "isAdministrator",
          ARRAY(SELECT branch_id FROM school_membership WHERE user_id = u.id
            UNION SELECT branch_id FROM school_join_request WHERE user_id = u.id) AS "branchIds",
          ARRAY(SELECT s.organisation_id::text FROM organisation_membership s
            JOIN organisation g ON g.id = s.organisation_id AND g.stopped_at IS NULL
            WHERE s.user_id = u.id) AS "organisationIds"
        FROM app_user u WHERE u.id = ${userId}::uuid AND u.erased_at IS NULL FOR UPDATE`
      return row ?? null
    },

    /** What goes with an account goes; all else points at a nameless row from now on. */
    async erase(userId: UserId, now: Date): Promise<void> {
      await tx.$executeRaw`SELECT erase_account(${userId}::uuid, ${now})`
      await tx.$executeRaw`DELETE FROM request_draft WHERE user_id = ${userId}::uuid`
    },

    /** The last mail is sent: its address is kept no longer, in the log of mails neither. */
    async forgetAddress(userId: string): Promise<void> {
      await tx.$executeRaw`DELETE FROM mail_log m USING app_user u
        WHERE u.id = ${userId}::uuid AND m.recipient = u.farewell_email::text`
      await tx.$executeRaw`DELETE FROM mail_trouble t USING app_user u WHERE u.id = ${userId}::uuid
        AND t.address_hash = encode(sha256(convert_to(lower(u.farewell_email::text), 'UTF8')), 'hex')`
      await tx.user.updateMany({ where: { id: userId }, data: { farewellEmail: null } })
    },
  }
}
