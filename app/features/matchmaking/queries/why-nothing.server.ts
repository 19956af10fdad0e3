/** Whether anything can be given for a need now; if not, why. */
import type { Db } from '~/platform/db/client.server'
import type { RequestNeed } from '../../requests/domain/need'
import { rankNeed } from './ranked-offers.server'

/**
 * Three statements.
 * @returns `null` when an offer of a wished kind fits; `all-full` when those that fit have no place; else `no-candidate`.
 */
export async function whyNothing(
  db: Pick<Db, '$queryRaw' | 'topic'>,
  now: Date,
  branchId: string,
  need: RequestNeed,
): Promise<'no-candidate' | 'all-full' | null> {
  const ranking = await rankNeed(db, now, { branchId, need }, 'clearing')
  if (!ranking) return 'no-candidate'
  if (ranking.ranked.length > 0) return null
  return ranking.removed.places.alone > 0 ? 'all-full' : 'no-candidate'
}
