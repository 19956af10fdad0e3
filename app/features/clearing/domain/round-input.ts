/** What a round solves, as plain values in one fixed order: the same facts always give the same text and hash. */
import { type CalendarDate, type Month, monthOf, type Span } from '~/kernel/calendar'
import { placesFor } from '~/kernel/education'
import { brokenRules, RULES, type Rule } from '~/matching/ranking/rules'
import { scoreOf } from '~/matching/ranking/score'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf, Words } from '../../matchmaking/domain/text-fits'
import type { MonthLeft } from './months-left'
import { type Ahead, aheadOf } from './plan-ahead'
import { type Claim, prioritiesOf, type RoundSettings } from './round-settings'
import { type RowSharing, sharingFor } from './round-sharing'
import { type Asking, type BrokenOf, isWithin, type Wish, widerWishes } from './wider-wishes'

/** A group that waits. */
export type WaitingGroup = {
  readonly groupId: string
  readonly requestId: string
  /** Of `priorityOf`: outside a round. */
  readonly priority: number
  readonly waitingWeeks: number
  readonly neverHelped: boolean
  /** When the request was posted: the order of first come, first served. ISO instant. */
  readonly arrivedAt: string
  readonly request: RankedRequest
  readonly words: Words
  /** Offers that this group let go before, or whose company said no to it: it is not given them again. */
  readonly refusedOfferIds: readonly string[]
  /** Its request wants a place for all of its groups that have none, or for no group. */
  readonly allOrNone: boolean
  /** It is small, and its school agrees that another small group comes along. */
  readonly mayShare: boolean
}

/** Class-places of an offer in a span of days. */
export type FreeSlot = Span & {
  readonly slotId: string
  readonly offerId: string
  readonly open: number
  /** Months of it in which nothing can be had: full, or the company is away. */
  readonly shut?: readonly Month[]
  /** What the other months have left, where that is less than `open`: the company limits how often it comes. */
  readonly months?: readonly MonthLeft[]
  /** Pupils that one session holds, where the company lets small groups share it and its day is known. */
  readonly size?: number
}

export type RoundCandidate = { readonly slotId: string; readonly score: number }

/** A group and an offer of which the coordinator decides. */
export type RoundPair = { readonly groupId: string; readonly offerId: string }

/** What the coordinator decided before the solver does. Of a group at most one pair is locked. */
export type RoundChoices = {
  /** The group gets this offer. */
  readonly locked: readonly RoundPair[]
  /** The group does not get this offer. */
  readonly excluded: readonly RoundPair[]
}

export const NO_CHOICES: RoundChoices = { locked: [], excluded: [] }

export type RoundRow = {
  readonly groupId: string
  readonly requestId: string
  /** Of `prioritiesOf`, by the settings of the round. */
  readonly priority: number
  readonly arrivedAt: string
  /** Of `regionIds` the first in which the school lies; only where the regions are balanced. */
  readonly region?: number
  /** It gets a place only with the other rows of its request; where there are any. */
  readonly allOrNone?: true
  /** It may share the place of a slot that has a size; where there is another group that it could share it with. */
  readonly sharing?: RowSharing
  /** Months that it asked for; only where a slot has months. */
  readonly months?: RoundMonths
  /** The first day that it asked for; only where the round plans ahead. */
  readonly from?: CalendarDate
  /** By slot id. */
  readonly candidates: readonly RoundCandidate[]
  /** Per rule the offers that it alone took away; only where there is no candidate. */
  readonly takenAwayBy?: Readonly<Partial<Record<Rule, number>>>
  /** Per wish the slots (by their place in `slots`) that it would add if it were wider, ascending. */
  readonly wider: Readonly<Partial<Record<Wish, readonly number[]>>>
}

/** Both included. */
export type RoundMonths = { readonly from: Month; readonly until: Month }

export type RoundSlot = {
  readonly slotId: string
  readonly offerId: string
  readonly open: number
  /** Ascending, each with a place; only where they hold fewer than `open`. */
  readonly months?: readonly MonthLeft[]
  /** Its first day; only where the round plans ahead. */
  readonly from?: CalendarDate
  /** Pupils of one session; only where groups that could share it have it as a candidate. */
  readonly size?: number
}

export type RoundInput = {
  /** Version of this form: an older round is replayed by what it was written with. */
  readonly form: 1
  /** By slot id; only slots that are somebody's candidate, or would be by a wider wish. */
  readonly slots: readonly RoundSlot[]
  /** By group id. */
  readonly rows: readonly RoundRow[]
  /** Only pairs that are possible; by group id, then offer id. */
  readonly choices: RoundChoices
  /** Left out by rounds from before there were any: those of `USUAL_SETTINGS`. */
  readonly settings?: RoundSettings
  /** Only where the round plans ahead. */
  readonly ahead?: Ahead
}

/** What a round is made from. */
export type RoundFacts = {
  readonly today: CalendarDate
  readonly groups: readonly WaitingGroup[]
  readonly offers: readonly RankedOffer[]
  readonly slots: readonly FreeSlot[]
  readonly parents: TopicParents
  readonly fitsOf: FitsOf
  /** Of the round, in their order. */
  readonly regionIds: readonly string[]
  readonly settings: RoundSettings
  /** Those that no longer name a group and a candidate of it fall away. */
  readonly choices?: RoundChoices
}

/** More than one: no wider wish makes a second place of a project possible. */
const NO_SECOND_PLACE: readonly Rule[] = ['kind', 'topic']

const POINTS_PER_MONTH = 10
const POINTS_AT_MOST = 120

/**
 * A place that comes sooner is better: each month that a group would still wait for the span to begin costs ten points of
 * the score, at most 120. So next school year is given only where this year has nothing as good.
 * @returns points, a whole number ≥ 0.
 */
export function latenessOf(slot: Span, today: CalendarDate): number {
  const month = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const months = slot.from <= today ? 0 : month(slot.from) - month(today)
  return Math.min(POINTS_AT_MOST, months * POINTS_PER_MONTH)
}

/**
 * What these facts say of who can have what, as one text: two that are equal allow the same plans. What only moves a score
 * is left out: how fast a company answers, how often it was asked, how long ago it said that an offer is right.
 */
export function standingOf({ groups, offers, slots, regionIds, choices, settings }: RoundFacts): string {
  const ruled = offers.map(({ asked, answered, exposure, monthsSinceConfirmed, ...rules }) => rules)
  return JSON.stringify([groups, ruled, slots, regionIds, choices, settings])
}

/**
 * Groups of one request have the same candidates; ranking runs once per request.
 * O(requests × offers).
 */
export function roundInput(facts: RoundFacts): RoundInput {
  const steps = rankRoundInSteps(facts)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, with a pause after each request that was ranked: a national round has some ten thousand of them. */
export function* rankRoundInSteps(facts: RoundFacts): Generator<void, RoundInput, void> {
  const { offers, parents, choices = NO_CHOICES, settings } = facts
  const groups = [...facts.groups].sort((a, b) => (a.groupId < b.groupId ? -1 : 1))
  const slots = facts.slots.filter((slot) => isOpenIn(settings, slot))
  const slotsOf = freeSlotsByOffer(slots)
  const found = new Map<string, Found>()
  const firstOf = new Map([...groups].reverse().map(({ requestId, groupId }) => [requestId, groupId]))
  const foundFor = (group: WaitingGroup): Found => {
    const isFirst = firstOf.get(group.requestId) === group.groupId
    const key = `${group.requestId} ${isFirst} ${group.refusedOfferIds.join()}`
    const known = found.get(key)
    if (known) return known
    // Made here and let go again: a national round asks some thousands of them.
    const request = { ...group.request, textFits: facts.fitsOf(group.words) }
    const asking = { request, refusedOfferIds: group.refusedOfferIds }
    const atMost = 2
    const brokenOf = offers.map((offer) =>
      // A project takes one place, whatever the number of groups: the others are given none of it.
      !isFirst && placesFor(offer.kind, 2) < 2
        ? NO_SECOND_PLACE
        : brokenRules(request, offer, { purpose: 'clearing', parents, atMost }),
    )
    const made = {
      ...candidatesOf(asking, slotsOf, { ...facts, brokenOf }),
      wider: widerWishes(asking, { offers, slotsOf, parents }, brokenOf),
    }
    found.set(key, made)
    return made
  }
  const claims = groups.map((group) => claimOf(group, facts.regionIds))
  const priorities = prioritiesOf(claims, settings)
  const several = requestsWithSeveral(groups)
  const ahead = aheadOf(settings, facts.today)
  const all: (Found & Pick<RoundRow, 'priority' | 'region' | 'allOrNone'> & { group: WaitingGroup })[] = []
  for (const [i, group] of groups.entries()) {
    const region = facts.regionIds.indexOf(claims[i]?.regionId ?? '')
    const priority = priorities[i] as number
    const whole = group.allOrNone && several.has(group.requestId) && { allOrNone: true as const }
    all.push({ group, priority, ...(settings.balance && { region }), ...whole, ...foundFor(group) })
    yield
  }
  const used = new Set(
    all.flatMap(({ candidates, wider }) => [
      ...candidates.map((c) => c.slotId),
      ...Object.values(wider).flat(),
    ]),
  )
  const kept = slots.filter((slot) => used.has(slot.slotId)).sort((a, b) => (a.slotId < b.slotId ? -1 : 1))
  const indexOf = new Map(kept.map((slot, i) => [slot.slotId, i]))
  const offerOf = new Map(kept.map((slot) => [slot.slotId, slot.offerId]))
  const shared = sharingFor(all, kept)
  const limited = new Set(kept.flatMap(({ slotId, months }) => (months ? [slotId] : [])))
  const rows = all.map(({ group, wider, ...rest }): RoundRow => {
    const { groupId, requestId, arrivedAt } = group
    const indexed = Object.entries(wider).map(([wish, ids]) => [wish, ids.map((id) => indexOf.get(id) ?? -1)])
    const sharing = shared.ofGroup.get(groupId)
    const isLimited = limited.size > 0 && refersTo(limited, rest.candidates, wider)
    const months = isLimited && monthsAsked(group.request)
    return {
      ...{ groupId, requestId, arrivedAt },
      ...rest,
      ...(sharing && { sharing }),
      ...(months && { months }),
      ...(ahead && group.request.period && { from: group.request.period.from }),
      wider: Object.fromEntries(indexed),
    }
  })
  const possible = new Set(
    rows.flatMap((row) => row.candidates.map((c) => `${row.groupId} ${offerOf.get(c.slotId)}`)),
  )
  return {
    form: 1,
    slots: kept.map(({ slotId, offerId, open, size, months, from }) => ({
      ...{ slotId, offerId, open },
      ...(months && { months }),
      ...(ahead && { from }),
      ...(shared.slotIds.has(slotId) && size !== undefined && { size }),
    })),
    rows,
    choices: {
      locked: possiblePairs(choices.locked, possible),
      excluded: possiblePairs(choices.excluded, possible),
    },
    settings,
    ...(ahead && { ahead }),
  }
}

function refersTo(
  slots: ReadonlySet<string>,
  candidates: Found['candidates'],
  wider: Found['wider'],
): boolean {
  return (
    candidates.some((c) => slots.has(c.slotId)) ||
    Object.values(wider).some((ids) => ids.some((id) => slots.has(id)))
  )
}

function monthsAsked({ period }: Pick<RankedRequest, 'period'>): RoundMonths | null {
  return period && { from: monthOf(period.from), until: monthOf(period.until) }
}

/** One group alone is whole by itself. */
function requestsWithSeveral(groups: readonly WaitingGroup[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(
    groups.flatMap(({ requestId }) => {
      if (seen.has(requestId)) return [requestId]
      seen.add(requestId)
      return []
    }),
  )
}

/**
 * The groups with the priorities that these settings give them, for a place that comes free while the round is open.
 * @returns those of the round's regions; in the same order. O(n log n).
 */
export function inRoundOrder(
  groups: readonly WaitingGroup[],
  { regionIds, settings }: { readonly regionIds: readonly string[]; readonly settings: RoundSettings },
): readonly WaitingGroup[] {
  const own = groups.filter(({ request }) => regionIds.some((id) => request.school.regionIds.includes(id)))
  const priorities = prioritiesOf(
    own.map((group) => claimOf(group, regionIds)),
    settings,
  )
  return own.map((group, i) => ({ ...group, priority: priorities[i] as number }))
}

function claimOf(group: WaitingGroup, regionIds: readonly string[]): Claim {
  const { school, groupSize } = group.request
  return {
    waitingWeeks: group.waitingWeeks,
    neverHelped: group.neverHelped,
    pupils: groupSize,
    regionId: regionIds.find((id) => school.regionIds.includes(id)) ?? null,
  }
}

/** @returns whether a round with these settings gives a place of this span. */
export function isOpenIn({ period, closedOffers }: RoundSettings, slot: FreeSlot): boolean {
  return isWithin({ period }, slot) && !closedOffers.includes(slot.offerId)
}

/** @returns the slots that have a place, by offer. */
export function freeSlotsByOffer(slots: readonly FreeSlot[]): ReadonlyMap<string, readonly FreeSlot[]> {
  const slotsOf = new Map<string, FreeSlot[]>()
  for (const slot of slots) {
    if (slot.open > 0) slotsOf.set(slot.offerId, [...(slotsOf.get(slot.offerId) ?? []), slot])
  }
  return slotsOf
}

function possiblePairs(pairs: readonly RoundPair[], possible: ReadonlySet<string>): readonly RoundPair[] {
  const keys = [...new Set(pairs.map(({ groupId, offerId }) => `${groupId} ${offerId}`))]
  return keys
    .filter((key) => possible.has(key))
    .sort()
    .map((key) => {
      const [groupId = '', offerId = ''] = key.split(' ')
      return { groupId, offerId }
    })
}

type Found = Pick<RoundRow, 'candidates' | 'takenAwayBy'> & {
  readonly wider: Readonly<Partial<Record<Wish, readonly string[]>>>
}

function candidatesOf(
  { request, refusedOfferIds }: Asking,
  slotsOf: ReadonlyMap<string, readonly FreeSlot[]>,
  { offers, parents, today, brokenOf }: RoundFacts & { readonly brokenOf: BrokenOf },
): Pick<RoundRow, 'candidates' | 'takenAwayBy'> {
  const candidates: RoundCandidate[] = []
  const alone = new Map<Rule, number>()
  let outsidePeriod = 0
  for (const [i, offer] of offers.entries()) {
    const broken = brokenOf[i] ?? []
    if (broken.length > 1 || refusedOfferIds.includes(offer.id)) continue
    const [only] = broken
    if (only !== undefined) {
      alone.set(only, (alone.get(only) ?? 0) + 1)
      continue
    }
    const free = slotsOf.get(offer.id) ?? []
    const inPeriod = free.filter((slot) => isWithin(request, slot))
    // What has no places to give (a download, say) is not given by a round, whatever the period.
    if (free.length > 0 && inPeriod.length === 0) outsidePeriod++
    if (inPeriod.length === 0) continue
    const { score } = scoreOf(request, offer, parents)
    for (const slot of inPeriod)
      candidates.push({ slotId: slot.slotId, score: Math.max(0, score - latenessOf(slot, today)) })
  }
  if (candidates.length > 0) {
    return { candidates: candidates.sort((a, b) => (a.slotId < b.slotId ? -1 : 1)) }
  }
  const takenAwayBy: Partial<Record<Rule, number>> = {}
  for (const rule of RULES) {
    const offersLost = alone.get(rule)
    if (offersLost !== undefined) takenAwayBy[rule] = offersLost
  }
  if (outsidePeriod > 0) takenAwayBy.period = (takenAwayBy.period ?? 0) + outsidePeriod
  return { candidates: [], takenAwayBy }
}
