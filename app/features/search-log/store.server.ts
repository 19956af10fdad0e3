import type { Tx } from '~/platform/db/client.server'

export type SearchLogStore = ReturnType<typeof makeSearchLogStore>

export function makeSearchLogStore(tx: Tx) {
  return {
    /** @returns how many entries. */
    async forgetBefore(day: Date): Promise<number> {
      const { count } = await tx.searchLog.deleteMany({ where: { day: { lt: day } } })
      return count
    },
  }
}
