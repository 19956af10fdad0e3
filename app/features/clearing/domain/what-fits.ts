/** What there is for a waiting request now, and which single wider wish would open most. */
import { brokenRules } from '~/matching/ranking/rules'
import { type Asking, type FreeOffers, isWithin, WISHES, type Wish, widerWishes } from './wider-wishes'

export type WhatFits = {
  /** Offers that break no rule but perhaps that of places. */
  readonly fitting: number
  /** Of them, those with a place in the wished period. */
  readonly free: number
  /** The wish that alone would add the most offers with a free place; `null` when none adds one. */
  readonly wish: { readonly wish: Wish; readonly offers: number } | null
}

/** O(offers). */
export function whatFits(asking: Asking, all: FreeOffers): WhatFits {
  const { offers, slotsOf, parents } = all
  let fitting = 0
  let free = 0
  for (const offer of offers) {
    if (asking.refusedOfferIds.includes(offer.id)) continue
    const broken = brokenRules(asking.request, offer, { purpose: 'clearing', parents, atMost: 2 })
    if (broken.some((rule) => rule !== 'places')) continue
    fitting++
    if (broken.length === 0 && slotsOf.get(offer.id)?.some((slot) => isWithin(asking.request, slot))) free++
  }
  return { fitting, free, wish: bestWish(asking, all) }
}

function bestWish(asking: Asking, all: FreeOffers): WhatFits['wish'] {
  const offerOf = new Map(
    [...all.slotsOf].flatMap(([offerId, slots]) => slots.map((slot) => [slot.slotId, offerId])),
  )
  const wider = widerWishes(asking, all)
  let best: WhatFits['wish'] = null
  // The first of equals: ten kilometres before twenty-five.
  for (const wish of WISHES) {
    const offers = new Set(wider[wish]?.map((slotId) => offerOf.get(slotId))).size
    if (offers > (best?.offers ?? 0)) best = { wish, offers }
  }
  return best
}
