/** Whether anything can be given for a need now; if not, why. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import { rank } from '~/matching/ranking/rank'
import type { Db } from '~/platform/db/client.server'
import type { RequestNeed } from '../../requests/domain/need'
import { rankedRequest } from '../domain/ranked-request'
import { rankableOffers } from './rankable-offers.server'
import { rankedSchool } from './ranked-school.server'
import { topicParents } from './topic-parents.server'

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
  const school = await rankedSchool(db, branchId)
  if (!school) return 'no-candidate'
  const today = calendarDateOf(now)
  const within = need.period ?? { from: today, until: lastBookableDay(today) }
  const offers = await rankableOffers(db, { level: need.level, within, now })
  const { ranked, removed } = rank(rankedRequest(need, school), offers, await topicParents(db), 'clearing')
  if (ranked.length > 0) return null
  return removed.places.alone > 0 ? 'all-full' : 'no-candidate'
}
