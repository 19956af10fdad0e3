/** Who gets a place that came free: the first in line that it fits, whole where its request wants that. */
import { brokenRules } from '~/matching/ranking/rules'
import { scoreOf } from '~/matching/ranking/score'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf } from '../../matchmaking/domain/text-fits'
import type { FreeSlot, WaitingGroup } from './round-input'
import { isWithin, placesWithin } from './wider-wishes'

type Freed = {
  readonly offer: RankedOffer
  readonly slot: FreeSlot
  readonly parents: TopicParents
  readonly fitsOf: FitsOf
}

/**
 * A request that wants a place for all of its groups is passed over unless the slot has one for each of them.
 * @returns highest priority, then best score, then who came first; `null` when it fits nobody. O(groups).
 */
export function nextInLine(
  groups: readonly WaitingGroup[],
  { offer, slot, parents, fitsOf }: Freed,
): WaitingGroup | null {
  const isWhole = fitsWhole(groups, { offer, slot })
  let best: { readonly group: WaitingGroup; readonly score: number } | null = null
  for (const group of groups) {
    if (group.refusedOfferIds.includes(offer.id) || !isWithin(group.request, slot)) continue
    if (!isWhole(group)) continue
    const request = { ...group.request, textFits: fitsOf(group.words) }
    if (brokenRules(request, offer, { purpose: 'clearing', parents, atMost: 1 }).length > 0) continue
    const { score } = scoreOf(request, offer, parents)
    if (best === null || goesBefore({ group, score }, best)) best = { group, score }
  }
  return best?.group ?? null
}

/** @returns the groups that get a place together with the first in line: itself, or all of its request. O(groups). */
export function withItsGroups(
  next: WaitingGroup,
  groups: readonly WaitingGroup[],
): readonly [WaitingGroup, ...WaitingGroup[]] {
  const others = groups.filter((g) => g.requestId === next.requestId && g.groupId !== next.groupId)
  return next.allOrNone ? [next, ...others] : [next]
}

function fitsWhole(
  groups: readonly WaitingGroup[],
  { offer, slot }: Pick<Freed, 'offer' | 'slot'>,
): (group: WaitingGroup) => boolean {
  const asked = new Map<string, number>()
  const refused = new Set<string>()
  for (const { allOrNone, requestId, refusedOfferIds } of groups) {
    if (!allOrNone) continue
    asked.set(requestId, (asked.get(requestId) ?? 0) + 1)
    if (refusedOfferIds.includes(offer.id)) refused.add(requestId)
  }
  return ({ allOrNone, requestId, request }) =>
    !allOrNone || (!refused.has(requestId) && (asked.get(requestId) ?? 0) <= placesWithin(request, slot))
}

type Claimant = { readonly group: WaitingGroup; readonly score: number }

function goesBefore(a: Claimant, b: Claimant): boolean {
  if (a.group.priority !== b.group.priority) return a.group.priority > b.group.priority
  if (a.score !== b.score) return a.score > b.score
  if (a.group.arrivedAt !== b.group.arrivedAt) return a.group.arrivedAt < b.group.arrivedAt
  return a.group.groupId < b.group.groupId
}
