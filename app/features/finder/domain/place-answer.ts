/** What a typed place or postcode turned out to be. */
import type { Point } from '~/kernel/geography'

export type AreaKind = 'municipality' | 'region' | 'province'

/** `ask` is what to type to get exactly this one. */
export type PlaceChoice = { readonly label: string; readonly ask: string; readonly area?: AreaKind }

export type PlaceAnswer =
  | {
      readonly kind: 'found'
      readonly label: string
      readonly point: Point
      /** In which a point lies, where that is known. */
      readonly municipalityCode?: string
      /** Of a municipality, region or province: an area, and the point its middle. */
      readonly municipalityCodes?: readonly string[]
      /** Of an area what it is; its `label` is the name alone. */
      readonly area?: AreaKind
    }
  /** Several places bear the name. */
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly PlaceChoice[]
    }
  | { readonly kind: 'unknown' }

/**
 * Where distances are measured from: the asked place, or the reader's own school when no place is asked. Within an area
 * nothing is measured: its middle is nobody's place.
 */
export type From = { readonly label: string; readonly point: Point } & (
  | { readonly kind: 'place' | 'school'; readonly municipalityCode?: string }
  | { readonly kind: 'area'; readonly area: AreaKind; readonly municipalityCodes: readonly string[] }
)

/** What can be chosen as a place: the first two and a school are points, the others areas. */
export type WhereKind = 'postcode' | 'place' | 'municipality' | 'region' | 'province' | 'school'
