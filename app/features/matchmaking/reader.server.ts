/** Offers and topics as ranking sees them, read in somebody's transaction. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Tx } from '~/platform/db/client.server'
import { type RankableOffer, rankableOffers } from './queries/rankable-offers.server'
import { topicParents } from './queries/topic-parents.server'

export function makeMatchmakingReader(tx: Pick<Tx, '$queryRaw' | 'topic'>) {
  return {
    /** Published offers with what is open from today to the end of the next school year; only some of them when asked. */
    async offers(now: Date, offerIds?: readonly string[]): Promise<readonly RankableOffer[]> {
      const today = calendarDateOf(now)
      return rankableOffers(tx, {
        now,
        within: { from: today, until: lastBookableDay(today) },
        ...(offerIds && { offerIds }),
      })
    },
    async topicParents(): Promise<TopicParents> {
      return topicParents(tx)
    },
  }
}
