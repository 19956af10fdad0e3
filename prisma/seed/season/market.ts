/** Offers and their open places as they are at one moment of the season, ranked as the request page ranks them. */
import { openPlaces, type Slot } from '~/features/capacity/domain/open-places'
import { rankedRequest } from '~/features/matchmaking/domain/ranked-request'
import { type RankableOffer, rankableOffers } from '~/features/matchmaking/queries/rankable-offers.server'
import type { RequestNeed } from '~/features/requests/domain/need'
import { calendarDateOf, lastBookableDay, type Span } from '~/kernel/calendar'
import { type Ranked, rank } from '~/matching/ranking/rank'
import type { TopicParents } from '~/matching/ranking/score'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Branch } from './branches'

export type Market = {
  /** Offers of the wished kinds that fit and have a place, best first. */
  fitting(need: RequestNeed, branch: Branch): readonly Ranked<RankableOffer>[]
  /** What `whyNothing` of the program says, from the same rules. */
  whyNothing(need: RequestNeed, branch: Branch): 'no-candidate' | 'all-full' | null
  /** Downloads that fit: taken without asking. */
  hasMaterial(need: RequestNeed, branch: Branch): boolean
  offer(id: string): RankableOffer | undefined
  /** Open class-places in these days; `null`: no limit. */
  open(offerId: string, within: Span): number | null
  /** Counts places that are about to be taken. */
  take(offerId: string, within: Span, places: number): void
}

/** Two statements. */
export async function openMarket(db: Db, at: Date, parents: TopicParents): Promise<Market> {
  const today = calendarDateOf(at)
  const bookable = { from: today, until: lastBookableDay(today) }
  const [offers, slots] = await Promise.all([
    rankableOffers(db, { now: at, within: bookable }),
    db.capacitySlot.findMany({ orderBy: [{ startsOn: 'asc' }, { endsOn: 'asc' }] }),
  ])
  const slotsOf = new Map<string, (Slot & { taken: number })[]>()
  for (const { offerId, startsOn, endsOn, places, taken } of slots) {
    const known = slotsOf.get(offerId) ?? []
    known.push({ from: asDay(startsOn), until: asDay(endsOn), places, taken })
    slotsOf.set(offerId, known)
  }
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  const open = (offerId: string, within: Span) => openPlaces(slotsOf.get(offerId) ?? [], within)

  function ranking(need: RequestNeed, branch: Branch) {
    const within = need.period ?? bookable
    const request = rankedRequest(need, { point: branch.point, regionIds: branch.regionIds })
    const now = offers.map((offer) => ({ ...offer, openPlaces: open(offer.id, within) }))
    return rank(request, now, parents, 'clearing')
  }

  return {
    fitting: (need, branch) => ranking(need, branch).ranked.filter(({ offer }) => offer.openPlaces !== null),
    whyNothing(need, branch) {
      const { ranked, removed } = ranking(need, branch)
      if (ranked.length > 0) return null
      return removed.places.alone > 0 ? 'all-full' : 'no-candidate'
    },
    hasMaterial: (need, branch) =>
      ranking(need, branch).ranked.some(({ offer }) => offer.openPlaces === null),
    offer: (id) => byId.get(id),
    open,
    take(offerId, within, places) {
      let left = places
      for (const slot of slotsOf.get(offerId) ?? []) {
        if (slot.from > within.until || within.from > slot.until) continue
        const taken = Math.min(left, slot.places - slot.taken)
        slot.taken += taken
        left -= taken
      }
    },
  }
}
