/** What a round solves, as plain values in one fixed order: the same facts always give the same text and hash. */
import type { Span } from '~/kernel/calendar'
import { rank } from '~/matching/ranking/rank'
import type { Rule } from '~/matching/ranking/rules'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'

/** A group that waits. */
export type WaitingGroup = {
  readonly groupId: string
  readonly requestId: string
  /** Of `priorityOf`. */
  readonly priority: number
  /** When the request was posted: the order of first come, first served. ISO instant. */
  readonly arrivedAt: string
  readonly request: RankedRequest
  /** Offers that this group let go before: it is not given them again. */
  readonly refusedOfferIds: readonly string[]
}

/** Class-places of an offer in a span of days. */
export type FreeSlot = Span & { readonly slotId: string; readonly offerId: string; readonly open: number }

export type RoundCandidate = { readonly slotId: string; readonly score: number }

export type RoundRow = {
  readonly groupId: string
  readonly requestId: string
  readonly priority: number
  readonly arrivedAt: string
  /** By slot id. */
  readonly candidates: readonly RoundCandidate[]
  /** Per rule the offers that it alone took away; only where there is no candidate. */
  readonly takenAwayBy?: Readonly<Partial<Record<Rule, number>>>
}

export type RoundInput = {
  /** Version of this form: an older round is replayed by what it was written with. */
  readonly form: 1
  /** By slot id; only slots that are somebody's candidate. */
  readonly slots: readonly { readonly slotId: string; readonly offerId: string; readonly open: number }[]
  /** By group id. */
  readonly rows: readonly RoundRow[]
}

/**
 * Groups of one request have the same candidates; ranking runs once per request.
 * O(requests × offers).
 */
export function roundInput(
  groups: readonly WaitingGroup[],
  offers: readonly RankedOffer[],
  slots: readonly FreeSlot[],
  parents: TopicParents,
): RoundInput {
  const bySlot = new Map(slots.map((slot) => [slot.slotId, slot]))
  const slotsOf = new Map<string, FreeSlot[]>()
  for (const slot of slots) {
    if (slot.open > 0) slotsOf.set(slot.offerId, [...(slotsOf.get(slot.offerId) ?? []), slot])
  }
  const rankings = new Map<string, Pick<RoundRow, 'candidates' | 'takenAwayBy'>>()
  const used = new Map<string, FreeSlot>()
  const rows = groups.map((group): RoundRow => {
    const key = `${group.requestId} ${group.refusedOfferIds.join()}`
    const known = rankings.get(key) ?? candidatesOf(group, offers, slotsOf, parents)
    rankings.set(key, known)
    const { groupId, requestId, priority, arrivedAt } = group
    return { groupId, requestId, priority, arrivedAt, ...known }
  })
  for (const row of rows) {
    for (const { slotId } of row.candidates) {
      const slot = bySlot.get(slotId)
      if (slot) used.set(slotId, slot)
    }
  }
  return {
    form: 1,
    slots: [...used.values()]
      .map(({ slotId, offerId, open }) => ({ slotId, offerId, open }))
      .sort((a, b) => (a.slotId < b.slotId ? -1 : 1)),
    rows: rows.sort((a, b) => (a.groupId < b.groupId ? -1 : 1)),
  }
}

function candidatesOf(
  group: WaitingGroup,
  offers: readonly RankedOffer[],
  slotsOf: ReadonlyMap<string, readonly FreeSlot[]>,
  parents: TopicParents,
): Pick<RoundRow, 'candidates' | 'takenAwayBy'> {
  const { period } = group.request
  const { ranked, removed } = rank(
    group.request,
    offers.filter((offer) => !group.refusedOfferIds.includes(offer.id)),
    parents,
    'clearing',
  )
  const candidates: RoundCandidate[] = []
  let outsidePeriod = 0
  for (const { offer, score } of ranked) {
    const inPeriod = (slotsOf.get(offer.id) ?? []).filter(
      (slot) => !period || (slot.from <= period.until && period.from <= slot.until),
    )
    if (inPeriod.length === 0) outsidePeriod++
    for (const slot of inPeriod) candidates.push({ slotId: slot.slotId, score })
  }
  if (candidates.length > 0) {
    return { candidates: candidates.sort((a, b) => (a.slotId < b.slotId ? -1 : 1)) }
  }
  const takenAwayBy: Partial<Record<Rule, number>> = {}
  for (const [rule, { alone }] of Object.entries(removed)) if (alone > 0) takenAwayBy[rule as Rule] = alone
  if (outsidePeriod > 0) takenAwayBy.period = (takenAwayBy.period ?? 0) + outsidePeriod
  return { candidates: [], takenAwayBy }
}
