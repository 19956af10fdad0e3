/** Which one thing of its offers a company could widen to fit more of the requests around it. */
import { distanceKm } from '~/kernel/geography'
import { brokenRules, type Rule } from '~/matching/ranking/rules'
import type { RankedOffer, WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import { NEARBY_KM } from './nearby'

/** What is the company's to change; what the school wished is not. */
const CHANGES = {
  travel: 'radius',
  places: 'places',
  weekdays: 'days',
  'group-size': 'group',
} as const satisfies Partial<Record<Rule, string>>

export type Chance = {
  readonly change: (typeof CHANGES)[keyof typeof CHANGES]
  /** Requests that fit no offer now and would fit one by this change alone, > 0. */
  readonly more: number
}

/**
 * @param missed requests that no offer fits.
 * @returns the most helpful first. O(requests × offers).
 */
export function moreChance(
  missed: readonly WordedRequest[],
  offers: readonly RankedOffer[],
  parents: TopicParents,
): readonly Chance[] {
  const counts = new Map<Chance['change'], number>()
  for (const request of missed) {
    const changes = new Set(offers.flatMap((offer) => changeFor(request, offer, parents) ?? []))
    for (const change of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  }
  return [...counts]
    .map(([change, more]) => ({ change, more }))
    .sort((a, b) => b.more - a.more || (a.change < b.change ? -1 : 1))
}

/** @returns the one change by which the offer fits; `null` when there is no such. */
function changeFor(
  request: WordedRequest,
  offer: RankedOffer,
  parents: TopicParents,
): Chance['change'] | null {
  if (distanceKm(request.school.point, offer.point) > NEARBY_KM) return null
  const [rule, another] = brokenRules(request, offer, { purpose: 'clearing', parents, atMost: 2 })
  if (rule === undefined || another !== undefined || !isChange(rule)) return null
  // Where the school comes to the company, it is the school that sets the limit.
  if (rule === 'travel' && offer.location !== 'at-school') return null
  return CHANGES[rule]
}

function isChange(rule: Rule): rule is keyof typeof CHANGES {
  return rule in CHANGES
}
