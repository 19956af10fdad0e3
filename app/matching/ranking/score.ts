/**
 * The soft part: how good a pair is that breaks no rule. One scale everywhere: an integer 0–1000, the sum of whole terms,
 * so that every point can be told to a person. The clearing round uses `1000 − score` as its cost.
 */
import { answeredShare } from '~/kernel/standing'
import { fittingYears, travelKm } from './rules'
import type { ClassLesson, RankedOffer, RankedRequest, WordedRequest } from './subjects'
import { type TopicParents, topicFit } from './topics'

/**
 * The most that each term can give; together 1000. What the offer is about (topic, text, kind, year) is weighed as the judged
 * requests of the development set ask for, in steps of ten; the others are hand-made priors.
 */
export const TERMS = {
  topic: 220,
  text: 130,
  kind: 120,
  year: 150,
  distance: 180,
  ownRegion: 30,
  date: 50,
  group: 30,
  responsiveness: 30,
  freshness: 20,
  exposure: 20,
  variety: 20,
} as const
export type Term = keyof typeof TERMS

export type Score = {
  /** 0–1000, higher is better: the sum of `points`. */
  readonly score: number
  readonly points: Readonly<Record<Term, number>>
}

/** O(topics²), constant in practice. */
export function scoreOf(request: WordedRequest, offer: RankedOffer, parents: TopicParents): Score {
  const shares: Record<Term, number> = {
    topic: topicFit(request.topicIds, offer.topicIds, parents),
    text: clamp(request.textFits.get(offer.id) ?? 0),
    kind: request.kinds.includes(offer.kind) ? 1 : 0,
    year: yearFit(request, offer),
    distance: nearness(travelKm(request, offer)),
    ownRegion: request.school.regionIds.some((id) => offer.regionIds.includes(id)) ? 1 : 0,
    date: dateFit(request, offer),
    group: offer.groupSizeMax === null ? 0.8 : 0.5 + 0.5 * clamp(request.groupSize / offer.groupSizeMax),
    responsiveness: answeredShare(offer.asked, offer.answered),
    freshness: clamp(1 - offer.monthsSinceConfirmed / 12),
    exposure: 1 - clamp(offer.exposure),
    variety: variety(request, offer),
  }
  const points = { ...TERMS } as Record<Term, number>
  let score = 0
  for (const term of Object.keys(TERMS) as Term[]) {
    points[term] = Math.round(TERMS[term] * shares[term])
    score += points[term]
  }
  return { score, points }
}

/** An offer for one of the years serves nearly as well: a class of two years goes along with it. */
const SOME_YEARS = 0.7

function yearFit(request: RankedRequest, offer: RankedOffer): number {
  const share = fittingYears(request, offer).length / request.years.length
  return share === 0 ? 0 : SOME_YEARS + (1 - SOME_YEARS) * share
}

/** @returns the lessons that the class of the request had: of its level, in the year in which it was then. */
export function lessonsOfClass({ school, level, years }: RankedRequest): readonly ClassLesson[] {
  return school.history.filter(
    (had) => had.level === level && years.some((year) => had.years.includes(year - had.yearsAgo)),
  )
}

/**
 * Full for a class that had nothing yet; nothing for what it had already; in between, less the more of its lessons were of
 * this kind, and the more about one of these topics.
 */
function variety(request: RankedRequest, offer: RankedOffer): number {
  if (request.school.history.length === 0) return 1
  const had = lessonsOfClass(request)
  if (had.length === 0) return 1
  if (had.some(({ offerId }) => offerId === offer.id)) return 0
  const share = (isAlike: (lesson: ClassLesson) => boolean) => had.filter(isAlike).length / had.length
  const sameKind = share(({ kind }) => kind === offer.kind)
  const sameTopic = share(({ topicIds }) => topicIds.some((topic) => offer.topicIds.includes(topic)))
  return 1 - 0.4 * sameKind - 0.4 * sameTopic
}

/** How much of the nearness is left at 25 km is 1/e; online costs nobody a journey and stands at 11 km. */
const NEARNESS_KM = 25
const ONLINE_AS_KM = 11

function nearness(km: number | null): number {
  return Math.exp(-(km ?? ONLINE_AS_KM) / NEARNESS_KM)
}

/** Share of the wished weekdays that are open, and whether the whole period is: half each. */
function dateFit(request: RankedRequest, offer: RankedOffer): number {
  const days =
    request.weekdays.length === 0 || offer.weekdays.length === 0
      ? 1
      : request.weekdays.filter((day) => offer.weekdays.includes(day)).length / request.weekdays.length
  const whole =
    request.period === null ||
    offer.available === null ||
    (offer.available.from <= request.period.from && request.period.until <= offer.available.until)
  return 0.5 * days + (whole ? 0.5 : 0.25)
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
