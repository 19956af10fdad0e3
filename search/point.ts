/** Coordinates as both engines take them. */
import type { Point } from '~/kernel/geography'

/** @returns six decimals, a tenth of a metre; written out, never as 5e-324, which no engine reads. */
export function written({ lat, lng }: Point): { readonly lat: string; readonly lng: string } {
  return { lat: lat.toFixed(6), lng: lng.toFixed(6) }
}
