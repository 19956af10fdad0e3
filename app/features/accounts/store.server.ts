/** Accounts and their sessions: the only writes to `app_user`, and the sessions that end with a change of it. */

import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Account, MailLanguage } from './domain/account'

export type AccountStore = ReturnType<typeof makeAccountStore>

const COLUMNS = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  emailVerifiedAt: true,
  createdAt: true,
} as const

type Row = Omit<Account, 'id'> & { readonly id: string }
const toAccount = (row: Row | null): Account | null => row && { ...row, id: row.id as UserId }

export type NewAccount = {
  readonly name: string
  readonly email: string
  /** `null`: comes in another way. */
  readonly passwordHash: string | null
  readonly locale: MailLanguage
}

export function makeAccountStore(tx: Tx) {
  return {
    /** The address is compared without capitals. */
    async ofEmail(email: string): Promise<Account | null> {
      return toAccount(await tx.user.findUnique({ where: { email }, select: COLUMNS }))
    },

    async ofId(id: string): Promise<Account | null> {
      return toAccount(await tx.user.findUnique({ where: { id }, select: COLUMNS }))
    },

    async isBlocked(id: string): Promise<boolean> {
      return (await tx.user.count({ where: { id, blockedAt: { not: null } } })) > 0
    },

    /** @returns the id, `null` when the address has an account: of several at once one is made. */
    async create(account: NewAccount, now: Date): Promise<UserId | null> {
      const [row] = await tx.user.createManyAndReturn({
        data: [{ ...account, createdAt: now }],
        skipDuplicates: true,
        select: { id: true },
      })
      return (row?.id as UserId | undefined) ?? null
    },

    /** @param email the address that the confirmation is for. @returns whether it was still to be confirmed. */
    async confirmEmail(id: string, email: string, now: Date): Promise<boolean> {
      const { count } = await tx.user.updateMany({
        where: { id, email, emailVerifiedAt: null },
        data: { emailVerifiedAt: now },
      })
      return count === 1
    },

    /** @param passwordHash `null`: nobody can sign in with a password until one is chosen. */
    async setPassword(id: string, passwordHash: string | null): Promise<void> {
      await tx.user.updateMany({ where: { id }, data: { passwordHash } })
    },

    /**
     * The new address counts as confirmed. @param from the address it must still have; `null`: whichever it has.
     * @returns false when it has another by now, or another account has the new one.
     */
    async changeEmail(id: string, from: string | null, to: string, now: Date): Promise<boolean> {
      if ((await tx.user.count({ where: { email: to, id: { not: id } } })) > 0) return false
      const { count } = await tx.user.updateMany({
        where: { id, ...(from !== null && { email: from }) },
        data: { email: to, emailVerifiedAt: now },
      })
      return count === 1
    },

    async setDetails(
      id: string,
      details: { readonly name: string; readonly locale: MailLanguage },
    ): Promise<void> {
      await tx.user.updateMany({ where: { id }, data: details })
    },

    /** @param keep id of the row of the session that goes on. @returns how many ended. */
    async endSessions(userId: string, keep: string | null): Promise<number> {
      const { count } = await tx.session.deleteMany({
        where: { userId, ...(keep === null ? {} : { id: { not: keep } }) },
      })
      return count
    },
  }
}
