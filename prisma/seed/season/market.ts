/** Offers and their open places as they are at one moment of the season, ranked as the request page ranks them. */
import { rankedRequest } from '~/features/matchmaking/domain/ranked-request'
import type { RankableOffer } from '~/features/matchmaking/queries/rankable-offers.server'
import type { RequestNeed } from '~/features/requests/domain/need'
import { type CalendarDate, lastBookableDay, type Span } from '~/kernel/calendar'
import { type Ranked, rank } from '~/matching/ranking/rank'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Db } from '~/platform/db/client.server'
import type { Branch } from './branches'

export type Market = {
  /** Offers of the wished kinds that fit and have a place, best first. @param full those without a place as well. */
  fitting(need: RequestNeed, branch: Branch, full?: 'full-ones-too'): readonly Ranked<RankableOffer>[]
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

type Slot = Span & { readonly places: number; taken: number }
export type Places = ReadonlyMap<string, readonly Slot[]>

/** Slots of all offers as they are now. One statement. */
export async function readPlaces(db: Pick<Db, '$queryRaw'>): Promise<Places> {
  const rows = await db.$queryRaw<{ offerId: string; slots: Slot[] }[]>`
    SELECT offer_id AS "offerId", json_agg(json_build_object('from', starts_on, 'until', ends_on, 'places', places,
      'taken', taken) ORDER BY starts_on, ends_on) AS slots
    FROM capacity_slot GROUP BY offer_id`
  return new Map(rows.map(({ offerId, slots }) => [offerId, slots]))
}

/** @param offers as they were this morning. @param slotsOf as they are now. */
export function openMarket(
  offers: readonly RankableOffer[],
  slotsOf: Places,
  { today, parents }: { readonly today: CalendarDate; readonly parents: TopicParents },
): Market {
  const bookable = { from: today, until: lastBookableDay(today) }
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  // As the database says it (open_slots) of offers without months and days of their own, which the season has none of:
  // kept in hand so that a thousand wishes of a day need no question each.
  const open = (offerId: string, within: Span) =>
    slotsOf
      .get(offerId)
      ?.filter((slot) => slot.from <= within.until && within.from <= slot.until)
      .reduce((sum, slot) => sum + slot.places - slot.taken, 0) ?? null

  // Another level or kind is neither given nor counted as full; leaving it out first saves most of the work.
  const lists = new Map<string, readonly RankableOffer[]>()
  function asked({ kinds, level }: RequestNeed): readonly RankableOffer[] {
    const key = `${level} ${kinds}`
    const known = lists.get(key)
    if (known) return known
    const list = offers.filter(
      (offer) => kinds.includes(offer.kind) && offer.levels.some((entry) => entry.level === level),
    )
    lists.set(key, list)
    return list
  }

  function ranking(need: RequestNeed, branch: Branch, atLeast = 0) {
    const within = need.period ?? bookable
    // The season is made of topics; words would not change who asks whom.
    const textFits = new Map<string, number>()
    const request = {
      // What a class had moves a lesson a little in the order, and nobody to another company by itself.
      ...rankedRequest(need, { ...branch, history: [] }),
      textFits,
    }
    const now = asked(need).map((offer) => {
      const places = open(offer.id, within)
      return { ...offer, openPlaces: places === null ? null : Math.max(places, atLeast) }
    })
    return rank(request, now, parents, 'clearing')
  }

  return {
    fitting: (need, branch, full) =>
      ranking(need, branch, full ? 1 : 0).ranked.filter(({ offer }) => offer.openPlaces !== null),
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
