/** Passkeys of accounts. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type PasskeyStore = ReturnType<typeof makePasskeyStore>

type Passkey = {
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export function makePasskeyStore(tx: Tx) {
  return {
    async idsOf(userId: UserId): Promise<readonly string[]> {
      const rows = await tx.passkey.findMany({ where: { userId }, select: { credentialId: true } })
      return rows.map(({ credentialId }) => credentialId)
    },

    /** @returns false for one that is known already, whoever has it. */
    async add(userId: UserId, { transports, ...passkey }: Passkey & { readonly name: string }, now: Date) {
      const { count } = await tx.passkey.createMany({
        data: [{ userId, ...passkey, transports: [...transports], createdAt: now }],
        skipDuplicates: true,
      })
      return count === 1
    },

    /** @returns whether it was there: somebody else's is not. */
    async remove(userId: UserId, id: string): Promise<boolean> {
      const { count } = await tx.passkey.deleteMany({ where: { id, userId } })
      return count === 1
    },

    async ofCredential(
      credentialId: string,
    ): Promise<{ readonly userId: UserId; readonly passkey: Passkey } | null> {
      const row = await tx.passkey.findUnique({ where: { credentialId } })
      if (!row) return null
      const { userId, publicKey, counter, transports } = row
      return {
        userId: userId as UserId,
        passkey: { credentialId, publicKey, counter: Number(counter), transports },
      }
    },

    async used(credentialId: string, counter: number, now: Date): Promise<void> {
      await tx.passkey.updateMany({ where: { credentialId }, data: { counter, usedAt: now } })
    },

    /** Made since then: by whoever took the account over. */
    async removeSince(userId: UserId, since: Date): Promise<void> {
      await tx.passkey.deleteMany({ where: { userId, createdAt: { gte: since } } })
    },
  }
}
