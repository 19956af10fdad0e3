/** Offers and topics as ranking sees them, read in somebody's transaction. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Tx } from '~/platform/db/client.server'
import type { FitsOf } from './domain/text-fits'
import { type RankableOffer, rankableOffers } from './queries/rankable-offers.server'
import type { TextFits } from './queries/text-fits.server'
import { topicParents } from './queries/topic-parents.server'

export function makeMatchmakingReader(tx: Pick<Tx, '$queryRaw' | 'topic'>, textFits: TextFits) {
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
    /** What the words of the published offers say to any request. */
    async textFits(): Promise<FitsOf> {
      return textFits(tx)
    },
    async topicParents(): Promise<TopicParents> {
      return topicParents(tx)
    },
  }
}
