/** What the page of a request shows beside the request: its offers, the one it began at, and what would help. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { Point } from '~/kernel/geography'
import { pair } from '~/matching/ranking/rank'
import type { Db } from '~/platform/db/client.server'
import { type Help, whatHelps } from '../domain/what-helps'
import { rankableOffers } from './rankable-offers.server'
import {
  type NeedOfBranch,
  type RankedOffersPage,
  type RankNeedNeeds,
  rankedOffersPage,
  rankNeed,
} from './ranked-offers.server'

export type OffersForRequest = RankedOffersPage & {
  readonly school: { readonly name: string; readonly point: Point }
  readonly helps: readonly Help[]
  /** Offers of a wished kind and topic: those that a round could give. */
  readonly fitting: number
}

type Asked = NeedOfBranch & {
  readonly page: number
  /** Groups that still need a place. */
  readonly groups: number
  /** The offer that the request began at: it stands first, also when it does not fit. */
  readonly first: string | null
}

/** Seven statements at most. @returns `null` for a branch that does not exist. */
export async function offersForRequest(
  needs: RankNeedNeeds & { readonly db: Pick<Db, 'offer'> },
  now: Date,
  asked: Asked,
): Promise<OffersForRequest | null> {
  const { db } = needs
  const today = calendarDateOf(now)
  const [ranking, anyTime] = await Promise.all([
    rankNeed(needs, now, asked, 'list'),
    asked.need.period
      ? rankableOffers(db, {
          level: asked.need.level,
          within: { from: today, until: lastBookableDay(today) },
          now,
        })
      : null,
  ])
  if (!ranking) return null
  const { request, offers, parents, school } = ranking
  const first = offers.find(({ id }) => id === asked.first)
  const ranked = first
    ? [pair(request, first, parents), ...ranking.ranked.filter(({ offer }) => offer.id !== first.id)]
    : ranking.ranked
  return {
    ...(await rankedOffersPage(db, { ...ranking, ranked }, asked)),
    school: { name: school.name, point: school.point },
    helps: whatHelps(request, offers, anyTime ?? offers, parents),
    fitting: ranking.ranked.filter(({ otherKind, otherTopic }) => !otherKind && !otherTopic).length,
  }
}
