/** Whether anything can be given for a need now; if not, why. */
import type { RequestNeed } from '../../requests/domain/need'
import { type RankNeedNeeds, rankNeed } from './ranked-offers.server'

/**
 * Four statements.
 * @returns `null` when an offer of a wished kind fits; `all-full` when those that fit have no place; else `no-candidate`.
 */
export async function whyNothing(
  needs: RankNeedNeeds,
  now: Date,
  branchId: string,
  need: RequestNeed,
): Promise<'no-candidate' | 'all-full' | null> {
  const ranking = await rankNeed(needs, now, { branchId, need }, 'clearing')
  if (!ranking) return 'no-candidate'
  if (ranking.ranked.length > 0) return null
  return ranking.removed.places.alone > 0 ? 'all-full' : 'no-candidate'
}
