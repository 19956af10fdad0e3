/** Which one wish, made wider, would give more offers: told to a school that waits or is about to. */
import { OFFER_KINDS } from '~/kernel/education'
import { brokenRules } from '~/matching/ranking/rules'
import type { RankedOffer, WordedRequest } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'

export type Help = {
  readonly change: 'further' | 'other-kind' | 'other-period' | 'other-day' | 'smaller-group'
  /** Offers with a free place that would fit beside those that fit now, > 0. */
  readonly more: number
  /** `further`: how far, km, `null`: any distance. `smaller-group`: pupils. */
  readonly to: number | null
}

/** Developing together is a request by itself: nobody asks it beside another kind. */
const KINDS_TOGETHER = OFFER_KINDS.filter((kind) => kind !== 'co-development')

/** How much farther is asked first. */
const FURTHER_KM = [10, 25] as const

/**
 * @param requests the need; several where it can be one of several (a level that is not chosen yet): one of them has to fit.
 * @param offers with their places in the wished period; @param anyTime the same offers with their places in any period.
 * @returns at most one line per wish, the most helpful first. O(offers).
 */
export function whatHelps(
  requests: readonly [WordedRequest, ...WordedRequest[]],
  offers: readonly RankedOffer[],
  anyTime: readonly RankedOffer[],
  parents: TopicParents,
): readonly Help[] {
  const [request] = requests
  const fits = (wider: Partial<WordedRequest>, among: readonly RankedOffer[] = offers) =>
    among.filter((offer) =>
      requests.some(
        (wish) =>
          brokenRules({ ...wish, ...wider }, offer, { purpose: 'clearing', parents, atMost: 1 }).length === 0,
      ),
    ).length
  const now = fits({})
  const help = (change: Help['change'], count: number, to: number | null = null): Help[] =>
    count > now ? [{ change, more: count - now, to }] : []
  const { maxDistanceKm, groupSize } = request
  const isProject = request.kinds.includes('co-development')
  const further =
    maxDistanceKm === null
      ? []
      : [...FURTHER_KM.map((more) => maxDistanceKm + more), null]
          .map((to) => help('further', fits({ maxDistanceKm: to }), to))
          .find((found) => found.length > 0)
  const smaller = Math.max(1, Math.floor(groupSize * 0.8))
  return [
    ...(further ?? []),
    ...help('other-kind', fits({ kinds: isProject ? request.kinds : KINDS_TOGETHER })),
    ...(request.period ? help('other-period', fits({ period: null }, anyTime)) : []),
    ...(request.weekdays.length > 0 ? help('other-day', fits({ weekdays: [] })) : []),
    ...help('smaller-group', fits({ groupSize: smaller }), smaller),
  ].sort((a, b) => b.more - a.more)
}
