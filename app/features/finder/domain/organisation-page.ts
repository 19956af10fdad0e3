/** What the page of one company receives. */
import type { Point } from '~/kernel/geography'
import type { OfferCard } from './offer-card'
import type { Label } from './offer-page'

export type OrganisationPage = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly website: string | null
  readonly placeName: string
  /** Beside its own place, by name; `distanceKm` from the reader's school, where there is one. */
  readonly branches: readonly {
    readonly name: string
    readonly address: string | null
    readonly placeName: string
    readonly distanceKm: number | null
  }[]
  readonly point: Point
  readonly employees: number | null
  readonly topics: readonly Label[]
  readonly topSectors: readonly Label[]
  readonly networks: readonly Label[]
  readonly isDemo: boolean
  /** `pending` and `refused` are seen by the company itself only. */
  readonly verification: 'pending' | 'verified' | 'refused'
  readonly mayEdit: boolean
  /** The reader coordinates its region, and may enter offers for it. */
  readonly mayEnter: boolean
  readonly ownSchool: {
    readonly schoolName: string
    readonly point: Point
    readonly distanceKm: number
  } | null
  /** Newest first, at most `OFFERS_MAX`. */
  readonly offers: readonly OfferCard[]
  readonly offerCount: number
}

export const OFFERS_MAX = 60
