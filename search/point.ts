/** Coordinates as both engines take them. */
import type { Bounds, Point } from '~/kernel/geography'

/** @returns six decimals, a tenth of a metre; written out, never as 5e-324, which no engine reads. */
export function written({ lat, lng }: Point): { readonly lat: string; readonly lng: string } {
  return { lat: lat.toFixed(6), lng: lng.toFixed(6) }
}

/** @returns the edges, in the same decimals. */
export function writtenBounds({ south, west, north, east }: Bounds): Readonly<Record<keyof Bounds, string>> {
  const edge = (degrees: number) => degrees.toFixed(6)
  return { south: edge(south), west: edge(west), north: edge(north), east: edge(east) }
}
