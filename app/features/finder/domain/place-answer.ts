/** What a typed place or postcode turned out to be. */
import type { Point } from '~/kernel/geography'

export type PlaceAnswer =
  | {
      readonly kind: 'found'
      readonly label: string
      readonly point: Point
      /** Of a municipality, region or province: an area, and the point its middle. */
      readonly municipalityCodes?: readonly string[]
    }
  /** Several places bear the name: `ask` is what to type to get exactly that one. */
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly { readonly label: string; readonly ask: string }[]
    }
  | { readonly kind: 'unknown' }

/**
 * Where distances are measured from: the asked place, or the reader's own school when no place is asked. Within an area
 * nothing is measured: its middle is nobody's place.
 */
export type From = { readonly label: string; readonly point: Point } & (
  | { readonly kind: 'place' | 'school' }
  | { readonly kind: 'area'; readonly municipalityCodes: readonly string[] }
)

/** What can be chosen as a place: the first two and a school are points, the others areas. */
export type WhereKind = 'postcode' | 'place' | 'municipality' | 'region' | 'province' | 'school'
