/** What was asked longer ago than thirteen months is of no use: the same month last year can just be compared. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { KEPT_MONTHS } from '../domain/search-entry'
import type { SearchLogStore } from '../store.server'

export async function forgetSearches(needs: {
  readonly transact: Transact<{ readonly searchLog: SearchLogStore }>
  readonly clock: Clock
}): Promise<number> {
  const before = new Date(needs.clock.now())
  before.setUTCMonth(before.getUTCMonth() - KEPT_MONTHS)
  return needs.transact(({ searchLog }) => searchLog.forgetBefore(before))
}
