/** What people reported of conversations, and what an administrator did with it. */
import type { Tx } from '~/platform/db/client.server'
import type { Side } from './domain/conversation'
import type { AbuseReason } from './domain/report'

export type ReportStore = ReturnType<typeof makeReportStore>

export type NewReport = {
  readonly id: string
  readonly conversationId: string
  readonly reporterId: string
  readonly side: Side
  readonly reason: AbuseReason
  readonly text: string | null
}

export function makeReportStore(tx: Tx) {
  return {
    /** @returns false when it was sent before. */
    async add(report: NewReport, at: Date): Promise<boolean> {
      const { count } = await tx.abuseReport.createMany({
        data: [{ ...report, createdAt: at }],
        skipDuplicates: true,
      })
      return count === 1
    },

    /** @returns `null` when there is none of that id. */
    async state(id: string): Promise<'open' | 'handled' | null> {
      const row = await tx.abuseReport.findUnique({ where: { id }, select: { state: true } })
      return row?.state ?? null
    },

    /** Of two at once one does. @returns false when it is handled already. */
    async handle(
      id: string,
      by: { readonly userId: string; readonly note: string },
      at: Date,
    ): Promise<boolean> {
      const { count } = await tx.abuseReport.updateMany({
        where: { id, state: 'open' },
        data: { state: 'handled', handledAt: at, handledById: by.userId, note: by.note },
      })
      return count === 1
    },
  }
}
