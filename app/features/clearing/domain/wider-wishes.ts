/**
 * What one wider wish of a group would open: the exact answer to "what would help?". Only wishes that a school can
 * change; its level, its place and what a company limits are facts.
 */
import { type CalendarDate, monthsOf } from '~/kernel/calendar'
import { brokenRules, type Rule, travelKm } from '~/matching/ranking/rules'
import type { RankedOffer, RankedRequest, WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FreeSlot } from './round-input'

export const WISHES = ['km-10', 'km-25', 'period', 'weekdays', 'kind', 'group-size', 'language'] as const
export type Wish = (typeof WISHES)[number]

/** Pupils by which a class may be smaller: four fifths of it. */
const SMALLER = 0.8

/** What is looked through: published offers with their free slots. */
export type FreeOffers = {
  readonly offers: readonly RankedOffer[]
  readonly slotsOf: ReadonlyMap<string, readonly FreeSlot[]>
  readonly parents: TopicParents
}

export type Asking = { readonly request: WordedRequest; readonly refusedOfferIds: readonly string[] }

/** Per offer the rules that it breaks for the request, the first two at least. */
export type BrokenOf = readonly (readonly Rule[])[]

/**
 * @param brokenOf where somebody has asked already.
 * @returns per wish the free slots that it would add by itself, in the order of their ids; wishes that add nothing are
 * left out. A pair that breaks two rules is helped by no single wish. O(offers).
 */
export function widerWishes(
  { request, refusedOfferIds }: Asking,
  { offers, slotsOf, parents }: FreeOffers,
  brokenOf?: BrokenOf,
): Readonly<Partial<Record<Wish, readonly string[]>>> {
  const found: Partial<Record<Wish, string[]>> = {}
  for (const [i, offer] of offers.entries()) {
    if ((brokenOf?.[i]?.length ?? 0) > 1) continue
    const slots = slotsOf.get(offer.id) ?? []
    if (slots.length === 0 || refusedOfferIds.includes(offer.id)) continue
    const broken = brokenOf?.[i] ?? brokenRules(request, offer, { purpose: 'clearing', parents, atMost: 2 })
    if (broken.length > 1) continue
    const inPeriod = slots.filter((slot) => isWithin(request, slot))
    if (broken.length === 0) {
      const outside = slots.filter((slot) => !isWithin(request, slot))
      if (outside.length > 0) add(found, 'period', outside)
      continue
    }
    for (const wish of WISHES) if (helps(wish, request, offer, broken[0])) add(found, wish, inPeriod)
  }
  for (const slotIds of Object.values(found)) slotIds.sort()
  return found
}

/** @returns whether the slot has a day in the wished period, in a month that is not shut. */
export function isWithin({ period }: Pick<RankedRequest, 'period'>, slot: FreeSlot): boolean {
  if (!period) return true
  const [from, until] = [later(period.from, slot.from), earlier(period.until, slot.until)]
  if (from > until) return false
  const { shut } = slot
  return shut === undefined || monthsOf({ from, until }).some((month) => !shut.includes(month))
}

/** @returns the places of the slot that have a day in the wished period: no more than its months have left. */
export function placesWithin({ period }: Pick<RankedRequest, 'period'>, { open, months }: FreeSlot): number {
  if (!months) return open
  const asked = period && new Set(monthsOf(period))
  const left = months.reduce((sum, one) => sum + (!asked || asked.has(one.month) ? one.left : 0), 0)
  return Math.min(open, left)
}

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b)
const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b)

function helps(wish: Wish, request: RankedRequest, offer: RankedOffer, broken: string | undefined): boolean {
  switch (wish) {
    case 'km-10':
    case 'km-25': {
      // How far a company travels is the company's; how far a school does is its wish.
      if (broken !== 'travel' || offer.location !== 'at-company' || request.maxDistanceKm === null)
        return false
      const more = wish === 'km-10' ? 10 : 25
      return (travelKm(request, offer) ?? 0) <= request.maxDistanceKm + more
    }
    case 'group-size':
      return broken === 'group-size' && (offer.groupSizeMax ?? 0) >= Math.ceil(request.groupSize * SMALLER)
    // The free slots say when there is a place; the offer's own season is not asked here.
    case 'period':
      return false
    default:
      return broken === wish
  }
}

function add(found: Partial<Record<Wish, string[]>>, wish: Wish, slots: readonly FreeSlot[]): void {
  if (slots.length === 0) return
  found[wish] = [...(found[wish] ?? []), ...slots.map((slot) => slot.slotId)]
}
