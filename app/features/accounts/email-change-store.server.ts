/** Wishes for another e-mail address. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type EmailChangeStore = ReturnType<typeof makeEmailChangeStore>

export type EmailChange = {
  readonly id: string
  readonly userId: UserId
  readonly oldEmail: string
  readonly newEmail: string
  readonly askedAt: Date
}

const COLUMNS = { id: true, userId: true, oldEmail: true, newEmail: true, askedAt: true } as const

export function makeEmailChangeStore(tx: Tx) {
  return {
    async ask(
      userId: UserId,
      addresses: Pick<EmailChange, 'oldEmail' | 'newEmail'>,
      now: Date,
    ): Promise<string> {
      const { id } = await tx.emailChange.create({
        data: { userId, ...addresses, askedAt: now },
        select: { id: true },
      })
      return id
    },

    /** @returns `null` when it was confirmed before. */
    async confirm(id: string, now: Date): Promise<EmailChange | null> {
      const [row] = await tx.emailChange.updateManyAndReturn({
        where: { id, confirmedAt: null },
        data: { confirmedAt: now },
        select: COLUMNS,
      })
      return (row as EmailChange | undefined) ?? null
    },

    /** @returns `null` when it never came to be, or was undone before. */
    async undo(id: string, now: Date): Promise<EmailChange | null> {
      const [row] = await tx.emailChange.updateManyAndReturn({
        where: { id, confirmedAt: { not: null }, undoneAt: null },
        data: { undoneAt: now },
        select: COLUMNS,
      })
      return (row as EmailChange | undefined) ?? null
    },
  }
}
