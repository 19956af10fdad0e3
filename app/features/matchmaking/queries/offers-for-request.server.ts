/** What the page of a request shows beside the request: its offers, the one it began at, and what would help. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import { pair } from '~/matching/ranking/rank'
import type { Db } from '~/platform/db/client.server'
import { offerSlug } from '../../finder/domain/offer-address'
import { type Help, whatHelps } from '../domain/what-helps'
import { type RankableOffer, rankableOffers } from './rankable-offers.server'
import {
  type NeedOfBranch,
  type RankedOffersPage,
  type RankNeedNeeds,
  rankedOffersPage,
  rankNeed,
} from './ranked-offers.server'

export type Meanwhile = Pick<RankableOffer, 'id' | 'title' | 'organisationName' | 'location'> & {
  readonly slug: string
}

export type OffersForRequest = RankedOffersPage & {
  readonly school: { readonly name: string; readonly point: Point }
  readonly helps: readonly Help[]
  /** Offers of a wished kind and topic: those that a round could give. */
  readonly fitting: number
  /** What is about the wished topic and needs nobody's visit, of whatever kind: for who waits. At most three. */
  readonly meanwhile: readonly Meanwhile[]
}

/** Nobody travels for these. */
const AT_ONCE: readonly OfferLocation[] = ['online', 'download']
const MEANWHILE = 3

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
    helps: whatHelps([request], offers, anyTime ?? offers, parents),
    fitting: ranking.ranked.filter(({ otherKind, otherTopic }) => !otherKind && !otherTopic).length,
    meanwhile: ranking.ranked
      .filter(({ offer, otherTopic }) => !otherTopic && AT_ONCE.includes(offer.location))
      .slice(0, MEANWHILE)
      .map(({ offer: { id, title, organisationName, location, slug } }) => ({
        ...{ id, title, organisationName, location },
        slug: offerSlug(slug, id),
      })),
  }
}
