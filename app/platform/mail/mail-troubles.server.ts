/**
 * Addresses to which mails do not arrive, kept as a hash: what tells their owner, and an administrator how many there are.
 * One that a mail came back from stays until its owner says that it works again; what the server said itself is over when
 * it takes a mail.
 */
import { createHash } from 'node:crypto'
import type { Tx } from '~/platform/db/client.server'

/** The server said no to the address; said no to each try; took the mail, and it came back. */
export type TroubleCause = 'refused' | 'unreachable' | 'bounced'

export type MailTroubles = ReturnType<typeof makeMailTroubles>

/** Capitals do not make another address. */
const addressHash = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('hex')

export function makeMailTroubles(tx: Pick<Tx, 'mailTrouble' | 'mailLog'>) {
  const failed = async (address: string, cause: TroubleCause, now: Date): Promise<void> => {
    const hash = addressHash(address)
    await tx.mailTrouble.upsert({
      where: { addressHash: hash },
      create: { addressHash: hash, cause, since: now, lastAt: now },
      update: { cause, lastAt: now, mails: { increment: 1 } },
    })
  }
  return {
    failed,

    async arrived(address: string): Promise<void> {
      await tx.mailTrouble.deleteMany({
        where: { addressHash: addressHash(address), cause: { not: 'bounced' } },
      })
    },

    /** Its owner says that mails arrive again. */
    async forget(address: string): Promise<void> {
      await tx.mailTrouble.deleteMany({ where: { addressHash: addressHash(address) } })
    },

    /**
     * A mail of ours came back. The same one coming back twice counts once.
     * @param messageId with or without its brackets.
     * @returns whether it was one of ours that had not come back before.
     */
    async bounced(messageId: string, now: Date): Promise<boolean> {
      const [mail] = await tx.mailLog.updateManyAndReturn({
        where: { messageId: messageId.trim().replace(/^<|>$/g, ''), bouncedAt: null },
        data: { bouncedAt: now },
        select: { recipient: true },
      })
      if (!mail) return false
      await failed(mail.recipient, 'bounced', now)
      return true
    },
  }
}
