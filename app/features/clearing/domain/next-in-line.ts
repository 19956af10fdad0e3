/** Who gets a single place that came free: the first in line that it fits. */
import { brokenRules } from '~/matching/ranking/rules'
import { scoreOf } from '~/matching/ranking/score'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf } from '../../matchmaking/domain/text-fits'
import type { FreeSlot, WaitingGroup } from './round-input'
import { isWithin } from './wider-wishes'

type Freed = {
  readonly offer: RankedOffer
  readonly slot: FreeSlot
  readonly parents: TopicParents
  readonly fitsOf: FitsOf
}

/** @returns highest priority, then best score, then who came first; `null` when it fits nobody. O(groups). */
export function nextInLine(
  groups: readonly WaitingGroup[],
  { offer, slot, parents, fitsOf }: Freed,
): WaitingGroup | null {
  let best: { readonly group: WaitingGroup; readonly score: number } | null = null
  for (const group of groups) {
    if (group.refusedOfferIds.includes(offer.id) || !isWithin(group.request, slot)) continue
    const request = { ...group.request, textFits: fitsOf(group.words) }
    if (brokenRules(request, offer, { purpose: 'clearing', parents, atMost: 1 }).length > 0) continue
    const { score } = scoreOf(request, offer, parents)
    if (best === null || goesBefore({ group, score }, best)) best = { group, score }
  }
  return best?.group ?? null
}

type Claimant = { readonly group: WaitingGroup; readonly score: number }

function goesBefore(a: Claimant, b: Claimant): boolean {
  if (a.group.priority !== b.group.priority) return a.group.priority > b.group.priority
  if (a.score !== b.score) return a.score > b.score
  if (a.group.arrivedAt !== b.group.arrivedAt) return a.group.arrivedAt < b.group.arrivedAt
  return a.group.groupId < b.group.groupId
}
