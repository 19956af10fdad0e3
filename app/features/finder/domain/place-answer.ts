/** What a typed place or postcode turned out to be. */
import type { Point } from '~/kernel/geography'

export type PlaceAnswer =
  | { readonly kind: 'found'; readonly label: string; readonly point: Point }
  /** Several places bear the name: `ask` is what to type to get exactly that one. */
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly { readonly label: string; readonly ask: string }[]
    }
  | { readonly kind: 'unknown' }

/** Where distances are measured from: the asked place, or the reader's own school when no place is asked. */
export type From = { readonly kind: 'place' | 'school'; readonly label: string; readonly point: Point }
