/** The offers for a need, best first, each with its reasons: what the request page shows and the clearing round agrees with. */
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import { type Ranked, type Removed, rank } from '~/matching/ranking/rank'
import type { Purpose, Rule } from '~/matching/ranking/rules'
import type { WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Db } from '~/platform/db/client.server'
import { offerSlug } from '../../finder/domain/offer-address'
import type { RequestNeed } from '../../requests/domain/need'
import { placeSpan, rankedRequest } from '../domain/ranked-request'
import { type Reason, reasonsOf } from '../domain/reasons'
import { type RankableOffer, rankableOffers } from './rankable-offers.server'
import { type RankedSchoolRow, rankedSchool } from './ranked-school.server'
import type { TextFits } from './text-fits.server'
import { topicParents } from './topic-parents.server'

export type RankedNeed = {
  readonly school: RankedSchoolRow
  readonly request: WordedRequest
  readonly offers: readonly RankableOffer[]
  readonly parents: TopicParents
  /** Best first, all of them. */
  readonly ranked: readonly Ranked<RankableOffer>[]
  readonly removed: Readonly<Record<Rule, Removed>>
}

/** A branch and what it needs; whose request it is has been asked before. */
export type NeedOfBranch = { readonly branchId: string; readonly need: RequestNeed }

export type RankNeedNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'topic'>
  readonly textFits: TextFits
}

/** Four statements. O(n log n) in the published offers for the level. @returns `null` for a branch that does not exist. */
export async function rankNeed(
  { db, textFits }: RankNeedNeeds,
  now: Date,
  { branchId, need }: NeedOfBranch,
  purpose: Purpose,
): Promise<RankedNeed | null> {
  const today = calendarDateOf(now)
  const within = placeSpan(need, { from: today, until: lastBookableDay(today) })
  const [school, offers, parents, fitsOf] = await Promise.all([
    rankedSchool(db, branchId, now),
    rankableOffers(db, { level: need.level, within, now }),
    topicParents(db),
    textFits(db),
  ])
  if (!school) return null
  const request = { ...rankedRequest(need, school), textFits: fitsOf(need) }
  return { school, request, offers, parents, ...rank(request, offers, parents, purpose) }
}

/** One offer of the list, as a page shows it. */
export type RankedOfferRow = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly kind: RankableOffer['kind']
  readonly location: RankableOffer['location']
  readonly organisationId: string
  readonly organisationName: string
  readonly placeName: string
  readonly levels: RankableOffer['levels']
  readonly durationMinutes: number | null
  readonly groupSizeMax: number | null
  readonly costCents: number
  readonly point: RankableOffer['point']
  /** From 1: the number on list and map. */
  readonly rank: number
  /** Integer 0–1000, higher is better. */
  readonly score: number
  /** From the school to the company; `null` when nobody has to travel. */
  readonly distanceKm: number | null
  readonly otherKind: boolean
  /** About something that was not asked for: last and labelled. */
  readonly otherTopic: boolean
  /** It has no limit: nobody has to say yes first. */
  readonly isSelfService: boolean
  readonly asked: number
  readonly answered: number
  readonly reasons: readonly Reason[]
  readonly isDemo: boolean
}

export type RankedOffersPage = {
  readonly rows: readonly RankedOfferRow[]
  readonly total: number
  /** How many of `total` are of a wished kind and topic: they stand first. */
  readonly ofWishedKind: number
  readonly removed: Readonly<Record<Rule, Removed>>
  readonly page: number
  readonly pageCount: number
}

const RANKED_PAGE_SIZE = 10

/**
 * One page of a ranking: numbers go on over the pages. One statement.
 * @param page from 1; one beyond the last gives the last.
 * @param groups that still need a place.
 */
export async function rankedOffersPage(
  db: Pick<Db, 'offer'>,
  { request, parents, ranked, removed }: RankedNeed,
  { page: asked, groups }: { readonly page: number; readonly groups: number },
): Promise<RankedOffersPage> {
  const pageCount = Math.max(1, Math.ceil(ranked.length / RANKED_PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pageCount)
  const first = (page - 1) * RANKED_PAGE_SIZE
  const shown = ranked.slice(first, first + RANKED_PAGE_SIZE)
  const texts = await db.offer.findMany({
    where: { id: { in: shown.map(({ offer }) => offer.id) } },
    select: { id: true, summary: true, isDemo: true },
  })
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const rows = shown.map(({ offer, score, distanceKm, otherKind, otherTopic }, i) => ({
    ...cardOf(offer),
    summary: textOf.get(offer.id)?.summary ?? '',
    isDemo: textOf.get(offer.id)?.isDemo ?? false,
    rank: first + i + 1,
    score,
    distanceKm,
    otherKind,
    otherTopic,
    reasons: reasonsOf(request, offer, parents, groups),
  }))
  const ofWishedKind = ranked.filter(({ otherKind, otherTopic }) => !otherKind && !otherTopic).length
  return { rows, total: ranked.length, ofWishedKind, removed, page, pageCount }
}

function cardOf(offer: RankableOffer) {
  const { id, slug, title, kind, location, organisationId, organisationName, placeName, levels } = offer
  const { durationMinutes, groupSizeMax, costCents, point, asked, answered, openPlaces } = offer
  return {
    id,
    slug: offerSlug(slug, id),
    title,
    kind,
    location,
    organisationId,
    organisationName,
    placeName,
    levels,
    durationMinutes,
    groupSizeMax,
    costCents,
    point,
    asked,
    answered,
    isSelfService: openPlaces === null,
  }
}
