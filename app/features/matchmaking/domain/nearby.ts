/** Requests of schools around a company: how far one looks, and by what the page of them is looked through. */

/** Farther than this nobody calls nearby, whatever the radius of an offer, km. */
export const NEARBY_KM = 40
/** How many requests nearby the inbox shows. */
export const NEARBY_SHOWN_MAX = 5
export const NEARBY_PAGE_SIZE = 20

/** What can be chosen, km; the last is all there is. */
export const NEARBY_DISTANCES = ['5', '10', '20', '40'] as const
export type NearbyDistance = (typeof NEARBY_DISTANCES)[number]

export const NEARBY_SORTS = ['best', 'nearest'] as const
export type NearbySort = (typeof NEARBY_SORTS)[number]

export type NearbyFilter = {
  /** `null`: each request under the offer that fits it best. */
  readonly offer: string | null
  readonly km: NearbyDistance
  readonly sort: NearbySort
  /** From 1; beyond the last is the last. */
  readonly page: number
}

/** @returns what differs from the whole list, as it stands in an address; the page is left out. */
export function queryOfNearby({ offer, km, sort }: NearbyFilter): Readonly<Record<string, string>> {
  return {
    ...(offer !== null && { offer }),
    ...(Number(km) !== NEARBY_KM && { km }),
    ...(sort !== 'best' && { sort }),
  }
}

/**
 * @returns whole kilometres, at least 1. A company knows where it is itself: with the metres, a village and a distance
 * would name the school.
 */
export function unnamingKm(km: number): number {
  return Math.max(1, Math.round(km))
}
