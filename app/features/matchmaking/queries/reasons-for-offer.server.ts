/** Why one offer fits one request and where it differs, for the company that has to answer. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { TopicName } from '../../finder/domain/finder-page'
import { placeSpan, type RankedNeedFacts, rankedRequest } from '../domain/ranked-request'
import { type Reason, reasonsOf } from '../domain/reasons'
import { rankableOffers } from './rankable-offers.server'
import { rankedSchool } from './ranked-school.server'

export type OfferReasons = {
  /** Empty for an offer that is no longer published. */
  readonly reasons: readonly Reason[]
  readonly topics: readonly TopicName[]
}

type Asked = {
  readonly branchId: string
  readonly need: RankedNeedFacts
  readonly offerId: string
  /** Groups that still need a place. */
  readonly groups: number
}

/** What a company knows of itself (how it answers, when it confirmed) is left out. Three statements. */
export async function reasonsForOffer(
  db: Pick<Db, '$queryRaw' | 'topic'>,
  now: Date,
  { branchId, need, offerId, groups }: Asked,
): Promise<OfferReasons> {
  const today = calendarDateOf(now)
  const within = placeSpan(need, { from: today, until: lastBookableDay(today) })
  const [school, offers, topics] = await Promise.all([
    rankedSchool(db, branchId, now),
    rankableOffers(db, { within, now, offerIds: [offerId] }),
    db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } }),
  ])
  const [offer] = offers
  if (!school || !offer) return { reasons: [], topics }
  const parents = new Map(topics.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId]])))
  const reasons = reasonsOf(rankedRequest(need, school), offer, parents, groups)
  return { reasons: reasons.filter(({ about }) => about !== 'answers' && about !== 'confirmed'), topics }
}
