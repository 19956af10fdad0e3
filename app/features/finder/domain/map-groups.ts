/**
 * Which pins stand on the map at a zoom. Offers of one address share one site; sites that would overlap on the screen
 * become one group (supercluster, a k-d tree per zoom level: building O(n log n), asking O(log n + answer)).
 */
import Supercluster from 'supercluster'
import type { Point } from '~/kernel/geography'
import type { MapPoint } from '~search/port'

/** Pins have targets of 44 px; nearer than this they become one. */
const RADIUS_PX = 62
const CLUSTERED_UNTIL_ZOOM = 16

/** What can stand on a map: an offer, or whatever else has a number in a list. */
export type Pinned = Pick<MapPoint, 'id' | 'rank' | 'point'>

/** All that stands at one point, in the order of the list. */
export type Site<P extends Pinned = MapPoint> = { readonly point: Point; readonly offers: readonly P[] }

export type MapGroup<P extends Pinned = MapPoint> = {
  /** Stays the same as long as the group has the same first offer at the same point. */
  readonly key: string
  readonly point: Point
  /** In the order of the list; never empty. */
  readonly offers: readonly P[]
  /** The zoom at which the group falls apart; `null`: one point, it never does. */
  readonly fallsApartAt: number | null
}

export type MapIndex<P extends Pinned = MapPoint> = {
  readonly sites: readonly Site<P>[]
  groupsIn(box: Box, zoom: number): MapGroup<P>[]
}
/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

const siteKey = (point: Point) => `${point.lat.toFixed(5)},${point.lng.toFixed(5)}`

/** @returns the sites in the order of their first offer. */
export function sitesOf<P extends Pinned>(points: readonly P[]): Site<P>[] {
  const sites = new Map<string, P[]>()
  for (const offer of points) {
    const key = siteKey(offer.point)
    const known = sites.get(key)
    if (known) known.push(offer)
    else sites.set(key, [offer])
  }
  return [...sites.values()].map((offers) => ({ point: (offers[0] as P).point, offers }))
}

/** @param points in the order of the list. */
export function makeMapIndex<P extends Pinned>(points: readonly P[]): MapIndex<P> {
  const sites = sitesOf(points)
  const tree = new Supercluster<{ site: number }>({
    extent: 256,
    radius: RADIUS_PX,
    maxZoom: CLUSTERED_UNTIL_ZOOM,
  })
  tree.load(
    sites.map((site, index) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [site.point.lng, site.point.lat] },
      properties: { site: index },
    })),
  )
  const offersOf = (indexes: readonly number[]) =>
    indexes.flatMap((index) => sites[index]?.offers ?? []).sort((a, b) => a.rank - b.rank)

  return {
    sites,
    groupsIn(box, zoom) {
      return tree
        .getClusters([...box], Math.floor(zoom))
        .map((feature): MapGroup<P> => {
          const { properties } = feature
          const [lng = 0, lat = 0] = feature.geometry.coordinates
          if ('cluster' in properties && properties.cluster) {
            const leaves = tree.getLeaves(properties.cluster_id, Number.POSITIVE_INFINITY)
            const offers = offersOf(leaves.map((leaf) => leaf.properties.site))
            const fallsApartAt = tree.getClusterExpansionZoom(properties.cluster_id)
            return { key: `${offers[0]?.id}@${leaves.length}`, point: { lat, lng }, offers, fallsApartAt }
          }
          const offers = offersOf([(properties as { site: number }).site])
          return { key: `${offers[0]?.id}@1`, point: { lat, lng }, offers, fallsApartAt: null }
        })
        .sort((a, b) => (a.offers[0]?.rank ?? 0) - (b.offers[0]?.rank ?? 0))
    },
  }
}
