/** Where the requests of a page stand on its map: each in the middle of its municipality, and the company's own places. */
import type { NearbyGroup } from '~/features/matchmaking/queries/requests-nearby-page.server'
import type { Point } from '~/kernel/geography'

export type NearbyPoint = {
  readonly id: string
  readonly rank: number
  readonly point: Point
  readonly municipality: { readonly code: string; readonly name: string }
}
export type NearbySites = {
  /** In the order of the list. */
  readonly requests: readonly NearbyPoint[]
  readonly own: readonly { readonly placeName: string; readonly point: Point }[]
}

export function sitesOfNearby(groups: readonly NearbyGroup[]): NearbySites {
  const own = new Map(
    groups.map(({ offer: { point, placeName } }) => [`${point.lat} ${point.lng}`, { point, placeName }]),
  )
  return {
    requests: groups.flatMap(({ rows }) =>
      rows.map(({ id, rank, municipality: { code, name, point } }) => ({
        id,
        rank,
        point,
        municipality: { code, name },
      })),
    ),
    own: [...own.values()],
  }
}
