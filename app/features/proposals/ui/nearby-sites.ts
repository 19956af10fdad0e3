/** Where the requests of a page stand on its map: one pin for each municipality, and the company's own places. */
import type { NearbyGroup } from '~/features/matchmaking/queries/requests-nearby-page.server'
import type { Point } from '~/kernel/geography'

export type NearbySite = {
  readonly code: string
  readonly name: string
  readonly point: Point
  /** In the order of the list, never empty. */
  readonly requests: readonly { readonly id: string; readonly rank: number }[]
}
export type NearbySites = {
  readonly municipalities: readonly NearbySite[]
  readonly own: readonly { readonly placeName: string; readonly point: Point }[]
}

export function sitesOfNearby(groups: readonly NearbyGroup[]): NearbySites {
  const rows = groups.flatMap((group) => group.rows)
  const municipalities = new Map(rows.map(({ municipality }) => [municipality.code, municipality]))
  const own = new Map(
    groups.map(({ offer: { point, placeName } }) => [`${point.lat} ${point.lng}`, { point, placeName }]),
  )
  return {
    municipalities: [...municipalities.values()].map(({ code, name, point }) => ({
      code,
      name,
      point,
      requests: rows
        .filter(({ municipality }) => municipality.code === code)
        .map(({ id, rank }) => ({ id, rank })),
    })),
    own: [...own.values()],
  }
}
