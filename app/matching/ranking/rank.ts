/** Offers for a request, best first, and what each rule took away. */
import { brokenRules, isOnTopic, type Purpose, RULES, type Rule, travelKm } from './rules'
import { type Score, scoreOf } from './score'
import type { RankedOffer, WordedRequest } from './subjects'
import type { TopicParents } from './topics'

export type Ranked<Offer extends RankedOffer> = Score & {
  readonly offer: Offer
  /** From the school to the company; `null` when nobody has to travel. */
  readonly distanceKm: number | null
  /** Not of a wished kind: shown lower and labelled. */
  readonly otherKind: boolean
  /** About something that the school did not ask for: shown last and labelled. */
  readonly otherTopic: boolean
}

export type Removed = {
  /** Offers that break this rule, whatever else they break. */
  readonly broken: number
  /** Offers that break this rule alone: they would fit if this one wish were wider. */
  readonly alone: number
}

export type Ranking<Offer extends RankedOffer> = {
  readonly ranked: readonly Ranked<Offer>[]
  readonly removed: Readonly<Record<Rule, Removed>>
}

/**
 * Ranks offers about what is asked first, of them those of wished kinds; within them by score, then distance, then id, so that the order
 * of the input does not matter. O(n log n).
 */
export function rank<Offer extends RankedOffer>(
  request: WordedRequest,
  offers: readonly Offer[],
  parents: TopicParents,
  purpose: Purpose,
): Ranking<Offer> {
  const removed = Object.fromEntries(RULES.map((rule) => [rule, { broken: 0, alone: 0 }])) as Record<
    Rule,
    { broken: number; alone: number }
  >
  const ranked: Ranked<Offer>[] = []
  for (const offer of offers) {
    const broken = brokenRules(request, offer, { purpose, parents })
    for (const rule of broken) removed[rule].broken++
    const only = broken[0]
    if (only === undefined) ranked.push(pair(request, offer, parents))
    else if (broken.length === 1) removed[only].alone++
  }
  ranked.sort(
    (a, b) =>
      Number(a.otherTopic) - Number(b.otherTopic) ||
      Number(a.otherKind) - Number(b.otherKind) ||
      b.score - a.score ||
      (a.distanceKm ?? 0) - (b.distanceKm ?? 0) ||
      (a.offer.id < b.offer.id ? -1 : 1),
  )
  return { ranked, removed }
}

/** @returns the score and its parts of one pair, whether or not it breaks a rule. */
export function pair<Offer extends RankedOffer>(
  request: WordedRequest,
  offer: Offer,
  parents: TopicParents,
): Ranked<Offer> {
  return {
    offer,
    ...scoreOf(request, offer, parents),
    distanceKm: travelKm(request, offer),
    otherKind: !request.kinds.includes(offer.kind),
    otherTopic: !isOnTopic(request, offer, parents),
  }
}
