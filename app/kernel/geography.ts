/** Points and distances on the earth. Degrees in WGS 84, distances in kilometres. */
export type Point = { readonly lat: number; readonly lng: number }

/** A rectangle of the map; its edges belong to it. South is below north, west left of east. */
export type Bounds = {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

const EARTH_RADIUS_KM = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Great-circle distance by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", 1984).
 * @returns kilometres, ≥ 0, error below 0.6 % against the ellipsoid.
 */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat)
  const dLng = radians(b.lng - a.lng)
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
