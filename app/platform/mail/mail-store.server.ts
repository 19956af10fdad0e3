/**
 * The log of mails: a row per reason, written before anything is sent. What a row says: `pending` with no attempt: waits;
 * `pending` with attempts: on its way, or cut off there; `failed`: surely not delivered, may be tried again; `sent`.
 */
import type { Db } from '~/platform/db/client.server'
import { makeMailTroubles, type TroubleCause } from './mail-troubles.server'

export type MailStore = ReturnType<typeof makeMailStore>

export type LoggedMail = {
  readonly reason: string
  readonly template: string
  readonly locale: string
  readonly recipient: string
  readonly messageId: string
}

export function makeMailStore(db: Pick<Db, 'mailLog' | 'mailTrouble'>) {
  const troubles = makeMailTroubles(db)
  return {
    /** Keeps the reason; a second time it changes nothing. */
    async keep(mail: LoggedMail, now: Date): Promise<void> {
      await db.mailLog.createMany({ data: [{ ...mail, createdAt: now }], skipDuplicates: true })
    },

    /**
     * Takes the mail for sending. Of several at once one gets it.
     * @returns which try this is, from 1; `null` when it was sent, is being sent, or was cut off while it was.
     */
    async claim(reason: string): Promise<number | null> {
      const [row] = await db.mailLog.updateManyAndReturn({
        where: { reason, OR: [{ state: 'pending', attempts: 0 }, { state: 'failed' }] },
        data: { state: 'pending', attempts: { increment: 1 }, error: null },
        select: { attempts: true },
      })
      return row?.attempts ?? null
    },

    /** What was in the way of the address is over, unless a mail came back from it. */
    async markSent(reason: string, to: string, now: Date): Promise<void> {
      await db.mailLog.updateMany({ where: { reason }, data: { state: 'sent', sentAt: now, error: null } })
      await troubles.arrived(to)
    },

    /** The server does not take mails to this address. */
    async markAddress(to: string, cause: TroubleCause, now: Date): Promise<void> {
      await troubles.failed(to, cause, now)
    },

    /** @param retry whether it surely did not arrive; else it stays as it is for a person to look at. */
    async markFailed(reason: string, error: string, retry: boolean): Promise<void> {
      await db.mailLog.updateMany({
        where: { reason },
        data: { error: error.slice(0, 500), ...(retry ? { state: 'failed' as const } : {}) },
      })
    },
  }
}
