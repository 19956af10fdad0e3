/**
 * The ranking of offers for requests, on content alone: the grades judge what an offer is about, not whether it is near, has
 * places or answers quickly. So no rule takes an offer away, and every term that is not content is the same for all.
 */
import type { Level, OfferKind } from '~/kernel/education'
import { pair } from '~/matching/ranking/rank'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import { rankableOffers } from '../../app/features/matchmaking/queries/rankable-offers.server'
import { topicParents } from '../../app/features/matchmaking/queries/topic-parents.server'
import { indexTerms, termsOfOffer } from '../../search/dutch/text-fit'
import { rounded } from '../../search/relevance/measure-queries'
import { type Grades, mean, ndcg, percentile, recall } from '../../search/relevance/measures'
import type { LoadedSet } from './load-set'

/** What of a request counts here. */
export type RequestLine = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly kind: string
  readonly topics: readonly string[]
  readonly level: string
  readonly years: readonly number[]
}
export type JudgedRequest = { readonly request: string; readonly grades: Grades }

type Each = {
  readonly id: string
  readonly title: string
  readonly ndcg: number
  readonly grades: Grades
  readonly refs: readonly string[]
  readonly ms: number
}

const SOMEWHERE = { lat: 52, lng: 5 }
const YEAR = { from: '2026-08-01', until: '2027-07-31' }

/** @throws Error for a judgement of a request that is not among `requests`. */
export async function rankRequests(
  set: Pick<LoadedSet, 'db' | 'now' | 'refOf'>,
  requests: readonly RequestLine[],
  judged: readonly JudgedRequest[],
) {
  const [offers, parents] = await Promise.all([
    rankableOffers(set.db, { within: YEAR, now: set.now }),
    topicParents(set.db),
  ])
  const level = offers.map(withoutCircumstances)
  const texts = await set.db.offer.findMany({
    where: { id: { in: offers.map(({ id }) => id) } },
    select: { id: true, title: true, summary: true, description: true },
  })
  const fitsOf = indexTerms(texts.map(termsOfOffer))
  const lineOf = new Map(requests.map((request) => [request.id, request]))
  const each = judged.map(({ request: id, grades }): Each => {
    const line = lineOf.get(id)
    if (!line) throw new Error(`${id} is judged, but not among the requests`)
    const startedAt = performance.now()
    const fits = new Map(fitsOf(line).map(({ place, fit }) => [texts[place]?.id ?? '', fit]))
    const request = { ...contentOf(line), textFits: fits }
    const ranked = level
      .map((offer) => pair(request, offer, parents))
      .sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1))
    const refs = ranked.map(({ offer }) => set.refOf(offer.id))
    const ms = performance.now() - startedAt
    return { id, title: line.title, ndcg: ndcg(refs, grades), grades, refs, ms }
  })
  const summary = {
    set: 'requests',
    ndcg10: rounded(mean(each.map((one) => one.ndcg))),
    judged: each.length,
    recall50: rounded(mean(each.map(({ refs, grades }) => recall(refs, grades, 50)))),
    p50Ms: rounded(
      percentile(
        each.map(({ ms }) => ms),
        0.5,
      ),
    ),
  }
  return { summary, each }
}

function contentOf(line: RequestLine): RankedRequest {
  return {
    kinds: [line.kind as OfferKind],
    topicIds: line.topics,
    level: line.level as Level,
    years: line.years,
    tracks: [],
    school: { point: SOMEWHERE, regionIds: [], municipalityCode: '', history: [] },
    maxDistanceKm: null,
    groupSize: 1,
    weekdays: [],
    period: null,
    languages: [],
  }
}

/** The same place, places, days, size and record for all of them. */
function withoutCircumstances(offer: RankedOffer): RankedOffer {
  return {
    ...offer,
    location: 'at-school',
    point: SOMEWHERE,
    regionIds: [],
    travelRadiusKm: null,
    serviceRegionIds: [],
    groupSizeMax: null,
    weekdays: [],
    available: null,
    openPlaces: null,
    asked: 0,
    answered: 0,
    monthsSinceConfirmed: 0,
    exposure: 0,
  }
}
