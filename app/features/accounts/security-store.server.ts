/** The second step of an account: the secret of its app, its recovery codes. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type SecurityStore = ReturnType<typeof makeSecurityStore>

export type KeptSecret = {
  readonly sealed: string
  readonly keyId: string
  /** `null`: no code of it has been shown yet, so it is asked of nobody. */
  readonly confirmedAt: Date | null
}

export function makeSecurityStore(tx: Tx) {
  return {
    async secretOf(userId: string): Promise<KeptSecret | null> {
      return tx.totpSecret.findUnique({
        where: { userId },
        select: { sealed: true, keyId: true, confirmedAt: true },
      })
    },

    async hasTwoStep(userId: string): Promise<boolean> {
      return (await tx.totpSecret.count({ where: { userId, confirmedAt: { not: null } } })) > 0
    },

    /** Whether it was turned on since then: by whoever took the account over. */
    async isTwoStepSince(userId: UserId, since: Date): Promise<boolean> {
      return (await tx.totpSecret.count({ where: { userId, confirmedAt: { gte: since } } })) > 0
    },

    /** A secret that is confirmed stays; of two at once the first stays. */
    async keepSecret(userId: UserId, secret: Omit<KeptSecret, 'confirmedAt'>): Promise<void> {
      await tx.totpSecret.createMany({ data: [{ userId, ...secret }], skipDuplicates: true })
    },

    async resealSecret(userId: UserId, secret: Omit<KeptSecret, 'confirmedAt'>): Promise<void> {
      await tx.totpSecret.updateMany({ where: { userId }, data: secret })
    },

    /** From now on it is asked. @returns whether it was still to be confirmed. */
    async confirmSecret(userId: UserId, step: number, now: Date): Promise<boolean> {
      const { count } = await tx.totpSecret.updateMany({
        where: { userId, confirmedAt: null },
        data: { confirmedAt: now, lastStep: step },
      })
      return count === 1
    },

    /** @returns false when a code of this half minute, or a later one, was taken before. */
    async takeStep(userId: UserId, step: number): Promise<boolean> {
      const { count } = await tx.totpSecret.updateMany({
        where: { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
        data: { lastStep: step },
      })
      return count === 1
    },

    async dropTwoStep(userId: UserId): Promise<void> {
      await tx.totpSecret.deleteMany({ where: { userId } })
      await tx.recoveryCode.deleteMany({ where: { userId } })
    },

    /** The former ones open nothing any more. */
    async replaceRecoveryCodes(userId: UserId, hashes: readonly string[]): Promise<void> {
      await tx.recoveryCode.deleteMany({ where: { userId } })
      await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) })
    },

    /** Of several at once one uses it. */
    async useRecoveryCode(userId: UserId, codeHash: string, now: Date): Promise<boolean> {
      const { count } = await tx.recoveryCode.updateMany({
        where: { userId, codeHash, usedAt: null },
        data: { usedAt: now },
      })
      return count === 1
    },

    /** @returns when the account was signed in to before, `null`: never. */
    async noteSignIn(userId: UserId, now: Date): Promise<Date | null> {
      const before = await tx.user.findUnique({ where: { id: userId }, select: { lastSignInAt: true } })
      await tx.user.updateMany({ where: { id: userId }, data: { lastSignInAt: now } })
      return before?.lastSignInAt ?? null
    },

    /** @returns whether it was there: somebody else's is not. */
    async endSession(userId: UserId, session: string): Promise<boolean> {
      const { count } = await tx.session.deleteMany({ where: { id: session, userId } })
      return count === 1
    },
  }
}
